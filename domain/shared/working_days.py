"""Working days, for deadlines the law counts in them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Protocol


class WorkingDays(Protocol):
    """A country's calendar, with its transferred days."""

    def is_working(self, day: date) -> bool: ...


def after_working_days(start: date, count: int, calendar: WorkingDays) -> date:
    """The last of `count` working days after the day a term starts from; that day itself does not count."""
    day = start
    while count > 0:
        day += timedelta(days=1)
        count -= calendar.is_working(day)
    return day


def not_on_holiday(day: date, calendar: WorkingDays) -> date:
    """A term in calendar days that would end on a day off ends on the last working day before: never too late."""
    while not calendar.is_working(day):
        day -= timedelta(days=1)
    return day
