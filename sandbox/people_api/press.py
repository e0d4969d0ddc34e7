"""A person presses a button, reacts, blocks."""

import random
from typing import Any

from aiohttp import web

from sandbox.errors import PersonError
from sandbox.keys import WORLD
from sandbox.people_api.bodies import body_of, chat_of, message_of, need, person_of
from sandbox.people_api.send import begin, text_content, write
from sandbox.state.chats import Chat, Stored
from sandbox.state.people import Person
from sandbox.state.world import World

Raw = dict[str, Any]
routes = web.RouteTableDef()
MAX_WAIT = 60.0


@routes.post(r"/sandbox/people/{person_id:\d+}/press")
async def press(request: web.Request) -> web.Response:
    """An inline button by its data (any is let through) or its words; `?wait=` waits for the bot's answer."""
    world = request.app[WORLD]
    person = person_of(request)
    body = await body_of(request)
    chat = chat_of(request, person, body)
    number = need(body, "message_id")
    stored = chat.messages.get(number)
    if stored is None:
        raise PersonError(404, f"there is no message {number}")
    if chat.is_private and person.blocked:
        raise PersonError(409, "you blocked the bot; unblock it first")
    data = body.get("callback_data")
    if data is None:
        button = _button(stored, body.get("text"))
        if "callback_data" not in button:
            kinds = [key for key in button if key not in ("text", "style")]
            raise PersonError(409, f"this button has no callback_data but {', '.join(kinds)}")
        data = button["callback_data"]
    if not isinstance(data, str):
        raise PersonError(400, "callback_data must be text")
    update_id, query_id = ask(world, chat, person, stored, data)
    answer: Raw = {"update_id": update_id, "callback_id": query_id}
    if "wait" in request.query:
        query = world.queries.get(query_id)
        assert query is not None
        answer["answer"] = await world.queries.wait(query, _seconds(request.query["wait"]))
    return web.json_response(answer)


def ask(world: World, chat: Chat, person: Person, stored: Stored, data: str) -> tuple[int, str]:
    """Queue a press; returns the update's and the query's id."""
    until = world.clock.now() + world.limits.callback_seconds
    query = world.queries.ask("callback", person.id, until, chat.id)
    content: Raw = {"id": query.id, "from": person.user(), "chat_instance": str(-chat.id), "data": data}
    if stored.inline_id:
        content["inline_message_id"] = stored.inline_id
    elif stored.deleted:
        content["message"] = {"chat": chat.raw, "message_id": stored.id, "date": 0}
    else:
        content["message"] = stored.raw
    return world.updates.put("callback_query", content), query.id


def _button(stored: Stored, text: Any) -> Raw:
    rows = stored.raw.get("reply_markup", {}).get("inline_keyboard", [])
    buttons: list[Raw] = [button for row in rows for button in row]
    for button in buttons:
        if button["text"] == text:
            return button
    words = ", ".join(repr(button["text"]) for button in buttons) or "none"
    raise PersonError(404, f"there is no button {text!r}; there are {words}")


def _seconds(value: str) -> float:
    try:
        return max(0.0, min(float(value), MAX_WAIT))
    except ValueError:
        raise PersonError(400, "wait must be a number of seconds") from None


@routes.post(r"/sandbox/people/{person_id:\d+}/react")
async def react(request: web.Request) -> web.Response:
    """An emoji under a message, or none."""
    world = request.app[WORLD]
    person = person_of(request)
    body = await body_of(request)
    chat = chat_of(request, person, body)
    stored = message_of(chat, body)
    old = stored.reactions.get(person.id, [])
    new = [{"type": "emoji", "emoji": str(body["emoji"])}] if body.get("emoji") else []
    stored.reactions[person.id] = new
    world.events.emit("reaction", chat_id=chat.id, message_id=stored.id, person_id=person.id, emoji=body.get("emoji"))
    stored.changed = world.events.n
    update_id = world.updates.put(
        "message_reaction",
        {
            "chat": chat.raw,
            "message_id": stored.id,
            "user": person.user(),
            "date": world.clock.seconds(),
            "old_reaction": old,
            "new_reaction": new,
        },
    )
    return web.json_response({"update_id": update_id})


def _member(world: World, status: str) -> Raw:
    member: Raw = {"user": world.bot_user, "status": status}
    if status == "kicked":
        member["until_date"] = 0
    return member


def _membership(world: World, person: Person, old: str, new: str) -> int:
    return world.updates.put(
        "my_chat_member",
        {
            "chat": world.chats[person.id].raw,
            "from": person.user(),
            "date": world.clock.seconds(),
            "old_chat_member": _member(world, old),
            "new_chat_member": _member(world, new),
        },
    )


@routes.post(r"/sandbox/people/{person_id:\d+}/block")
async def block(request: web.Request) -> web.Response:
    """The bot may write no more, and is told so."""
    world = request.app[WORLD]
    person = person_of(request)
    if person.blocked:
        raise PersonError(409, "the bot is blocked already")
    person.blocked = True
    world.events.emit("person", person_id=person.id, is_blocked_bot=True)
    return web.json_response({"update_id": _membership(world, person, "member", "kicked")})


@routes.post(r"/sandbox/people/{person_id:\d+}/unblock")
async def unblock(request: web.Request) -> web.Response:
    """The bot may write again."""
    world = request.app[WORLD]
    person = person_of(request)
    if not person.blocked:
        raise PersonError(409, "the bot is not blocked")
    person.blocked = False
    world.events.emit("person", person_id=person.id, is_blocked_bot=False)
    return web.json_response({"update_id": _membership(world, person, "kicked", "member")})


@routes.post(r"/sandbox/people/{person_id:\d+}/tap")
async def tap(request: web.Request) -> web.Response:
    """A button of the reply keyboard by its words: sends them, the contact or a place."""
    world = request.app[WORLD]
    person = person_of(request)
    body = await body_of(request)
    chat = chat_of(request, person, body)
    rows = (chat.reply_keyboard or {}).get("rows", [])
    button = next((b for row in rows for b in row if b["text"] == body.get("text")), None)
    if button is None:
        words = ", ".join(repr(b["text"]) for row in rows for b in row) or "none"
        raise PersonError(404, f"there is no button {body.get('text')!r} under the field; there are {words}")
    begin(person, chat)
    if button["request_contact"]:
        if not person.phone:
            raise PersonError(409, "this person has no phone")
        contact = {"phone_number": person.phone, "first_name": person.first_name, "user_id": person.id}
        content: Raw = {"contact": contact}
    elif button["request_location"]:
        spot = random.Random(person.id)
        content = {"location": {"latitude": 55.7 + spot.random() / 10, "longitude": 37.5 + spot.random() / 5}}
    else:
        content = text_content(button["text"])
    update_id, stored = write(world, chat, person, content)
    return web.json_response({"update_id": update_id, "message_id": stored.id})
