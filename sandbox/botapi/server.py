"""/bot<token>/<method>: from the HTTP request to the answer, through faults and the log."""

import asyncio
import inspect
import json
import logging
import re
import time
from typing import Any

from aiohttp import web

from sandbox.botapi import catalog, fast
from sandbox.botapi.params import Upload, parse, read_request
from sandbox.botapi.registry import METHODS, Call
from sandbox.errors import ApiError, forbidden, too_many
from sandbox.keys import WORLD
from sandbox.state.faults import Fault
from sandbox.state.world import World

Raw = dict[str, Any]
logger = logging.getLogger(__name__)
TOKEN = re.compile(r"\d{3,20}:[A-Za-z0-9_-]{3,80}")
BAD_GATEWAY = (
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n"
    "<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n"
)
assert catalog.LOADED
_dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def token_is_good(world: World, token: str) -> bool:
    """The form of a token, and the token itself when one is set."""
    return TOKEN.fullmatch(token) is not None and world.config.token in (None, token)


async def bot_api(request: web.Request) -> web.StreamResponse:
    """One call of the Bot API."""
    world = request.app[WORLD]
    started = time.monotonic()
    name = request.match_info["method"]
    if not token_is_good(world, request.match_info["token"]):
        return respond({"ok": False, "error_code": 401, "description": "Unauthorized"}, 401)
    if not world.limits.strict and not world.faults:
        quick = fast.QUICK.get(name.lower())
        if quick is not None and request.content_type != "multipart/form-data":
            return await _quick(world, request, name, quick)
    entry = METHODS.get(name.lower())
    world.calls.touch(entry.name if entry else name)
    params: Raw = {}
    try:
        params, uploads = await read_request(request)
    except ApiError as error:
        return _refuse(world, name, {}, error, started)
    shown = {**params, **{part: f"<{len(up.content)} bytes: {up.name}>" for part, up in uploads.items()}}
    if entry is None:
        return _refuse(world, name, shown, ApiError(404, "Not Found"), started, known=False)
    name = entry.name
    fault = world.faults.pick(name, _chat_number(params)) if world.faults else None
    if fault and not fault.after:
        return await _misfortune(world, request, fault, name, shown, started)
    try:
        result = await execute(world, name, params, uploads)
    except ApiError as error:
        return _refuse(world, name, shown, error, started)
    except Exception:
        # A fault of the sandbox itself must be seen as one, by the bot and in the log of calls.
        logger.exception("%s failed", name)
        return _refuse(world, name, shown, ApiError(500, "Internal Server Error: the sandbox failed"), started)
    if fault:
        return await _misfortune(world, request, fault, name, shown, started)
    answer = {"ok": True, "result": result}
    world.calls.add(name, shown, answer, 200, started)
    return respond(answer)


async def execute(world: World, name: str, params: Raw, uploads: dict[str, Upload]) -> Any:
    """Run a known method; raises ApiError."""
    entry = METHODS[name.lower()]
    parsed = parse(entry.model, params, uploads)
    result = entry.run(Call(world, uploads), parsed)
    if inspect.isawaitable(result):
        result = await result
    return entry.shaped(result) if world.limits.strict else result


async def answer_call(world: World, name: str, params: Raw, uploads: dict[str, Upload]) -> None:
    """A method given in a webhook's answer: run, logged, its result told to nobody."""
    started = time.monotonic()
    world.calls.touch(name)
    try:
        answer = {"ok": True, "result": await execute(world, name, params, uploads)}
        status = 200
    except ApiError as error:
        answer, status = error.body(), error.code
    world.calls.add(METHODS[name.lower()].name, {**params, "via": "webhook answer"}, answer, status, started)


async def download(request: web.Request) -> web.Response:
    """/file/bot<token>/<path>: a file's bytes."""
    world = request.app[WORLD]
    if not token_is_good(world, request.match_info["token"]):
        return respond({"ok": False, "error_code": 401, "description": "Unauthorized"}, 401)
    file = world.files.by_path(request.match_info["path"])
    if file is None:
        return respond({"ok": False, "error_code": 404, "description": "Not Found"}, 404)
    return web.Response(body=world.files.content(file), content_type="application/octet-stream")


async def _quick(world: World, request: web.Request, name: str, quick: fast.Quick) -> web.Response:
    world.calls.touch("getUpdates" if name.lower() == "getupdates" else name)
    try:
        params, _ = await read_request(request)
        result = quick(world, params)
        if asyncio.iscoroutine(result):
            result = await result
    except ApiError as error:
        return respond(error.body(), error.code)
    return respond({"ok": True, "result": result})


def respond(body: Raw, status: int = 200) -> web.Response:
    """JSON the way Telegram sends it."""
    return web.Response(body=_dumps(body).encode(), status=status, content_type="application/json")


def _refuse(
    world: World, name: str, params: Raw, error: ApiError, started: float, *, known: bool = True
) -> web.Response:
    body = error.body()
    world.calls.add(name, params, body, error.code, started, known=known)
    response = respond(body, error.code)
    if error.code == 429 and error.parameters:
        response.headers["Retry-After"] = str(error.parameters["retry_after"])
    return response


async def _misfortune(
    world: World, request: web.Request, fault: Fault, name: str, params: Raw, started: float
) -> web.StreamResponse:
    if fault.kind == "429":
        return _refuse(world, name, params, too_many(fault.retry_after), started)
    if fault.kind == "403":
        return _refuse(world, name, params, forbidden("bot was blocked by the user"), started)
    if fault.kind == "500":
        return _refuse(world, name, params, ApiError(500, "Internal Server Error"), started)
    if fault.kind == "502":
        world.calls.add(name, params, {"fault": "502"}, 502, started)
        return web.Response(text=BAD_GATEWAY, status=502, content_type="text/html")
    world.calls.add(name, params, {"fault": fault.kind}, 0, started)
    if fault.kind == "timeout":
        await asyncio.sleep(fault.seconds)
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=502)


def _chat_number(params: Raw) -> int | None:
    try:
        return int(params["chat_id"])
    except (KeyError, TypeError, ValueError):
        return None
