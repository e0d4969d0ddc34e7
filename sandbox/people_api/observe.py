"""What happened: events as they come, calls, letters, files, state."""

import asyncio
import json
from urllib.parse import quote

from aiohttp import web

from sandbox.errors import PersonError
from sandbox.keys import WORLD
from sandbox.people_api.bodies import body_of, query_number

routes = web.RouteTableDef()
HEARTBEAT = 15.0
PASSIVE = ("image/", "audio/", "video/", "application/pdf", "text/plain")


@routes.get("/sandbox/events")
async def events(request: web.Request) -> web.StreamResponse:
    """Server-sent events; a comment every 15 s keeps the line open."""
    world = request.app[WORLD]
    if not world.limits.strict:
        raise PersonError(409, "there are no events in load mode")
    response = web.StreamResponse(
        headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    )
    await response.prepare(request)
    queue = world.events.subscribe()
    try:
        await response.write(f": connected at event {world.events.n}\n\n".encode())
        while True:
            try:
                event = await asyncio.wait_for(queue.get(), HEARTBEAT)
            except TimeoutError:
                await response.write(b": ping\n\n")
                continue
            text = json.dumps(event, ensure_ascii=False)
            await response.write(f"id: {event['n']}\ndata: {text}\n\n".encode())
    except (ConnectionResetError, asyncio.CancelledError):
        pass
    finally:
        world.events.unsubscribe(queue)
    return response


@routes.get("/sandbox/calls")
async def calls(request: web.Request) -> web.Response:
    """Bot API calls, oldest first."""
    rows = request.app[WORLD].calls.find(
        query_number(request, "after"), request.query.get("method"), query_number(request, "limit", 200)
    )
    return web.json_response(rows)


@routes.get("/sandbox/mail")
async def mail(request: web.Request) -> web.Response:
    """Letters, oldest first."""
    return web.json_response(list(request.app[WORLD].letters.mail))


@routes.get("/sandbox/sms")
async def sms(request: web.Request) -> web.Response:
    """SMS, oldest first."""
    return web.json_response(list(request.app[WORLD].letters.sms))


@routes.post("/sandbox/sms")
async def send_sms(request: web.Request) -> web.Response:
    """What a gateway would be sent."""
    body = await body_of(request)
    if not body.get("to") or not body.get("text"):
        raise PersonError(400, "an SMS needs to and text")
    return web.json_response({"id": request.app[WORLD].letters.add_sms(str(body["to"]), str(body["text"]))})


@routes.get("/sandbox/files/{file_id}")
async def file(request: web.Request) -> web.Response:
    """A file's bytes; never run as a page of ours."""
    world = request.app[WORLD]
    found = world.files.get(request.match_info["file_id"])
    if found is None:
        raise PersonError(404, "there is no such file")
    mime = found.mime.split(";")[0]
    headers = {
        "Cache-Control": "max-age=86400",
        "X-Content-Type-Options": "nosniff",
        "Content-Disposition": f"inline; filename*=UTF-8''{quote(found.name)}",
    }
    if not mime.startswith(PASSIVE) or mime == "image/svg+xml":
        headers["Content-Security-Policy"] = "sandbox"
    return web.Response(body=world.files.content(found), content_type=mime, headers=headers)


@routes.get("/sandbox/state")
async def state(request: web.Request) -> web.Response:
    """What waits, for tests that want to know when the bot is done."""
    world = request.app[WORLD]
    return web.json_response(
        {
            "pending": len(world.updates.pending),
            "last_update_id": world.updates.last_id,
            "confirmed_to": world.updates.confirmed_to,
            "webhook": world.webhook.view(),
            "bot": world.bot_user,
            "unanswered": world.queries.unanswered(world.clock.now()),
            "quiet_ms": world.quiet_ms(),
            "calls": world.calls.total,
            "smtp_port": world.smtp_port,
            "strict": world.limits.strict,
            "taken": world.flood.taken,
            "refused": world.flood.refused,
            "last_event": world.events.n,
        }
    )
