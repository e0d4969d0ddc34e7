"""Persons and what they see."""

from typing import Any

from aiohttp import web

from sandbox.errors import PersonError
from sandbox.keys import WORLD
from sandbox.people_api.bodies import body_of, chat_of, person_of, query_number, whole
from sandbox.state.people import Person
from sandbox.views import chat_view, person_view

routes = web.RouteTableDef()
FIELDS = ("first_name", "last_name", "username", "language_code", "phone")


@routes.get("/sandbox/people")
async def list_people(request: web.Request) -> web.Response:
    """Everybody."""
    world = request.app[WORLD]
    return web.json_response([person_view(world, person) for person in world.people.values()])


@routes.post("/sandbox/people")
async def add_person(request: web.Request) -> web.Response:
    """One more person; an id that is taken is 409."""
    world = request.app[WORLD]
    body = await body_of(request)
    for name in FIELDS:
        if body.get(name) is not None and not isinstance(body[name], str):
            raise PersonError(400, f"{name} must be text")
    if not (body.get("first_name") or "").strip():
        raise PersonError(400, "first_name is missing")
    number = whole(body, "id")
    if number is None:
        number = max(max(world.people, default=0) + 1, 10_001)
    if number <= 0:
        raise PersonError(400, "id must be positive")
    if number in world.people:
        raise PersonError(409, f"person {number} is already here")
    words: dict[str, Any] = {name: body.get(name) for name in FIELDS}
    person = Person(number, **words)
    world.add_person(person)
    view = person_view(world, person)
    world.events.emit("person", person_id=person.id, person=view)
    return web.json_response(view, status=201)


@routes.get(r"/sandbox/people/{person_id:\d+}")
async def get_person(request: web.Request) -> web.Response:
    """One person."""
    return web.json_response(person_view(request.app[WORLD], person_of(request)))


@routes.patch(r"/sandbox/people/{person_id:\d+}")
async def change_person(request: web.Request) -> web.Response:
    """Another name, language, phone; the bot sees it with the next update."""
    world = request.app[WORLD]
    person = person_of(request)
    body = await body_of(request)
    for name, value in body.items():
        if name not in FIELDS or not (isinstance(value, str) or (value is None and name != "first_name")):
            raise PersonError(400, f"{name} cannot be {value!r}")
        setattr(person, name, value)
    world.chats[person.id].raw = person.chat()
    view = person_view(world, person)
    world.events.emit("person", person_id=person.id, person=view)
    return web.json_response(view)


@routes.get(r"/sandbox/people/{person_id:\d+}/chat")
async def get_chat(request: web.Request) -> web.Response:
    """A chat as the person sees it; `after` gives only what changed since that event."""
    world = request.app[WORLD]
    person = person_of(request)
    chat = chat_of(request, person, dict(request.query))
    person.read_upto[chat.id] = chat.next_id
    return web.json_response(chat_view(world, chat, person.id, query_number(request, "after")))


@routes.get(r"/sandbox/people/{person_id:\d+}/chats")
async def list_chats(request: web.Request) -> web.Response:
    """The person's chats, with what came since they last looked."""
    world = request.app[WORLD]
    person = person_of(request)
    rows = []
    for chat in world.chats.values():
        if person.id in chat.members:
            read = person.read_upto.get(chat.id, 0)
            unread = sum(1 for s in chat.messages.values() if s.id >= read and s.author != person.id and not s.deleted)
            title = world.bot_user["first_name"] if chat.is_private else chat.title
            rows.append({"chat_id": chat.id, "title": title, "type": chat.raw["type"], "unread": unread})
    return web.json_response(rows)
