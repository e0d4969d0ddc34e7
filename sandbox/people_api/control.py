"""A test's levers: faults, limits, the clock, repetition, reset."""

from typing import Any

from aiohttp import web

from sandbox.errors import PersonError
from sandbox.keys import WORLD
from sandbox.people_api.bodies import body_of, need

routes = web.RouteTableDef()


@routes.get("/sandbox/faults")
async def get_faults(request: web.Request) -> web.Response:
    """The troubles in force."""
    return web.json_response(request.app[WORLD].faults.view())


@routes.post("/sandbox/faults")
async def add_fault(request: web.Request) -> web.Response:
    """One more trouble."""
    faults = request.app[WORLD].faults
    faults.add(await body_of(request))
    return web.json_response(faults.view())


@routes.delete("/sandbox/faults")
async def clear_faults(request: web.Request) -> web.Response:
    """Fair weather."""
    request.app[WORLD].faults.clear()
    return web.json_response([])


@routes.get("/sandbox/limits")
async def get_limits(request: web.Request) -> web.Response:
    """The numbers in force."""
    return web.json_response(request.app[WORLD].limits.view())


@routes.post("/sandbox/limits")
async def set_limits(request: web.Request) -> web.Response:
    """Other numbers; what was sent before is forgotten."""
    world = request.app[WORLD]
    world.limits.update(await body_of(request))
    world.apply_mode()
    world.flood.clear()
    return web.json_response(world.limits.view())


@routes.post("/sandbox/clock")
async def advance_clock(request: web.Request) -> web.Response:
    """Push the sandbox's clock forward by seconds (message dates, 48 h, 15 min)."""
    world = request.app[WORLD]
    body = await body_of(request)
    seconds = body.get("advance", 0)
    if not isinstance(seconds, int | float) or seconds < 0:
        raise PersonError(400, "advance must be seconds from 0")
    world.clock.shift += seconds
    return web.json_response({"now": world.clock.iso()})


@routes.post("/sandbox/repeat")
async def repeat(request: web.Request) -> web.Response:
    """Deliver an update once more, with a new id as a reconnecting client would or with the same."""
    world = request.app[WORLD]
    body = await body_of(request)
    new_id = bool(body.get("new_id", True))
    known = world.updates.find(need(body, "update_id"))
    if known is None:
        raise PersonError(404, "this update is not remembered")
    update = dict(known)
    answer: dict[str, Any] = {}
    press = update.get("callback_query")
    if press and new_id:
        # The client asks anew: Telegram gives the same press another query to answer.
        chat_id = press.get("message", {}).get("chat", {}).get("id")
        until = world.clock.now() + world.limits.callback_seconds
        query = world.queries.ask("callback", press["from"]["id"], until, chat_id)
        update["callback_query"] = {**press, "id": query.id}
        answer["callback_id"] = query.id
    answer["update_id"] = world.updates.repeat(update, new_id=new_id)
    return web.json_response(answer)


@routes.post("/sandbox/reset")
async def reset(request: web.Request) -> web.Response:
    """Start over."""
    request.app[WORLD].reset()
    return web.json_response({})
