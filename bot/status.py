"""A message that says how far something is, edited now and then."""

from __future__ import annotations

import asyncio
import contextvars
import time
from collections.abc import Awaitable, Callable

import structlog
from aiogram.exceptions import AiogramError, TelegramBadRequest

from bot.telegram_faults import reason_of
from handlers.ui.presenter import Presenter
from handlers.ui.screen import Screen

EVERY = 3.0
"""Seconds between two edits: Telegram counts edits as messages."""
log = structlog.get_logger(__name__)


class Status:
    """One message in a chat: `progress` shows what there is time for, `put` what counts."""

    def __init__(
        self,
        presenter: Presenter,
        chat_id: int,
        message_id: int | None = None,
        kept: Callable[[int], Awaitable[None]] | None = None,
    ) -> None:
        self._presenter, self._chat_id, self._kept = presenter, chat_id, kept
        self.message_id = message_id
        self._last = -EVERY
        self._telling: asyncio.Task[None] | None = None

    def progress(self, screen: Screen) -> bool:
        """Shows it beside what is being done, if the last edit is long enough ago and nothing is on its way."""
        now = time.monotonic()
        if now - self._last < EVERY or (self._telling is not None and not self._telling.done()):
            return False
        self._last = now
        # With a context of its own: it may be begun within a transaction, which must not wait for the network.
        self._telling = asyncio.create_task(self._tell(screen), context=contextvars.Context())
        return True

    async def put(self, screen: Screen) -> None:
        """Shows it after all that is on its way. Raises what Telegram answers."""
        await self.settle()
        await self._show(screen)

    async def settle(self) -> None:
        """Waits for what is on its way."""
        if self._telling is not None:
            await self._telling

    async def _tell(self, screen: Screen) -> None:
        try:
            await self._show(screen)
        except AiogramError as error:
            log.info("progress could not be shown", error=reason_of(error))

    async def _show(self, screen: Screen) -> None:
        """In the message, or in a new one where there is none any more."""
        if self.message_id is not None:
            try:
                await self._presenter.edit(self._chat_id, self.message_id, screen)
                return
            except TelegramBadRequest as refused:
                if "message is not modified" in refused.message:
                    return
        self.message_id = await self._presenter.send(self._chat_id, screen)
        if self._kept is not None:
            await self._kept(self.message_id)
