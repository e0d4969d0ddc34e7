"""/healthz and /metrics as one of the program's services."""

from __future__ import annotations

import asyncio

from bot.observability.http import ObservationServer
from bot.observability.metrics import Metrics
from storage.database import Database


class Observatory:
    """Serves both until stopped; healthy means that the database answers."""

    def __init__(self, metrics: Metrics, database: Database, port: int) -> None:
        self._server = ObservationServer(metrics, {"database": database.ping}, port=port)
        self._stopping = asyncio.Event()

    async def run(self) -> None:
        """Until `stop`. Raises OSError for a port in use."""
        await self._server.start()
        try:
            await self._stopping.wait()
        finally:
            await self._server.stop()

    def stop(self) -> None:
        self._stopping.set()
