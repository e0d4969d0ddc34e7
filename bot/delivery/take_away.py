"""An owed deed that takes messages away instead of sending one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest

from bot.delivery.ports import Send
from handlers.ui.screen import Screen

NOT_THERE = "message to delete not found"


class Albums(Protocol):
    async def messages(self, broadcast_id: int, person_id: int) -> Sequence[int]:
        """The messages that the pictures of an announcement are in somebody's chat."""
        ...


@dataclass(frozen=True, slots=True)
class TakeAway:
    """Deletes what a screen says is to go, with the pictures that came before it; everything else is `send`'s.

    Gives None when the message was there no more. Raises what Telegram answers (older than 48 hours).
    """

    albums: Albums
    send: Send

    async def __call__(self, bot: Bot, person_id: int, screen: Screen) -> int | None:
        if screen.delete is None:
            return await self.send(bot, person_id, screen)
        pictures = await self.albums.messages(screen.album, person_id) if screen.album else ()
        if pictures:
            await bot.delete_messages(person_id, list(pictures))
        try:
            await bot.delete_message(person_id, screen.delete)
        except TelegramBadRequest as refused:
            if NOT_THERE not in refused.message.lower():
                raise
            return None
        return screen.delete
