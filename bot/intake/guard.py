"""Flood protection at the door: judges updates, warns once, and lets no button spin for ever."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from aiogram import Bot
from aiogram.methods import AnswerCallbackQuery, DeleteMessage
from aiogram.types import Update

from bot.intake.cards import had_card_number
from bot.intake.flood import Flood, Verdict
from bot.intake.sender import user_of
from bot.telegram_faults import reason_of

log = structlog.get_logger(__name__)

ALWAYS = ("pre_checkout_query", "shipping_query")
"""Money on its way is never dropped; nor is the message that says it was paid."""

Tell = Callable[[Update], Awaitable[Any]]


class FloodGuard:
    """Says which updates come in. `warn` tells a flooder, in their language, why the cabinet has gone quiet."""

    def __init__(self, flood: Flood, bot: Bot, warn: Tell, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._flood = flood
        self._bot = bot
        self._warn = warn
        self._clock = clock
        self._telling: set[asyncio.Task[None]] = set()

    def admits(self, update: Update) -> bool:
        """Whether the update is to be handled. What is dropped may be confirmed to Telegram at once."""
        user = user_of(update)
        if user is None or _is_money(update):
            return True
        now = self._clock()
        verdict = self._flood.admit(user, now)
        if verdict is Verdict.PASS:
            return True
        if verdict is Verdict.WARN:
            log.warning("a person is sending too fast", person_id=user)
            self._in_background(self._warn(update))
        if update.callback_query is not None and self._flood.may_answer(user, now):
            self._in_background(self._bot(AnswerCallbackQuery(callback_query_id=update.callback_query.id)))
        if update.message is not None and had_card_number(update):
            message = update.message
            self._in_background(self._bot(DeleteMessage(chat_id=message.chat.id, message_id=message.message_id)))
        return False

    async def close(self) -> None:
        """Ends what is still being told."""
        for task in self._telling:
            task.cancel()
        await asyncio.gather(*self._telling, return_exceptions=True)

    def _in_background(self, telling: Awaitable[Any]) -> None:
        task = asyncio.ensure_future(_quietly(telling))
        self._telling.add(task)
        task.add_done_callback(self._telling.discard)


def _is_money(update: Update) -> bool:
    if any(getattr(update, name) is not None for name in ALWAYS):
        return True
    return update.message is not None and update.message.successful_payment is not None


async def _quietly(telling: Awaitable[Any]) -> None:
    try:
        await telling
    except Exception as error:
        log.info("a flooder could not be told", error=reason_of(error))
