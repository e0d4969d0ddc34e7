"""Terms in Russian working days, around transferred holidays."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.adapters.working_days import RussianWorkingDays
from domain.personal.models import Kind, day_before, due
from domain.shared.working_days import after_working_days, not_on_holiday

CALENDAR = RussianWorkingDays()


@pytest.mark.parametrize(
    ("start", "count", "last"),
    [
        (date(2025, 10, 31), 1, date(2025, 11, 1)),  # a working Saturday
        (date(2025, 10, 31), 2, date(2025, 11, 5)),  # 3 November is transferred, 4 November a holiday
        (date(2025, 12, 30), 1, date(2026, 1, 12)),  # 31 December is transferred; the holidays end on the 11th
        (date(2025, 4, 30), 10, date(2025, 5, 20)),  # 1 to 4 and 8 to 11 May are days off
        (date(2026, 11, 20), 10, date(2026, 12, 4)),
    ],
)
def test_working_days_are_counted_as_the_government_moves_them(start: date, count: int, last: date) -> None:
    assert after_working_days(start, count, CALENDAR) == last


def test_a_term_in_days_never_ends_on_a_day_off() -> None:
    assert not_on_holiday(date(2026, 1, 5), CALENDAR) == date(2025, 12, 30)
    assert not_on_holiday(date(2025, 11, 1), CALENDAR) == date(2025, 11, 1)


def test_ten_working_days_for_a_request_and_thirty_days_for_a_withdrawal() -> None:
    asked = datetime(2025, 12, 8, 12, 0, tzinfo=UTC)
    assert due(Kind.ERASURE, asked, CALENDAR).date() == date(2025, 12, 22)
    assert due(Kind.WITHDRAWAL, asked, CALENDAR).date() == date(2025, 12, 30), "7 January is a holiday"
    assert day_before(due(Kind.WITHDRAWAL, asked, CALENDAR), CALENDAR).date() == date(2025, 12, 29)
