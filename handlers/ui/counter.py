"""The row that counts pieces."""

from __future__ import annotations

from aiogram.types import InlineKeyboardButton

from handlers.ui.screen import button


def counter(label: str, less: str, show: str, more: str) -> list[InlineKeyboardButton]:
    """Fewer, what is counted, more; the three packed callbacks in that order."""
    return [button("−", less), button(label, show), button("+", more)]
