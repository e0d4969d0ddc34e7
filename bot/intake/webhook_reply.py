"""A Bot API call as the body of a webhook's answer: one round trip less where no result is needed."""

from __future__ import annotations

from typing import Any

from aiogram import Bot
from aiogram.methods import TelegramMethod


def reply_body(bot: Bot, method: TelegramMethod[Any]) -> dict[str, Any] | None:
    """The call as JSON; None for one that carries a file, which must be made as a call of its own."""
    files: dict[str, Any] = {}
    body: dict[str, Any] = {"method": method.__api_method__}
    for name, value in method.model_dump(warnings=False).items():
        prepared = bot.session.prepare_value(value, bot=bot, files=files, _dumps_json=False)
        if prepared is not None:
            body[name] = prepared
    return None if files else body
