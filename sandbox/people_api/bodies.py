"""Reading requests of the person side, and answering their errors."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import BodyPartReader, web

from sandbox.botapi.params import Upload
from sandbox.errors import ApiError, PersonError
from sandbox.keys import WORLD
from sandbox.state.chats import Chat, Stored
from sandbox.state.people import Person

Raw = dict[str, Any]
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def errors_as_json(request: web.Request, handler: Handler) -> web.StreamResponse:
    """`{"error": ...}` for what a person cannot do."""
    try:
        return await handler(request)
    except PersonError as error:
        return web.json_response({"error": error.reason}, status=error.status)
    except ApiError as error:
        return web.json_response({"error": error.description}, status=400)
    except web.HTTPException as error:
        if request.path.startswith("/sandbox/"):
            return web.json_response({"error": error.reason}, status=error.status)
        raise


async def body_of(request: web.Request) -> Raw:
    """The JSON object of a request, {} when there is none; PersonError 400 otherwise."""
    if not request.can_read_body:
        return {}
    try:
        body = await request.json()
    except ValueError:
        raise PersonError(400, "the body is not JSON") from None
    if not isinstance(body, dict):
        raise PersonError(400, "the body must be a JSON object")
    return body


async def parts_of(request: web.Request) -> tuple[Raw, list[tuple[str, Upload]]]:
    """Fields and files of a multipart request, files in their order."""
    fields: Raw = {}
    files: list[tuple[str, Upload]] = []
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or not part.name:
            continue
        content = bytes(await part.read(decode=True))
        if part.filename is None:
            fields[part.name] = content.decode()
        else:
            files.append((part.name, Upload(part.filename, part.headers.get("Content-Type"), content)))
    return fields, files


def person_of(request: web.Request) -> Person:
    """The person in the path."""
    return request.app[WORLD].person(int(request.match_info["person_id"]))


def chat_of(request: web.Request, person: Person, body: Raw) -> Chat:
    """The chat a request is about: the person's own unless `chat_id` names a group."""
    chat_id = whole(body, "chat_id")
    return request.app[WORLD].chat_of(person, chat_id)


def message_of(chat: Chat, body: Raw) -> Stored:
    """The message of the chat that `message_id` names; PersonError 404 if there is none."""
    stored = chat.find(need(body, "message_id"))
    if stored is None:
        raise PersonError(404, "there is no such message")
    return stored


def whole(body: Raw, name: str) -> int | None:
    """A whole number of a body, or None; PersonError 400 for anything else."""
    value = body.get(name)
    if value is None or value == "":
        return None
    try:
        return int(value)
    except (TypeError, ValueError):
        raise PersonError(400, f"{name} must be a whole number") from None


def need(body: Raw, name: str) -> int:
    """A whole number that must be there."""
    value = whole(body, name)
    if value is None:
        raise PersonError(400, f"{name} is missing")
    return value


def query_number(request: web.Request, name: str, default: int = 0) -> int:
    """A whole number of the query string."""
    return whole(dict(request.query), name) or default
