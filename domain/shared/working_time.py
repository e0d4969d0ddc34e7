"""When something is due in working hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.shared.working_days import WorkingDays


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """The hours of every working day, from `opens` to `closes` on the clocks of `zone`."""

    days: WorkingDays
    zone: ZoneInfo
    opens: time = time(9)
    closes: time = time(18)

    def after(self, start: datetime, span: timedelta) -> datetime:
        """When `span` of working time has passed since `start`; `start` may be at night or on a day off."""
        left, day = span, start.astimezone(self.zone).date()
        for _ in range(3_660):
            begins, ends = self._at(day, self.opens), self._at(day, self.closes)
            begins = max(begins, start)
            if self.days.is_working(day) and begins < ends:
                if ends - begins >= left:
                    return begins + left
                left -= ends - begins
            day += timedelta(days=1)
        raise ValueError("ten years without enough working time")

    def _at(self, day: date, clock: time) -> datetime:
        # In UTC, so that differences are what a stopwatch shows, also over a change of the clocks.
        return datetime.combine(day, clock, self.zone).astimezone(ZoneInfo("UTC"))
