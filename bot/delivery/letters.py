"""Delivery of letters and SMS: the outbox by another channel, with workers and retry rules of its own.

A server that is slow or refuses holds up only its own channel, and there only as many workers as it keeps busy; what
could not be sent is tried again, here or by the next process once the lease is over.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import structlog

from bot.backoff import Backoff
from bot.delivery.ports import OutboxQueue, OutboxRow
from bot.observability.metrics import Metrics
from handlers.letters import Letter, Sms

log = structlog.get_logger(__name__)

Message = Letter | Sms
Render = Callable[[OutboxRow], Awaitable[Message | None]]
"""What to send now; None when there is nothing to say any more."""


class LetterRefused(Exception):
    """The other side understood and said no for good. The text says by which rule, never to whom."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Seconds, and tries by the kind of trouble before a row is put aside."""

    workers: int = 10
    send_timeout: float = 20.0
    lease: float = 60.0
    look: float = 0.5
    drain: float = 10.0
    refused: int = 3
    temporary: int = 60
    pauses: Backoff = field(default_factory=lambda: Backoff(first=1.0, most=600.0))


class LetterDelivery:
    """Sends what one channel owes, until stopped. `name` stands in logs and figures."""

    def __init__(
        self,
        name: str,
        queue: OutboxQueue,
        render: Render,
        send: Callable[[Message], Awaitable[None]],
        *,
        rules: Rules | None = None,
        metrics: Metrics | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._name = name
        self._queue = queue
        self._render = render
        self._send = send
        self._rules = rules or Rules()
        self._metrics = metrics or Metrics()
        self._clock = clock
        self._news = asyncio.Event()
        self._stopping = asyncio.Event()
        self._running: set[asyncio.Task[None]] = set()
        self._pauses = Backoff(first=0.5, most=15.0)

    def wake(self) -> None:
        """Something may have been owed: look at once."""
        self._news.set()

    def stop(self) -> None:
        """Begins nothing more; `run` returns once what is on its way has ended, or after `drain` seconds."""
        self._stopping.set()
        self._news.set()

    async def run(self) -> None:
        """Delivers until `stop`; survives any trouble. May be run again afterwards."""
        self._stopping.clear()
        failures = 0
        try:
            while not self._stopping.is_set():
                self._news.clear()
                try:
                    await self._begin()
                    failures = 0
                except Exception as error:
                    failures += 1
                    if failures == 1:
                        log.warning("the outbox cannot be read", channel=self._name, error=type(error).__name__)
                await self._wait(self._pauses.pause(failures) if failures else self._rules.look)
        finally:
            await self._drain()

    async def _begin(self) -> None:
        room = self._rules.workers - len(self._running)
        if room <= 0:
            return
        due = await self._queue.next_due()
        if due is None or due > self._clock():
            return
        for row in await self._queue.claim(room, self._clock(), timedelta(seconds=self._rules.lease)):
            task = asyncio.create_task(self._deliver(row))
            self._running.add(task)
            task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        self._news.set()

    async def _deliver(self, row: OutboxRow) -> None:
        try:
            async with asyncio.timeout(self._rules.send_timeout):
                message = await self._render(row)
                if message is not None:
                    await self._send(message)
        except Exception as error:
            await self._safely(row, self._failed(row, error))
            return
        self._count("void" if message is None else "sent")
        await self._safely(row, self._queue.sent([(row.id, None)], self._clock()))

    async def _failed(self, row: OutboxRow, error: Exception) -> None:
        # Never the error's own text: servers like to quote the address.
        reason = str(error) if isinstance(error, LetterRefused) else type(error).__name__
        most = self._rules.refused if isinstance(error, LetterRefused) else self._rules.temporary
        if row.attempts >= most:
            await self._queue.put_aside(row.id, reason)
            self._count("dead")
            log.error("a letter was put aside", channel=self._name, outbox_id=row.id, kind=row.kind, error=reason)
            return
        due = self._clock() + timedelta(seconds=self._rules.pauses.pause(row.attempts))
        await self._queue.retry(row.id, due, reason)
        self._count("again")
        log.info("a letter is tried again later", channel=self._name, outbox_id=row.id, error=reason)

    async def _safely(self, row: OutboxRow, writing: Awaitable[None]) -> None:
        try:
            await writing
        except Exception as error:
            # The lease runs out and the row is claimed again: at worst the same letter comes twice.
            log.warning("a letter's end could not be written down", outbox_id=row.id, error=type(error).__name__)

    def _count(self, result: str) -> None:
        self._metrics.letters.labels(self._name, result).inc()

    async def _wait(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._news.wait()
        except TimeoutError:
            return

    async def _drain(self) -> None:
        running = set(self._running)
        if running:
            await asyncio.wait(running, timeout=self._rules.drain)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
