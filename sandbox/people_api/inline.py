"""A person asks the bot inline and chooses a result."""

import secrets
from io import BytesIO
from typing import Any

from aiogram import types as tg
from aiohttp import web
from PIL import Image

from sandbox.botapi.registry import Call
from sandbox.botapi.uploads import media_content
from sandbox.botapi.words import caption_content, text_content
from sandbox.errors import PersonError
from sandbox.keys import WORLD
from sandbox.people_api.bodies import body_of, chat_of, person_of
from sandbox.state.files import File
from sandbox.state.world import World
from sandbox.views import message_view

Raw = dict[str, Any]
routes = web.RouteTableDef()
MAX_QUERY = 256


@routes.post(r"/sandbox/people/{person_id:\d+}/inline")
async def ask(request: web.Request) -> web.Response:
    """Type @bot and words; the results come when the bot answered, `timed_out` when it did not."""
    world = request.app[WORLD]
    person = person_of(request)
    body = await body_of(request)
    text = body.get("query", "")
    if not isinstance(text, str) or len(text) > MAX_QUERY:
        raise PersonError(400, f"query must be text of up to {MAX_QUERY} characters")
    seconds = world.limits.inline_seconds
    query = world.queries.ask("inline", person.id, world.clock.now() + seconds)
    offset = str(body.get("offset", ""))
    update_id = world.updates.put(
        "inline_query",
        {"id": query.id, "from": person.user(), "query": text, "offset": offset, "chat_type": "sender"},
    )
    answer = await world.queries.wait(query, seconds)
    if answer is None:
        return web.json_response({"update_id": update_id, "results": [], "button": None, "timed_out": True})
    known = world.inline_results.setdefault(person.id, {})
    if not offset:
        known.clear()
    for result in answer["results"]:
        known[result["id"]] = (text, result)
    return web.json_response({"update_id": update_id, **answer})


@routes.post(r"/sandbox/people/{person_id:\d+}/inline/choose")
async def choose(request: web.Request) -> web.Response:
    """Send one of the last results into a chat, on behalf of the person, via the bot."""
    world = request.app[WORLD]
    person = person_of(request)
    body = await body_of(request)
    chat = chat_of(request, person, body)
    found = world.inline_results.get(person.id, {}).get(str(body.get("result_id")))
    if found is None:
        raise PersonError(404, "there is no such result among the last ones")
    text, result = found
    content: Raw = {**_content(world, result), "via_bot": world.bot_user}
    inline_id = None
    chosen: Raw = {"result_id": result["id"], "from": person.user(), "query": text}
    if "reply_markup" in result:
        content["reply_markup"] = result["reply_markup"]
        inline_id = chosen["inline_message_id"] = secrets.token_urlsafe(18)
    stored = world.post(chat, person.id, content, inline_id=inline_id)
    if inline_id:
        world.inline_messages[inline_id] = (chat.id, stored.id)
    world.updates.put("message", stored.raw)
    update_id = world.updates.put("chosen_inline_result", chosen)
    return web.json_response({"update_id": update_id, "message": message_view(world, stored, person.id)})


def _content(world: World, result: Raw) -> Raw:
    given = result.get("input_message_content")
    if given:
        if "message_text" in given:
            marks = [tg.MessageEntity.model_validate(e) for e in given.get("entities", [])]
            return text_content(world, given["message_text"], given.get("parse_mode"), marks)
        if "phone_number" in given:
            return {"contact": given}
        if "latitude" in given:
            return {"location": {"latitude": given["latitude"], "longitude": given["longitude"]}}
    caption = caption_content(world, result.get("caption"), result.get("parse_mode"))
    for key, value in result.items():
        if key.endswith("_file_id"):
            file = world.files.get(value)
            if file is not None:
                return {**media_content(Call(world), file, key.removesuffix("_file_id")), **caption}
    if result["type"] == "photo":
        return {**media_content(Call(world), _foreign_photo(world), "photo"), **caption}
    raise PersonError(409, f"a result of type {result['type']} cannot be sent here")


def _foreign_photo(world: World) -> File:
    """A grey stand-in for a picture that lies elsewhere: the sandbox stays off the network."""
    out = BytesIO()
    Image.new("RGB", (320, 240), "#c8c8c8").save(out, "JPEG")
    return world.files.add_photo(out.getvalue())
