"""Russian working days, with the days the government transfers."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any


class RussianWorkingDays:
    """Implements domain.shared.working_days.WorkingDays."""

    @cached_property
    def _calendar(self) -> Any:
        # Imported late: it is asked for a few times a day.
        from holidays import country_holidays

        return country_holidays("RU")

    def is_working(self, day: date) -> bool:
        return bool(self._calendar.is_working_day(day))
