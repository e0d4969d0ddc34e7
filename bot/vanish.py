"""Deletes messages that must not stay in a chat."""

from __future__ import annotations

from dataclasses import dataclass

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramBadRequest, TelegramForbiddenError

from bot.telegram_faults import reason_of
from domain.audit.personal import SHOWN
from domain.shared.clock import Clock
from storage.vanishing import VanishingMessages

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Vanish:
    """Deletes what was shown for long enough; what Telegram cannot do now is tried again the next time."""

    bot: Bot
    messages: VanishingMessages
    clock: Clock

    async def __call__(self) -> None:
        for each in await self.messages.due(self.clock() - SHOWN):
            try:
                await self.bot.delete_message(each.person_id, each.message_id)
            except (TelegramBadRequest, TelegramForbiddenError) as refused:
                # The officer has deleted it already, or the chat is no more.
                log.info("a message to delete was not there", outbox_id=each.id, error=reason_of(refused))
            except AiogramError as error:
                log.warning("a message could not be deleted yet", outbox_id=each.id, error=reason_of(error))
                continue
            await self.messages.gone(each.id)
