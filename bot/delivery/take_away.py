"""An owed deed that takes a message away instead of sending one."""

from __future__ import annotations

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest

NOT_THERE = "message to delete not found"


async def take_away(bot: Bot, chat_id: int, message_id: int) -> int | None:
    """Deletes the message; None when it was there no more. Raises what Telegram answers (older than 48 hours)."""
    try:
        await bot.delete_message(chat_id, message_id)
    except TelegramBadRequest as refused:
        if NOT_THERE not in refused.message.lower():
            raise
        return None
    return message_id
