"""Writes down what was sent, at once but together: while one write runs, the next ones gather."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime

import structlog

from bot.backoff import Backoff
from bot.delivery.ports import OutboxQueue
from bot.telegram_faults import reason_of

log = structlog.get_logger(__name__)


class Recorder:
    """Group commit for sent messages. A crash repeats at most what was sent and not yet written."""

    def __init__(self, queue: OutboxQueue, clock: Callable[[], datetime]) -> None:
        self._queue = queue
        self._clock = clock
        self._gathered: list[tuple[int, int | None]] = []
        self._writing: asyncio.Task[None] | None = None
        self._pauses = Backoff(first=0.1, most=5.0)

    async def sent(self, row_id: int, message_id: int | None) -> None:
        """Returns once it is written; tries on while the database is away."""
        self._gathered.append((row_id, message_id))
        while (row_id, message_id) in self._gathered:
            if self._writing is None:
                self._writing = asyncio.create_task(self._write())
            await asyncio.shield(self._writing)

    async def flush(self) -> None:
        """Returns once nothing is left to write."""
        while self._writing is not None:
            await asyncio.shield(self._writing)

    async def _write(self) -> None:
        try:
            await self._write_gathered()
        finally:
            # Here and not in a callback: whoever waits must never find a write that has ended already.
            self._writing = None

    async def _write_gathered(self) -> None:
        failures = 0
        while True:
            batch = tuple(self._gathered)
            try:
                await self._queue.sent(batch, self._clock())
            except Exception as error:
                # Sent is sent: giving this up would send it twice.
                failures += 1
                if failures == 1:
                    log.warning("sent messages could not be written down yet", count=len(batch), error=reason_of(error))
                await asyncio.sleep(self._pauses.pause(failures))
            else:
                del self._gathered[: len(batch)]
                return
