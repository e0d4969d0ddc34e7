"""A person writes: text, contact, place, sticker, files."""

import random
from typing import Any

from aiohttp import web

from sandbox.botapi.deliver import without_reply
from sandbox.botapi.params import Upload
from sandbox.botapi.registry import Call
from sandbox.botapi.uploads import media_content, store
from sandbox.errors import PersonError
from sandbox.keys import WORLD
from sandbox.people_api.bodies import body_of, chat_of, message_of, parts_of, person_of, whole
from sandbox.state.chats import Chat, Stored
from sandbox.state.people import Person
from sandbox.state.world import World
from sandbox.text.detect import detect
from sandbox.text.units import utf16
from sandbox.views import message_view

Raw = dict[str, Any]
routes = web.RouteTableDef()
KINDS = ("photo", "document", "voice", "video", "video_note", "audio", "animation")
MAX_TEXT = 4096


@routes.post(r"/sandbox/people/{person_id:\d+}/send")
async def send(request: web.Request) -> web.Response:
    """One message (several photos: an album) from a person to the bot."""
    world = request.app[WORLD]
    person = person_of(request)
    files: list[tuple[str, Upload]] = []
    if request.content_type.startswith("multipart/"):
        body, files = await parts_of(request)
    else:
        body = await body_of(request)
    chat = chat_of(request, person, body)
    frame = _frame(chat, body)
    contents = _file_contents(world, files, body) if files else [_content(world, person, body)]
    results = [write(world, chat, person, {**frame, **content}) for content in contents]
    update_id, stored = results[-1]
    answer: Raw = {"update_id": update_id, "message": message_view(world, stored, person.id)}
    if len(results) > 1:
        answer["messages"] = [message_view(world, each, person.id) for _, each in results]
    return web.json_response(answer)


def write(world: World, chat: Chat, person: Person, content: Raw) -> tuple[int, Stored]:
    """Put a person's message into a chat and its update into the queue."""
    begin(person, chat)
    stored = world.post(chat, person.id, content)
    person.read_upto[chat.id] = chat.next_id
    keyboard = chat.reply_keyboard
    if keyboard and (keyboard.get("one_time") or keyboard.get("force_reply")):
        chat.reply_keyboard = None
        world.events.emit("keyboard", chat_id=chat.id, keyboard=False)
    return world.updates.put("message", stored.raw), stored


def begin(person: Person, chat: Chat) -> None:
    """Writing starts the conversation; who blocked the bot must unblock it first."""
    if not chat.is_private:
        return
    if person.blocked:
        raise PersonError(409, "you blocked the bot; unblock it first")
    person.started = True


def _frame(chat: Chat, body: Raw) -> Raw:
    frame: Raw = {}
    thread = whole(body, "thread_id")
    if thread is not None:
        topic = chat.topics.get(thread)
        if topic is None or topic.deleted:
            raise PersonError(404, f"there is no topic {thread}")
        if topic.closed:
            raise PersonError(409, "this topic is closed")
        frame |= {"message_thread_id": thread, "is_topic_message": True}
    reply = whole(body, "reply_to")
    if reply is not None:
        target = chat.find(reply)
        if target is None:
            raise PersonError(404, f"there is no message {reply} to reply to")
        frame["reply_to_message"] = without_reply(target.raw)
    return frame


def _content(world: World, person: Person, body: Raw) -> Raw:
    if "text" in body:
        return text_content(body["text"])
    if body.get("contact"):
        return {"contact": _contact(person, body["contact"])}
    if "location" in body:
        place = body["location"]
        try:
            return {"location": {"latitude": float(place["latitude"]), "longitude": float(place["longitude"])}}
        except (TypeError, KeyError, ValueError):
            raise PersonError(400, "location needs latitude and longitude") from None
    if "sticker" in body:
        emoji = str(body["sticker"])
        file = world.files.add("sticker", f"sticker {emoji}".encode(), "sticker.webp", "image/webp")
        return media_content(Call(world), file, "sticker", {"emoji": emoji})
    raise PersonError(400, "nothing to send: text, contact, location, sticker or files")


def text_content(text: Any) -> Raw:
    """A person's text with what Telegram marks in it; PersonError 400 for an impossible one."""
    if not isinstance(text, str) or not text.strip():
        raise PersonError(400, "text is empty")
    text = text.strip()
    if utf16(text) > MAX_TEXT:
        raise PersonError(400, f"text is longer than {MAX_TEXT}; a client sends it in parts")
    entities = detect(text, [])
    return {"text": text, "entities": entities} if entities else {"text": text}


def _contact(person: Person, given: Any) -> Raw:
    if given is True:
        if not person.phone:
            raise PersonError(409, "this person has no phone")
        own: Raw = {"phone_number": person.phone, "first_name": person.first_name}
        if person.last_name:
            own["last_name"] = person.last_name
        return {**own, "user_id": person.id}
    if not isinstance(given, dict) or not given.get("phone_number") or not given.get("first_name"):
        raise PersonError(400, "contact needs phone_number and first_name")
    names = ("phone_number", "first_name", "last_name", "user_id")
    return {name: given[name] for name in names if given.get(name) is not None}


def _file_contents(world: World, files: list[tuple[str, Upload]], body: Raw) -> list[Raw]:
    contents = []
    group = str(random.randint(10**16, 10**17)) if len(files) > 1 else None
    for at, (kind, upload) in enumerate(files):
        if kind not in KINDS:
            raise PersonError(400, f"a file must be one of {', '.join(KINDS)}")
        call = Call(world)
        extra = {"duration": whole(body, "duration")} if kind in ("voice", "video", "audio", "video_note") else None
        content = media_content(call, store(call, upload, kind), kind, extra)
        if at == 0 and body.get("caption"):
            words = text_content(body["caption"])
            content["caption"] = words["text"]
            if "entities" in words:
                content["caption_entities"] = words["entities"]
        if group:
            content["media_group_id"] = group
        contents.append(content)
    return contents


@routes.post(r"/sandbox/people/{person_id:\d+}/edit")
async def edit(request: web.Request) -> web.Response:
    """A person changes the text or caption of their own message."""
    world = request.app[WORLD]
    person = person_of(request)
    body = await body_of(request)
    chat = chat_of(request, person, body)
    stored = message_of(chat, body)
    if stored.author != person.id or not ({"text", "caption"} & stored.raw.keys()):
        raise PersonError(409, "only one's own texts can be edited")
    words = text_content(body.get("text"))
    field = "text" if "text" in stored.raw else "caption"
    marks = "entities" if field == "text" else "caption_entities"
    fresh = {key: value for key, value in stored.raw.items() if key != marks}
    fresh |= {field: words["text"], "edit_date": world.clock.seconds()}
    if "entities" in words:
        fresh[marks] = words["entities"]
    stored.raw = fresh
    world.announce(chat, stored, "edit")
    return web.json_response({"update_id": world.updates.put("edited_message", stored.raw)})


@routes.post(r"/sandbox/people/{person_id:\d+}/delete")
async def delete(request: web.Request) -> web.Response:
    """A person deletes a message for everybody; bots are not told."""
    world = request.app[WORLD]
    person = person_of(request)
    body = await body_of(request)
    chat = chat_of(request, person, body)
    stored = message_of(chat, body)
    stored.deleted = True
    world.announce(chat, stored, "delete")
    return web.json_response({})
