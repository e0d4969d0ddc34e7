"""Keeps web pages of other origins from driving the sandbox through somebody's browser."""

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

from sandbox.keys import WORLD

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@web.middleware
async def same_origin(request: web.Request, handler: Handler) -> web.StreamResponse:
    """403 unless Host is this machine (or in SANDBOX_ALLOWED_HOSTS) and Origin, if sent, is the very same.

    The Host check stops DNS rebinding, the Origin check forms and scripts of other pages, and
    Sec-Fetch-Site what browsers send without an Origin (images, frames).
    """
    allowed = request.app[WORLD].config.allowed_hosts | LOOPBACK
    host = request.headers.get("Host", "")
    if _name(host) not in allowed:
        return _no("the Host header does not name this machine")
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc.lower() != host.lower():
        return _no("requests of other origins are not served")
    if request.headers.get("Sec-Fetch-Site", "same-origin") == "cross-site" and (
        request.headers.get("Sec-Fetch-Mode") != "navigate" or request.path != "/"
    ):
        return _no("requests of other sites are not served")
    return await handler(request)


def _name(host: str) -> str:
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""


def _no(reason: str) -> web.Response:
    return web.json_response({"error": reason}, status=403)
