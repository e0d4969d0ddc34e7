"""The delivery engine: one loop that claims, paces and begins; a task for each message on its way.

Crash-safe by leases: a claimed row belongs to this process for `lease`; whatever was not finished by then is claimed
again, here or by the next process. What was sent is written down at once (bot/delivery/recorder.py), so a SIGKILL
repeats at most the messages that were on the wire.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import structlog
from aiogram import Bot

from bot.backoff import Backoff
from bot.delivery.attempt import Attempt, End, Tries
from bot.delivery.backlog import Backlog, Claimed
from bot.delivery.pacer import Pacer, Place
from bot.delivery.ports import OutboxQueue, Render, Send
from bot.delivery.recorder import Recorder
from bot.delivery.wire import Wire
from bot.observability.metrics import Metrics
from bot.telegram_faults import reason_of

CLAIM = 100
log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Settings:
    """How delivery works; seconds."""

    workers: int = 50
    """Messages on their way at once, at most; as a rule far fewer are (bot/delivery/wire.py)."""
    lease: float = 25.0
    """A row claimed and not finished for so long is claimed again; a crash delays what was claimed by this much."""
    send_timeout: float = 10.0
    """For one message; with it nothing begun late can outlive its lease."""
    ahead: float = 1.0
    """How much is claimed in advance, in seconds of sending."""
    look: float = 0.5
    """How often to look for rows of other processes, or put off ones, when `wake` was not called."""
    stats: float = 5.0
    drain: float = 10.0
    tries: Tries = field(default_factory=Tries)


class Delivery:
    """Sends what the outbox owes, until stopped.

    NOTICE goes before BULK; within a priority the oldest first; to one chat in order. A chat that must wait (a second
    between messages) holds up nobody else.
    """

    def __init__(
        self,
        bot: Bot,
        queue: OutboxQueue,
        render: Render,
        send: Send,
        pacer: Pacer,
        *,
        settings: Settings | None = None,
        metrics: Metrics | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._queue = queue
        self._pacer = pacer
        self._settings = settings or Settings()
        self._metrics = metrics or Metrics()
        self._clock = clock
        self._recorder = Recorder(queue, clock)
        self._attempt = Attempt(
            bot,
            queue,
            render,
            send,
            pacer,
            self._recorder,
            self._settings.tries,
            self._settings.send_timeout,
            self._metrics,
            clock,
        )
        self._backlog = Backlog(pacer.chat_wait)
        self._wire = Wire(pacer.rates.delivery, self._settings.workers)
        self._ahead = max(4, round(pacer.rates.delivery * self._settings.ahead))
        self._news = asyncio.Event()
        self._stopping = asyncio.Event()
        self._woken = True
        self._look_at = 0.0
        self._running: set[asyncio.Task[None]] = set()
        self._pauses = Backoff(first=0.5, most=15.0)

    def wake(self) -> None:
        """A notice was put: look at once."""
        self._woken = True
        self._news.set()

    def stop(self) -> None:
        """Begins nothing more; `run` returns once what is on its way has ended, or after `drain` seconds."""
        self._stopping.set()
        self._news.set()

    async def run(self) -> None:
        """Delivers until `stop`. Survives any trouble of the database or of Telegram. May be run again afterwards."""
        self._stopping.clear()
        self._backlog = Backlog(self._pacer.chat_wait)
        self._woken = True
        watching = asyncio.create_task(self._watch())
        failures = 0
        try:
            while not self._stopping.is_set():
                self._news.clear()
                try:
                    look = await self._claim()
                except Exception as error:
                    # The database is away; what is claimed already goes on once it is back.
                    failures += 1
                    if failures == 1:
                        log.warning("the outbox cannot be read", error=reason_of(error))
                    await self._wait(self._pauses.pause(failures))
                    continue
                failures = 0
                await self._wait(min(self._begin(), look))
        finally:
            watching.cancel()
            await self._drain(watching)

    def _now(self) -> float:
        return asyncio.get_running_loop().time()

    async def _claim(self) -> float:
        """Fills up what is claimed; gives the seconds until it is of use to look again.

        After `wake` a little is claimed even when there is plenty: a notice goes before bulk.
        """
        room = self._ahead - self._backlog.ready
        woken, self._woken = self._woken, False
        if len(self._backlog) >= 20 * self._ahead or (room * 2 < self._ahead and not woken):
            return self._settings.look
        now = self._now()
        if not woken:
            if now < self._look_at:
                return self._look_at - now
            due = await self._queue.next_due()
            if due is None or due > self._clock():
                later = self._settings.look if due is None else (due - self._clock()).total_seconds()
                later = min(self._settings.look, max(0.01, later))
                self._look_at = now + later
                return later
        # A few at a time: a thousand claimed at once would hold up everybody's answers for as long as that takes.
        limit = min(max(room, 4), CLAIM)
        # The lease starts before the question, so that we never believe in it longer than the database does.
        until = now + self._settings.lease - self._settings.send_timeout - 1.0
        rows = await self._queue.claim(limit, self._clock(), timedelta(seconds=self._settings.lease))
        for row in rows:
            self._backlog.add(Claimed(row, until), now)
        later = 0.0 if len(rows) == limit else self._settings.look
        self._look_at = now + later
        return later

    def _begin(self) -> float:
        """Begins what may begin; gives the seconds until something else may."""
        while True:
            now = self._now()
            wait = max(self._wire.wait(now), self._pacer.delivery_wait())
            if wait > 0:
                return wait if len(self._backlog) else self._settings.look
            claimed = self._backlog.take(now)
            if claimed is None:
                return min(self._settings.look, self._backlog.wait(now) or self._settings.look)
            place = self._pacer.deliver(claimed.row.person_id)
            self._wire.begin(claimed.row.id, now)
            task = asyncio.create_task(self._deliver(claimed, place))
            self._running.add(task)
            task.add_done_callback(self._running.discard)

    async def _deliver(self, claimed: Claimed, place: Place) -> None:
        chat_id = claimed.row.person_id
        try:
            end = await self._attempt(claimed.row, place)
            if end is End.AGAIN:
                self._backlog.add(claimed, self._now())
            elif end is End.NOBODY:
                self._backlog.drop(chat_id)
        finally:
            self._wire.end(claimed.row.id, self._now())
            self._backlog.done(chat_id, self._now())
            self._news.set()

    async def _wait(self, seconds: float) -> None:
        if seconds <= 0:
            await asyncio.sleep(0)
            return
        try:
            async with asyncio.timeout(seconds):
                await self._news.wait()
        except TimeoutError:
            return

    async def _watch(self) -> None:
        """Keeps the figures of the outbox fresh."""
        while True:
            try:
                stats = await self._queue.stats(self._clock())
            except Exception as error:
                log.info("the outbox's figures cannot be read", error=reason_of(error))
            else:
                self._metrics.outbox_waiting.set(stats.waiting)
                self._metrics.outbox_lag.set(stats.oldest_seconds)
                self._metrics.outbox_dead.set(stats.dead)
            await asyncio.sleep(self._settings.stats)

    async def _drain(self, watching: asyncio.Task[None]) -> None:
        """What is on its way ends and is written down; its leases keep it from being sent by others meanwhile."""
        if self._running:
            await asyncio.wait(self._running, timeout=self._settings.drain)
        late = [*self._running, watching]
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
        try:
            async with asyncio.timeout(self._settings.drain):
                await self._recorder.flush()
        except TimeoutError:
            log.warning("some sent messages could not be written down; they may be sent again")
