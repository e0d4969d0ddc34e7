"""/healthz and /metrics on a local port."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web
from prometheus_client import generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from bot.observability.metrics import Metrics
from bot.telegram_faults import reason_of

Check = Callable[[], Awaitable[object]]
"""Returns when all is well and raises when not."""

PATIENCE = 3.0


def add_observation(app: web.Application, metrics: Metrics, checks: Mapping[str, Check]) -> None:
    """Adds both addresses to an application. /healthz answers 200 when every check passes in time, else 503."""

    async def healthz(_request: web.Request) -> web.Response:
        found = await asyncio.gather(*(_state(check) for check in checks.values()))
        well = all(state == "ok" for state in found)
        body = {"status": "ok" if well else "failing", "checks": dict(zip(checks, found, strict=True))}
        return web.json_response(body, status=200 if well else 503)

    async def figures(_request: web.Request) -> web.Response:
        return web.Response(body=generate_latest(metrics.registry), headers={"Content-Type": CONTENT_TYPE_LATEST})

    app.router.add_get("/healthz", healthz)
    app.router.add_get("/metrics", figures)


def observed_application(
    metrics: Metrics, checks: Mapping[str, Check], *, body_limit: int = 1_000_000
) -> web.Application:
    """An application that has both, for more routes."""
    app = web.Application(client_max_size=body_limit)
    add_observation(app, metrics, checks)
    return app


async def _state(check: Check) -> str:
    try:
        async with asyncio.timeout(PATIENCE):
            await check()
    except Exception as error:
        # A check may fail in any way; its kind is what an operator gets to see.
        return reason_of(error)
    return "ok"


class ObservationServer:
    """Serves both on 127.0.0.1, or wherever told. `port` 0 takes a free one; `address` tells which.

    Raises OSError from `start` when the port is taken.
    """

    def __init__(self, metrics: Metrics, checks: Mapping[str, Check], *, port: int, host: str = "127.0.0.1") -> None:
        app = web.Application()
        add_observation(app, metrics, checks)
        self._runner = web.AppRunner(app, access_log=None)
        self._host = host
        self._port = port

    async def start(self) -> None:
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self._host, self._port).start()
        except OSError:
            await self._runner.cleanup()
            raise

    @property
    def address(self) -> tuple[str, int]:
        host, port = self._runner.addresses[0][:2]
        return str(host), int(port)

    async def stop(self) -> None:
        await self._runner.cleanup()
