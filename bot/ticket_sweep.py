"""Destroyed tickets leave nothing in Telegram either: topics go, and messages to the staff are deleted or emptied."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramBadRequest, TelegramForbiddenError

from bot.telegram_faults import reason_of
from locales.translator import Translators
from storage.ticket_traces import TicketTraces, Trace

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class SweepTickets:
    """Run every minute; what Telegram cannot do now is tried again the next time."""

    bot: Bot
    traces: TicketTraces
    translators: Translators

    async def __call__(self) -> None:
        for topic in await self.traces.topics():
            try:
                await self.bot.delete_forum_topic(topic.group, topic.thread)
            except (TelegramBadRequest, TelegramForbiddenError) as refused:
                log.info("a topic to delete was not there", ticket_id=topic.ticket_id, error=reason_of(refused))
            except AiogramError as error:
                log.warning("a topic could not be deleted yet", ticket_id=topic.ticket_id, error=reason_of(error))
                continue
            await self.traces.topic_gone(topic.ticket_id)
        for trace in await self.traces.messages():
            try:
                await self._empty(trace)
            except TelegramForbiddenError as refused:
                log.info("a message to empty is out of reach", outbox_id=trace.id, error=reason_of(refused))
            except AiogramError as error:
                log.warning("a message could not be emptied yet", outbox_id=trace.id, error=reason_of(error))
                continue
            await self.traces.message_gone(trace.id)

    async def _empty(self, trace: Trace) -> None:
        chat_id, message_id = trace.chat_id, trace.message_id
        try:
            await self.bot.delete_message(chat_id, message_id)
        except TelegramBadRequest:
            # Older than 48 hours: it cannot be deleted any more, but it can be changed. Or it is gone already.
            words = self.translators.for_language("ru").plain("ticket-destroyed")
            with contextlib.suppress(TelegramBadRequest):
                await self.bot.edit_message_text(words, chat_id=chat_id, message_id=message_id)
                return
            with contextlib.suppress(TelegramBadRequest):
                await self.bot.edit_message_caption(chat_id=chat_id, message_id=message_id, caption=words)
