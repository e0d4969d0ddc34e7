"""Messages that people change afterwards."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import Message


async def edited(event: Message) -> None:
    """Changes nothing; Telegram tells of edits only to who listens, and an edit may bring a card number."""


def router() -> Router:
    """Listens to edits."""
    edits = Router(name="edits")
    edits.edited_message.register(edited)
    return edits
