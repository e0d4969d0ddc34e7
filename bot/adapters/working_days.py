"""Working days of a country, with the days off its government moves."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays import HolidayBase


class CountryDays:
    """Implements domain.shared.working_days.WorkingDays; the calendar is loaded when it is first asked."""

    def __init__(self, country: str = "RU") -> None:
        self._country = country
        self._calendar: HolidayBase | None = None

    def is_working(self, day: date) -> bool:
        if self._calendar is None:
            # Imported here: most processes never ask, and it takes a few megabytes.
            import holidays

            self._calendar = holidays.country_holidays(self._country)
        return bool(self._calendar.is_working_day(day))
