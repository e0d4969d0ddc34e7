"""A queue per person: each one's updates in order, different people side by side, a failure held up to itself."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime

import structlog
from aiogram import Bot
from aiogram.types import Update

from bot.intake.guard import FloodGuard, Tell
from bot.intake.handling import CONFIRMED, NOT_CONFIRMED, Handling, Job, Limits, Outcome, PersonLock, Process
from bot.intake.sender import queue_of
from bot.intake.shelf import Shelf
from bot.observability.metrics import Metrics

log = structlog.get_logger(__name__)


class PersonQueues:
    """Takes updates and has each seen to its end (bot/intake/handling.py), or drops it as a flooder's."""

    def __init__(
        self,
        bot: Bot,
        process: Process,
        shelf: Shelf,
        tell_failed: Tell,
        *,
        limits: Limits | None = None,
        guard: FloodGuard | None = None,
        lock: PersonLock | None = None,
        metrics: Metrics | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._limits = limits or Limits()
        self._guard = guard
        self._metrics = metrics or Metrics()
        self._waiting: dict[int, deque[Job]] = {}
        self._taken: dict[int, asyncio.Future[Outcome]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._closing = asyncio.Event()
        self._see_to_its_end = Handling(
            bot,
            process,
            shelf,
            tell_failed,
            self._closing,
            limits=self._limits,
            lock=lock,
            metrics=self._metrics,
            clock=clock,
        )

    def __len__(self) -> int:
        """Updates taken and not finished."""
        return len(self._taken)

    @property
    def full(self) -> bool:
        """No more should be submitted until some are finished."""
        return len(self._taken) >= self._limits.capacity or self._closing.is_set()

    def taken(self, update_id: int) -> asyncio.Future[Outcome] | None:
        """How this update will end, if it is here and not finished."""
        return self._taken.get(update_id)

    def submit(self, update: Update, *, judge: bool = True, carry: bool = False) -> asyncio.Future[Outcome]:
        """Takes an update; the future tells its end and never raises. One that is here already is not taken twice.

        `judge` is False for a backlog, whose pace of arrival says nothing about its senders. With `carry` a method
        that the handler returned is left to the caller; otherwise it is carried out as part of the handling.
        """
        taken = self._taken.get(update.update_id)
        if taken is not None:
            return taken
        future: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        urgent = update.pre_checkout_query is not None
        if judge and not urgent and self._guard is not None and not self._guard.admits(update):
            self._metrics.dropped.inc()
            future.set_result(CONFIRMED)
            return future
        job = Job(update.update_id, update, future)
        job.carry = carry
        job.urgent = urgent
        # Telegram waits ten seconds for it: it has a queue of its own.
        self._enqueue(-update.update_id if urgent else queue_of(update), job)
        return future

    def submit_unreadable(self, update_id: int, payload: str, failure: Exception) -> asyncio.Future[Outcome]:
        """Puts an update aside that could not be read at all, so that it does not stop the others."""
        taken = self._taken.get(update_id)
        if taken is not None:
            return taken
        job = Job(update_id, None, asyncio.get_running_loop().create_future())
        job.payload = payload
        job.failure = failure
        self._enqueue(update_id, job)
        return job.future

    async def close(self, patience: float = 10.0) -> None:
        """Begins nothing more, gives what runs `patience` seconds to finish, then stops it; it is not confirmed."""
        self._closing.set()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=patience)
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            log.warning("updates were stopped before their end", count=len(self._tasks))
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._guard is not None:
            await self._guard.close()

    def _enqueue(self, person: int, job: Job) -> None:
        self._taken[job.update_id] = job.future
        self._metrics.unfinished.set(len(self._taken))
        queue = self._waiting.get(person)
        if queue is not None:
            queue.append(job)
            return
        self._waiting[person] = deque([job])
        task = asyncio.create_task(self._serve(person))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve(self, person: int) -> None:
        queue = self._waiting[person]
        job: Job | None = None
        try:
            while queue and not self._closing.is_set():
                job = queue.popleft()
                outcome = await self._see_to_its_end(person, job)
                self._end(job, outcome)
                if not outcome.confirmed:
                    # It will come again, and what is behind it must not go first.
                    break
        finally:
            del self._waiting[person]
            if job is not None and not job.future.done():
                self._end(job, NOT_CONFIRMED)
            for left in queue:
                self._end(left, NOT_CONFIRMED)

    def _end(self, job: Job, outcome: Outcome) -> None:
        del self._taken[job.update_id]
        self._metrics.unfinished.set(len(self._taken))
        if not job.future.done():
            job.future.set_result(outcome)
