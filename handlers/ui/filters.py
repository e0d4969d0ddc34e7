"""Filters of what people send. Async, since aiogram runs plain ones through a thread."""

from __future__ import annotations

from typing import Any

from aiogram.filters import Filter
from aiogram.types import Message


class HasText(Filter):
    """A text to be taken as an answer: not a command. Hands it over as `text`."""

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        if not message.text or message.text.startswith("/"):
            return False
        return {"text": message.text}
