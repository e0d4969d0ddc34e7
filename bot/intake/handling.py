"""One update seen to its end: handled, tried again, or put aside with the person told."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

import structlog
from aiogram import Bot
from aiogram.methods import TelegramMethod
from aiogram.types import Update

from bot.backoff import Backoff
from bot.intake.guard import Tell
from bot.intake.sender import user_of
from bot.intake.shelf import Shelf, payload_of, story_of
from bot.observability.metrics import Metrics
from bot.telegram_faults import reason_of

log = structlog.get_logger(__name__)

Process = Callable[[Update], Awaitable[Any]]
"""Handles one update and returns once its effect is committed: None, or a method to be carried out. Raises if not."""


class LockUnavailable(Exception):
    """The person's lock across processes could not be had, or was lost: nothing was done that counts."""


class PersonLock(Protocol):
    """Keeps one person's updates apart across processes."""

    def hold(self, person: int, update_id: int) -> AbstractAsyncContextManager[object]:
        """Held inside the block; raises LockUnavailable. Loss of it cancels the block and raises LockUnavailable."""
        ...


@dataclass(frozen=True, slots=True)
class Limits:
    """How much at once, and how long and how often. Seconds."""

    parallel: int = 100
    """Updates handled at the same time, of different people."""
    capacity: int = 1000
    """Updates held in memory; beyond it `PersonQueues.full` says so and the intake takes no more."""
    tries: int = 3
    timeout: float = 30.0
    """For one try. A handler that hangs is a failed try, so none can block its person or the window for ever."""
    pauses: Backoff = field(default_factory=lambda: Backoff(first=0.5, most=30.0))


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an update ended: whether Telegram may forget it, and a method to be answered with, if asked for."""

    confirmed: bool
    reply: TelegramMethod[Any] | None = None


CONFIRMED = Outcome(confirmed=True)
NOT_CONFIRMED = Outcome(confirmed=False)


class Job:
    """One update on its way, or one that could not even be read (`update` None)."""

    __slots__ = ("carry", "failure", "future", "payload", "update", "update_id", "urgent")

    def __init__(self, update_id: int, update: Update | None, future: asyncio.Future[Outcome]) -> None:
        self.update_id = update_id
        self.update = update
        self.future = future
        self.carry = False
        self.urgent = False
        self.payload = ""
        self.failure: Exception | None = None


class Handling:
    """Tries an update `tries` times with growing pauses, during which only its own person waits.

    Then it is put on the shelf, the person is told, and the log has the story once. If even the shelf cannot be
    reached, the trouble is not the update's: it is tried on, with longer pauses, until one of the two works. Once
    `closing` is set, no other try begins.
    """

    def __init__(
        self,
        bot: Bot,
        process: Process,
        shelf: Shelf,
        tell_failed: Tell,
        closing: asyncio.Event,
        *,
        limits: Limits,
        lock: PersonLock | None,
        metrics: Metrics,
        clock: Callable[[], datetime],
    ) -> None:
        self._bot = bot
        self._process = process
        self._shelf = shelf
        self._tell_failed = tell_failed
        self._closing = closing
        self._limits = limits
        self._lock = lock
        self._metrics = metrics
        self._clock = clock
        self._slots = asyncio.Semaphore(limits.parallel)

    async def __call__(self, person: int, job: Job) -> Outcome:
        """How it ended; never raises.

        A mistake in the intake itself is bounded like a handler's: it costs one update, not a person their queue.
        """
        faults = 0
        while True:
            try:
                return await self._finish(person, job)
            except Exception as error:
                faults += 1
                # Only the kind: telling more may be what fails.
                kind = type(error).__name__
            if faults == 1:
                log.error("the intake failed on an update", update_id=job.update_id, error=kind)
            if faults >= self._limits.tries and await self._put_aside(job, kind, faults):
                return CONFIRMED
            if await self._paused(faults):
                return NOT_CONFIRMED

    async def _finish(self, person: int, job: Job) -> Outcome:
        began = asyncio.get_running_loop().time()
        failures = 0
        while True:
            try:
                reply = await self._try(person, job)
            except LockUnavailable as error:
                log.warning("an update waits for its person's lock", update_id=job.update_id, error=reason_of(error))
                return NOT_CONFIRMED
            except Exception as error:
                # Whatever a handler raises is the same to the intake: this try did not count.
                failures += 1
                self._metrics.failures.inc()
                job.failure = error
            else:
                self._metrics.handled.inc()
                self._metrics.update_seconds.observe(asyncio.get_running_loop().time() - began)
                if failures and job.failure is not None:
                    log.warning(
                        "an update was handled after failures",
                        update_id=job.update_id,
                        failures=failures,
                        error=reason_of(job.failure),
                    )
                return Outcome(confirmed=True, reply=reply)
            hopeless = failures >= self._limits.tries or job.update is None
            if hopeless and job.failure is not None and await self._put_aside(job, story_of(job.failure), failures):
                return CONFIRMED
            if await self._paused(failures):
                return NOT_CONFIRMED

    async def _try(self, person: int, job: Job) -> TelegramMethod[Any] | None:
        if job.update is None:
            raise job.failure or ValueError("unreadable")
        if job.urgent:
            # It reads only, so nothing has to be kept apart from it, and it does not wait behind slow ones.
            async with asyncio.timeout(self._limits.timeout):
                await self._process(job.update)
            return None
        held = self._lock.hold(person, job.update_id) if self._lock is not None else nullcontext()
        async with held, self._slots, asyncio.timeout(self._limits.timeout):
            result = await self._process(job.update)
            if not isinstance(result, TelegramMethod):
                return None
            if job.carry:
                return result
            await self._bot(result)
            return None

    async def _put_aside(self, job: Job, story: str, failures: int) -> bool:
        user = None
        if job.update is not None:
            user = user_of(job.update)
            # Written down once, however often the shelf is tried.
            job.payload = job.payload or payload_of(job.update)
        try:
            await self._shelf.put_aside(job.update_id, user, job.payload, story, failures, self._clock())
        except Exception as error:
            # The database is away, most likely for the handler too; the update is kept and tried on.
            if failures <= self._limits.tries:
                log.warning("a failed update could not be put aside", update_id=job.update_id, error=reason_of(error))
            return False
        self._metrics.put_aside.inc()
        log.error("an update was put aside", update_id=job.update_id, attempts=failures, story=story)
        if job.update is not None:
            try:
                async with asyncio.timeout(10):
                    await self._tell_failed(job.update)
            except Exception as error:
                log.warning("the person could not be told", update_id=job.update_id, error=reason_of(error))
        return True

    async def _paused(self, failures: int) -> bool:
        """Waits before the next try; True if there will be none because everything is closing."""
        longest = self._limits.pauses.ceiling(failures)
        try:
            await asyncio.wait_for(self._closing.wait(), random.uniform(longest / 2, longest))
        except TimeoutError:
            return False
        return True
