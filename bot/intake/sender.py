"""Who an update is from, which is what its order is kept by."""

from __future__ import annotations

from aiogram.types import Update
from aiogram.types.update import UpdateTypeLookupError


def user_of(update: Update) -> int | None:
    """The Telegram user id of who caused it; None where there is nobody (a channel post, a kind not known yet)."""
    try:
        event = update.event
    except UpdateTypeLookupError:
        return None
    user = getattr(event, "from_user", None) or getattr(event, "user", None)
    return None if user is None else int(user.id)


def queue_of(update: Update) -> int:
    """The queue it belongs to: its person, else its chat, else a queue of its own."""
    user = user_of(update)
    if user is not None:
        return user
    try:
        chat = getattr(update.event, "chat", None)
    except UpdateTypeLookupError:
        chat = None
    return update.update_id if chat is None else int(chat.id)
