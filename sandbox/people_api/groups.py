"""Groups and their topics."""

from typing import Any

from aiohttp import web

from sandbox.botapi.forum import drop_topic, make_topic
from sandbox.errors import PersonError
from sandbox.keys import WORLD
from sandbox.people_api.bodies import body_of, whole
from sandbox.state.chats import Chat
from sandbox.views import group_view

Raw = dict[str, Any]
routes = web.RouteTableDef()
FIRST_ID = -1001000000001


def _group(request: web.Request) -> Chat:
    chat = request.app[WORLD].chats.get(int(request.match_info["group_id"]))
    if chat is None or chat.is_private:
        raise PersonError(404, "there is no such group")
    return chat


@routes.get("/sandbox/groups")
async def list_groups(request: web.Request) -> web.Response:
    """All groups."""
    chats = request.app[WORLD].chats.values()
    return web.json_response([group_view(chat) for chat in chats if not chat.is_private])


@routes.post("/sandbox/groups")
async def add_group(request: web.Request) -> web.Response:
    """A supergroup with the bot as an administrator; the first member owns it."""
    world = request.app[WORLD]
    body = await body_of(request)
    title = body.get("title")
    if not isinstance(title, str) or not title.strip():
        raise PersonError(400, "title is missing")
    members = body.get("members") or []
    if not isinstance(members, list) or not members:
        raise PersonError(400, "members must be a list of people's ids")
    for member in members:
        world.person(member)
    number = whole(body, "id")
    if number is None:
        number = FIRST_ID
        while number in world.chats:
            number -= 1
    if number >= 0:
        raise PersonError(400, "a group's id must be negative")
    if number in world.chats:
        raise PersonError(409, f"group {number} is already here")
    raw: Raw = {"id": number, "title": title, "type": "supergroup"}
    if body.get("is_forum"):
        raw["is_forum"] = True
    chat = Chat(number, raw, members=list(members), is_forum=bool(body.get("is_forum")))
    chat.next_id = 2  # 1 is the message that made the group, and the General topic
    world.chats[number] = chat
    view = group_view(chat)
    world.events.emit("group", chat_id=number, group=view)
    member = {"user": world.bot_user, "status": "left"}
    world.updates.put(
        "my_chat_member",
        {
            "chat": raw,
            "from": world.people[members[0]].user(),
            "date": world.clock.seconds(),
            "old_chat_member": member,
            "new_chat_member": {**member, "status": "member"},
        },
    )
    return web.json_response(view, status=201)


@routes.post(r"/sandbox/groups/{group_id:-\d+}/topics")
async def add_topic(request: web.Request) -> web.Response:
    """A person opens a topic."""
    world = request.app[WORLD]
    chat = _group(request)
    body = await body_of(request)
    if not chat.is_forum:
        raise PersonError(409, "this group has no topics")
    author = whole(body, "person_id") or chat.members[0]
    topic = make_topic(world, chat, world.person(author).id, str(body.get("name") or "Тема"), None, None)
    world.updates.put("message", chat.messages[topic.id].raw)
    return web.json_response(topic.view(), status=201)


@routes.delete(r"/sandbox/groups/{group_id:-\d+}/topics/{thread_id:\d+}")
async def delete_topic(request: web.Request) -> web.Response:
    """A person deletes a topic with its messages; the bot is not told."""
    world = request.app[WORLD]
    chat = _group(request)
    topic = chat.topics.get(int(request.match_info["thread_id"]))
    if topic is None or topic.deleted:
        raise PersonError(404, "there is no such topic")
    drop_topic(world, chat, topic)
    return web.json_response({})
