"""A photo of a colour, as the handlers see it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

from aiogram.filters import Filter
from aiogram.types import Message

ReadSwatch: TypeAlias = Callable[[str], Awaitable[str | None]]
"""The colour in the middle of a photo, by its file_id, as `#RRGGBB`; None where it cannot be read."""

LARGEST = 10_000_000


class HasPhoto(Filter):
    """A photo, or a picture sent as a file. Hands over its `file_id`."""

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        if message.photo:
            return {"file_id": message.photo[min(1, len(message.photo) - 1)].file_id}
        document = message.document
        if document and (document.mime_type or "").startswith("image/") and (document.file_size or 0) <= LARGEST:
            return {"file_id": document.file_id}
        return False
