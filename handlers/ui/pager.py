"""The row that turns pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aiogram.types import InlineKeyboardButton

from domain.shared.paging import Page
from handlers.ui.screen import button
from locales.translator import Translator


def pager(page: Page[Any], tr: Translator, turn: Callable[[int], str]) -> list[InlineKeyboardButton]:
    """Previous, where we are, next; nothing for a single page. `turn` packs the callback of a page's number.

    The ends lead round to each other, so every button of the row does something; the middle one shows the page anew.
    """
    if page.count == 1:
        return []
    return [
        button(tr("page-previous"), turn((page.number - 1) % page.count)),
        button(tr("page-of", number=page.number + 1, count=page.count), turn(page.number)),
        button(tr("page-next"), turn((page.number + 1) % page.count)),
    ]
