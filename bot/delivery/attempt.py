"""One try to deliver one row, and what becomes of the row by how it went."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter

from bot.backoff import Backoff
from bot.delivery.pacer import Pacer, Place
from bot.delivery.ports import OutboxQueue, OutboxRow, Render, Send
from bot.delivery.recorder import Recorder
from bot.intake.shelf import story_of
from bot.observability.metrics import Metrics
from bot.session import unhurried
from bot.telegram_faults import Fault, fault_of, reason_of

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Tries:
    """How often, by the kind of trouble, before a row is put aside with its reason."""

    refused: int = 3
    """Telegram refuses the message itself: it will go on doing so."""
    ours: int = 5
    """It could not be rendered, or sending failed by a mistake of ours."""
    temporary: int = 30
    """5xx, time-outs, cut connections: with these pauses, about a day."""
    pauses: Backoff = field(default_factory=lambda: Backoff(first=1.0, most=3600.0))


class End(Enum):
    """What became of a try."""

    SETTLED = "settled"
    """Sent, or written down for later or for never."""
    AGAIN = "again"
    """Telegram only asked for silence: to be tried again from memory."""
    NOBODY = "nobody"
    """The person cannot be reached; whatever else waits for them is of no use now."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """Renders, sends, and records. Never raises but when cancelled."""

    bot: Bot
    queue: OutboxQueue
    render: Render
    send: Send
    pacer: Pacer
    recorder: Recorder
    tries: Tries
    timeout: float
    metrics: Metrics
    clock: Callable[[], datetime]

    async def __call__(self, row: OutboxRow, place: Place) -> End:
        try:
            async with asyncio.timeout(self.timeout):
                screen = await self.render(row)
                if screen is None:
                    place.free()
                with unhurried():
                    message_id = None if screen is None else await self.send(self.bot, row.person_id, screen)
        except Exception as error:
            return await self._failed(row, error)
        finally:
            place.sent()
        await self.recorder.sent(row.id, message_id)
        (self.metrics.notices_void if screen is None else self.metrics.notices_sent).inc()
        return End.SETTLED

    async def _failed(self, row: OutboxRow, error: Exception) -> End:
        fault = fault_of(error)
        self.metrics.last_error.labels(fault.name.lower()).set_to_current_time()
        if isinstance(error, TelegramRetryAfter):
            self.pacer.pause(error.retry_after)
            self.metrics.notices_paused.inc()
            log.warning("Telegram asks delivery for silence", seconds=error.retry_after)
            return End.AGAIN
        try:
            await self._settle(row, fault, error)
        except Exception as trouble:
            # The database is away: the lease runs out and the row is claimed again.
            log.warning("a notice's failure could not be written down", outbox_id=row.id, error=reason_of(trouble))
        return End.NOBODY if fault is Fault.UNREACHABLE else End.SETTLED

    async def _settle(self, row: OutboxRow, fault: Fault, error: Exception) -> None:
        if fault is Fault.UNREACHABLE:
            await self.queue.unreachable(row.person_id, self.clock())
            self.metrics.notices_unreachable.inc()
            log.info("a person cannot be reached", person_id=row.person_id, error=reason_of(error))
            return
        most = {Fault.REFUSED: self.tries.refused, Fault.OTHER: self.tries.ours}.get(fault, self.tries.temporary)
        if row.attempts >= most:
            await self.queue.put_aside(row.id, reason_of(error))
            self.metrics.notices_dead.inc()
            log.error(
                "a notice was put aside",
                outbox_id=row.id,
                kind=row.kind,
                attempts=row.attempts,
                error=reason_of(error),
                story=story_of(error) if fault is Fault.OTHER else None,
            )
            return
        due = self.clock() + timedelta(seconds=self.tries.pauses.pause(row.attempts))
        await self.queue.retry(row.id, due, reason_of(error))
        self.metrics.notices_again.inc()
        log.info("a notice is tried again later", outbox_id=row.id, attempts=row.attempts, error=reason_of(error))
