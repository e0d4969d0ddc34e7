"""The aiohttp application."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

from aiohttp import web

from sandbox.botapi.server import bot_api, download
from sandbox.config import Config
from sandbox.guard import same_origin
from sandbox.keys import WORLD
from sandbox.mail import open_letter_box
from sandbox.people_api import control, groups, inline, observe, pay, people, press, send
from sandbox.people_api.bodies import errors_as_json
from sandbox.state.world import World
from sandbox.webhook import Pusher

PAGE = Path(__file__).parent / "page"
MAX_BODY = 64 * 1024 * 1024
PAGE_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; "
    "style-src 'self' 'unsafe-inline'; frame-ancestors 'none'",
}


async def index(_: web.Request) -> web.StreamResponse:
    """The page of phones."""
    path = PAGE / "index.html"
    if not path.is_file():
        return web.Response(status=404, text="The page is not there.")
    return web.FileResponse(path, headers=PAGE_HEADERS)


async def _pushing(app: web.Application) -> AsyncIterator[None]:
    task = asyncio.create_task(Pusher(app[WORLD]).run())
    yield
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task


async def _letter_box(app: web.Application) -> AsyncIterator[None]:
    world = app[WORLD]
    if world.config.smtp_port is None:
        yield
        return
    server, world.smtp_port = await open_letter_box(world.letters, world.config.host, world.config.smtp_port)
    yield
    server.close()
    await server.wait_closed()


def build_app(config: Config) -> web.Application:
    """A sandbox of its own, with an empty world."""
    app = web.Application(middlewares=[same_origin, errors_as_json], client_max_size=MAX_BODY)
    app[WORLD] = World(config)
    app.router.add_route("*", "/bot{token}/{method}", bot_api)
    app.router.add_get("/file/bot{token}/{path:.+}", download)
    for table in (people, send, press, pay, inline, groups, observe, control):
        app.router.add_routes(table.routes)
    app.router.add_get("/", index)
    app.cleanup_ctx.append(_pushing)
    app.cleanup_ctx.append(_letter_box)
    if PAGE.is_dir():
        app.router.add_static("/page", PAGE)
    return app
