"""Where pictures come from, as the presenter sees it."""

from __future__ import annotations

from typing import Protocol

from aiogram.types import InputFile


class Pictures(Protocol):
    """Turns a picture's key into what Telegram takes. Keys: see bot/adapters/picture_library.py."""

    def known(self, key: str) -> str | None:
        """The file_id if it is at hand without asking anybody."""
        ...

    async def find(self, key: str) -> str | InputFile | None:
        """A file_id if it was sent before, else the file; None if there is no such picture."""
        ...

    async def put(self, key: str, file_id: str) -> None:
        """Keeps the file_id Telegram gave, so that the file goes up only once."""
        ...

    async def forget(self, key: str) -> None:
        """Telegram no longer takes the file_id: the next `find` gives the file."""
        ...


class Screens(Protocol):
    """Remembers, per chat, the message that is the present screen, so the next one can take its place."""

    async def get(self, chat_id: int) -> int | None: ...

    async def put(self, chat_id: int, message_id: int) -> None: ...
