"""Russian working days, with the days the government transfers."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from holidays import HolidayBase


class RussianWorkingDays:
    """Implements domain.shared.working_days.WorkingDays."""

    @cached_property
    def _calendar(self) -> Any:
        # Imported late: it is asked for a few times a day.
        from holidays import country_holidays

        return country_holidays("RU")

    def is_working(self, day: date) -> bool:
        return bool(self._calendar.is_working_day(day))


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
