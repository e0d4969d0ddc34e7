"""The aiohttp application."""

from pathlib import Path

from aiohttp import web

from sandbox.botapi.server import bot_api
from sandbox.config import Config
from sandbox.guard import same_origin
from sandbox.keys import WORLD
from sandbox.people_api import control, observe, people, press, send
from sandbox.people_api.bodies import errors_as_json
from sandbox.state.world import World

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


def build_app(config: Config) -> web.Application:
    """A sandbox of its own, with an empty world."""
    app = web.Application(middlewares=[same_origin, errors_as_json], client_max_size=MAX_BODY)
    app[WORLD] = World(config)
    app.router.add_route("*", "/bot{token}/{method}", bot_api)
    for table in (people.routes, send.routes, press.routes, observe.routes, control.routes):
        app.router.add_routes(table)
    app.router.add_get("/", index)
    if PAGE.is_dir():
        app.router.add_static("/page", PAGE)
    return app
