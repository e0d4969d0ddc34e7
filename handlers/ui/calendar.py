"""Picking a day by pressing: a year, a month, a day. Pure: the caller says what each button presses."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date

from aiogram.types import InlineKeyboardButton

from handlers.ui.screen import button
from locales.translator import Translator

YEARS = 20
"""Years on a page."""
Row = list[InlineKeyboardButton]
Pack = Callable[[int, int, int], str]
"""Packs the callback of a year, a month and a day; 0 is not chosen yet."""


def day_picker(year: int, month: int, first: date, last: date, tr: Translator, pack: Pack) -> list[Row]:
    """The rows to choose the next part of a day from, between `first` and `last`.

    Without a month, `year` is only where the page of years begins (0: the last page); with 1 to 12 it is chosen, and
    with 13 the months of the year are to be shown.
    """
    if month == 0 or not first.year <= year <= last.year:
        return _years(year, first, last, tr, pack)
    if month > 12:
        return _months(year, first, last, tr, pack)
    return _days(year, month, first, last, tr, pack)


def _years(start: int, first: date, last: date, tr: Translator, pack: Pack) -> list[Row]:
    start = min(max(start or last.year - YEARS + 1, first.year), last.year)
    years = [year for year in range(start, start + YEARS) if year <= last.year]
    rows = _grid([button(str(year), pack(year, 13, 0)) for year in years], 4)
    earlier = [button(tr.plain("page-previous"), pack(max(first.year, start - YEARS), 0, 0))]
    later = [button(tr.plain("page-next"), pack(start + YEARS, 0, 0))]
    return [*rows, [*(earlier if start > first.year else []), *(later if years[-1] < last.year else [])]]


def _months(year: int, first: date, last: date, tr: Translator, pack: Pack) -> list[Row]:
    months = [month for month in range(1, 13) if (first.year, first.month) <= (year, month) <= (last.year, last.month)]
    rows = _grid([button(tr.month(month), pack(year, month, 0)) for month in months], 3)
    return [*rows, [button(f"{tr.plain('page-previous')} {year}", pack(year, 0, 0))]]


def _days(year: int, month: int, first: date, last: date, tr: Translator, pack: Pack) -> list[Row]:
    count = calendar.monthrange(year, month)[1]
    days = [day for day in range(1, count + 1) if first <= date(year, month, day) <= last]
    rows = _grid([button(str(day), pack(year, month, day)) for day in days], 7)
    return [*rows, [button(f"{tr.plain('page-previous')} {tr.month(month)} {year}", pack(year, 13, 0))]]


def _grid(buttons: Row, width: int) -> list[Row]:
    return [buttons[at : at + width] for at in range(0, len(buttons), width)]
