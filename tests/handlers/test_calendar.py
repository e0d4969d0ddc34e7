"""Picking a day: every day between the ends can be reached by pressing, and no other."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from aiogram.types import InlineKeyboardButton
from hypothesis import given
from hypothesis import strategies as st

from handlers.ui.calendar import day_picker
from locales.translator import LANGUAGES
from tests.handlers.cabinet import TRANSLATORS

TR = TRANSLATORS.for_language("ru")
FIRST, LAST = date(1997, 10, 15), date(2026, 5, 7)
Picked = tuple[int, int, int]


def pressed(year: int, month: int, first: date = FIRST, last: date = LAST) -> list[tuple[str, Picked]]:
    """(words, what is picked) of every button."""
    rows = day_picker(year, month, first, last, TR, lambda y, m, d: f"{y}:{m}:{d}")
    buttons: list[InlineKeyboardButton] = [button for row in rows for button in row]
    return [(b.text, tuple(int(n) for n in (b.callback_data or "").split(":"))) for b in buttons]  # type: ignore[misc]


def days(year: int, month: int) -> list[date]:
    return [date(*picked) for _, picked in pressed(year, month) if picked[2]]


def test_every_day_can_be_reached_and_no_other() -> None:
    found: list[date] = []
    start, years = 0, []
    while True:
        page = [picked for _, picked in pressed(start, 0)]
        years += [picked[0] for picked in page if picked[1] == 13]
        earlier = [picked[0] for picked in page if picked[1] == 0 and picked[0] < min(years)]
        if not earlier:
            break
        start = earlier[0]
    for year in sorted(set(years)):
        for _, (y, month, _) in pressed(year, 13):
            if 1 <= month <= 12:
                found += days(y, month)
    assert found == [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]


@given(st.integers(0, 9999), st.integers(0, 13))
def test_whatever_a_button_carries_there_is_something_to_press(year: int, month: int) -> None:
    shown = pressed(year, month)
    assert shown
    assert all(FIRST.year <= y <= LAST.year for _, (y, m, _) in shown if m)


@pytest.mark.parametrize("language", LANGUAGES)
def test_months_have_names(language: str) -> None:
    tr = TRANSLATORS.for_language(language)  # type: ignore[arg-type]
    assert len({tr.month(number) for number in range(1, 13)}) == 12
