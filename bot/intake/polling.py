"""Long polling that confirms an update only once it was handled.

aiogram's own poller moves the offset as it reads, so a crash loses what is in flight. Here the offset follows the
finished updates. Telegram gives the earliest 100 unconfirmed ones each time; what is known is skipped, unparsed.

The one limit this has: while the first of 100 is being handled, Telegram shows nothing behind the hundredth. Asking
with a higher offset would confirm the first. So with a full window the poller waits for it; a handler's time-out and
the bounded number of tries (bot/intake/handling.py) bound that wait. Up to there a slow one holds up nobody but its
own person.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods import DeleteWebhook
from aiogram.methods.base import TelegramMethod
from aiogram.types import Update
from pydantic import ValidationError

from bot.backoff import Backoff
from bot.intake.cards import without_card_numbers
from bot.intake.handling import Outcome
from bot.intake.queues import PersonQueues
from bot.intake.window import TELEGRAM_LIMIT, Window
from bot.observability.metrics import Metrics
from bot.telegram_faults import reason_of

log = structlog.get_logger(__name__)

AWAY = 5.0
"""Seconds without asking after which what arrives is a backlog, not somebody's pace."""


class GetUpdatesUnparsed(TelegramMethod[list[dict[str, Any]]]):
    """getUpdates that leaves updates as JSON: known ones cost nothing, one that cannot be read spoils no others."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int | None = None
    timeout: int | None = None
    allowed_updates: list[str] | None = None


@dataclass(frozen=True, slots=True)
class Pace:
    """How often Telegram is asked. Seconds."""

    long_poll: int = 30
    """How long Telegram waits for news when nothing is being handled."""
    first_look: float = 0.02
    """While something is being handled a long poll would answer at once with it; so look for others at pauses,"""
    last_look: float = 0.25
    """growing to this while there is nothing new."""
    busy_look: float = 0.1
    """The most to wait with a window that was full, once there is room in it."""
    failures: Backoff = field(default_factory=lambda: Backoff(first=0.5, most=15.0))
    drain: float = 10.0
    """What running updates get when the program is asked to end."""


class Polling:
    """Reads updates until stopped. Raises TelegramUnauthorizedError or TelegramNotFound for a wrong token."""

    def __init__(
        self,
        bot: Bot,
        queues: PersonQueues,
        *,
        allowed_updates: Sequence[str],
        pace: Pace | None = None,
        metrics: Metrics | None = None,
    ) -> None:
        self._bot = bot
        self._queues = queues
        self._allowed = list(allowed_updates)
        self._pace = pace or Pace()
        self._metrics = metrics or Metrics()
        self._window = Window()
        self._stopping = asyncio.Event()
        self._news = asyncio.Event()
        self._asking: asyncio.Task[Any] | None = None
        self._look = self._pace.first_look
        self._was_full = False
        self._catching_up = True
        self._asked_at = time.monotonic()

    async def run(self) -> None:
        """Takes the webhook away and reads until `stop`; then lets running updates finish and confirms them."""
        try:
            await self._insist(DeleteWebhook(drop_pending_updates=False), "deleteWebhook")
            while not self._stopping.is_set():
                await self._room()
                updates = await self._ask()
                if updates is not None:
                    self._take(updates)
        finally:
            await self._queues.close(self._pace.drain)
        await self._confirm()

    def stop(self) -> None:
        """Asks `run` to end: nothing new is read from now on."""
        self._stopping.set()
        self._news.set()
        if self._asking is not None:
            self._asking.cancel()

    async def _room(self) -> None:
        """Waits until asking is of use: nothing in hand, or room in the window and a reason to look."""
        loop = asyncio.get_running_loop()
        window = self._window
        window.advance()
        look_at = loop.time() + (self._pace.busy_look if self._was_full else self._look)
        while len(window) and not self._stopping.is_set():
            now = loop.time()
            # Three quarters: what is read again is little, and what is left fills the time of the round trip.
            mostly_done = window.freed * 4 >= TELEGRAM_LIMIT * 3
            if not window.full and not self._queues.full and (mostly_done or now >= look_at):
                return
            self._news.clear()
            blocked = window.full or self._queues.full or now >= look_at
            try:
                async with asyncio.timeout_at(None if blocked else look_at):
                    await self._news.wait()
            except TimeoutError:
                pass
            window.advance()

    async def _ask(self) -> list[dict[str, Any]] | None:
        if self._stopping.is_set():
            return None
        if time.monotonic() - self._asked_at > AWAY:
            self._catching_up = True
        offset = self._window.offset
        method = GetUpdatesUnparsed(
            offset=offset,
            limit=TELEGRAM_LIMIT,
            timeout=0 if len(self._window) else self._pace.long_poll,
            allowed_updates=self._allowed,
        )
        updates = await self._insist(method, "getUpdates")
        self._asked_at = time.monotonic()
        if updates is None:
            return None
        self._metrics.polls.labels("ok").inc()
        self._metrics.last_poll.set_to_current_time()
        self._window.answered(offset, len(updates))
        return list(updates)

    def _take(self, updates: list[dict[str, Any]]) -> None:
        fresh = 0
        for raw in updates:
            update_id = int(raw["update_id"])
            if update_id in self._window:
                continue
            fresh += 1
            end = self._submit(update_id, raw)
            self._window.add(update_id, end)
            end.add_done_callback(self._ring)
        self._was_full = len(updates) >= TELEGRAM_LIMIT
        if not self._was_full:
            self._catching_up = False
        self._look = self._pace.first_look if fresh else min(self._look * 2, self._pace.last_look)

    def _submit(self, update_id: int, raw: dict[str, Any]) -> asyncio.Future[Outcome]:
        raw = without_card_numbers(raw)
        try:
            update = Update.model_validate(raw, context={"bot": self._bot})
        except ValidationError as wrong:
            # In ASCII, so that half of a surrogate pair can be kept as well.
            return self._queues.submit_unreadable(update_id, json.dumps(raw), wrong)
        return self._queues.submit(update, judge=not self._catching_up)

    def _ring(self, _end: asyncio.Future[Outcome]) -> None:
        self._news.set()

    async def _insist(self, method: TelegramMethod[Any], name: str) -> Any:
        """The answer, however long Telegram is away; None once stopped."""
        failures = 0
        while not self._stopping.is_set():
            try:
                answer = await self._call(method)
            except (TelegramUnauthorizedError, TelegramNotFound):
                raise
            except (AiogramError, TimeoutError, OSError) as error:
                failures += 1
                self._catching_up = True
                self._metrics.polls.labels("failed").inc()
                if failures == 1:
                    log.warning("Telegram cannot be asked for updates", call=name, error=reason_of(error))
                wait = self._pace.failures.pause(failures)
                if isinstance(error, TelegramRetryAfter):
                    wait = float(error.retry_after)
                await self._sleep(wait)
            else:
                if failures:
                    log.info("Telegram answers again", call=name, failures=failures)
                return answer
        return None

    async def _call(self, method: TelegramMethod[Any]) -> Any:
        """One call that `stop` may cut short; None then."""
        self._asking = asyncio.ensure_future(self._bot(method, request_timeout=self._pace.long_poll + 10))
        try:
            await asyncio.wait({self._asking})
            if self._asking.cancelled():
                return None
            return self._asking.result()
        finally:
            self._asking.cancel()
            self._asking = None

    async def _sleep(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._stopping.wait()
        except TimeoutError:
            return

    async def _confirm(self) -> None:
        """Says the last offset, so that what was finished does not come again after the next start."""
        self._window.advance()
        if self._window.offset is None:
            return
        last = GetUpdatesUnparsed(offset=self._window.offset, limit=1, timeout=0, allowed_updates=self._allowed)
        try:
            async with asyncio.timeout(5):
                await self._bot(last, request_timeout=5)
        except (AiogramError, TimeoutError, OSError) as error:
            # They come again and are recognised by their ids in the database.
            log.warning("the last offset could not be confirmed", error=reason_of(error))
