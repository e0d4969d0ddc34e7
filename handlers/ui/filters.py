"""Filters of what people send. Async, since aiogram runs plain ones through a thread."""

from __future__ import annotations

from typing import Any

from aiogram.filters import Filter
from aiogram.types import Message

from handlers.ui.menu import menu_key
from locales.translator import Translators


class HasText(Filter):
    """A text to be taken as an answer: neither a command nor a press of the bottom menu. Hands it over as `text`."""

    async def __call__(self, message: Message, translators: Translators) -> bool | dict[str, Any]:
        text = message.text
        if not text or text.startswith("/") or menu_key(text, translators):
            return False
        return {"text": text}


class HasLocation(Filter):
    """A place that was shared. Hands it over as `location`."""

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        return False if message.location is None else {"location": message.location}


class HasDocument(Filter):
    """A file that was sent as such. Hands it over as `document`."""

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        return False if message.document is None else {"document": message.document}
