"""When the company's telephone is answered, on the clocks of who asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from typing import Protocol
from zoneinfo import ZoneInfo

from domain.consultants.ports import Consultants
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.transaction import Transaction
from domain.shared.working_days import WorkingDays


@dataclass(frozen=True, slots=True)
class Hotline:
    """The operator's telephone: `number` empty is none, without `hours` nothing is said about them."""

    number: str
    zone: ZoneInfo
    hours: tuple[time, time] | None = None
    working_days_only: bool = False


@dataclass(frozen=True, slots=True)
class HotlineHours:
    """The telephone with its hours on the clocks of `zone` (an IANA name), and whether it is answered just now."""

    number: str
    zone: str
    opens: time | None = None
    closes: time | None = None
    working_days_only: bool = False
    is_open: bool = False


class HotlineWork(Protocol):
    @property
    def consultants(self) -> Consultants: ...


@dataclass(frozen=True, slots=True)
class ShowHotline:
    """The hours in the person's time: where they are is known by their consultant's town, or their own if they are one.

    Where that is not known it is the operator's time.
    """

    read: Transaction[HotlineWork]
    clock: Clock
    calendar: WorkingDays
    hotline: Hotline

    async def __call__(self, person: Person) -> HotlineHours:
        line, now = self.hotline, self.clock()
        zone = line.zone
        about = person.own_consultant_id or person.consultant_id
        if about is not None:
            async with self.read() as work:
                consultant = await work.consultants.get(about)
            zone = zone if consultant is None else ZoneInfo(consultant.time_zone)
        if line.hours is None:
            return HotlineHours(line.number, zone.key)
        opens, closes = line.hours
        there = now.astimezone(line.zone)

        def here(clock: time) -> time:
            return datetime.combine(there.date(), clock, line.zone).astimezone(zone).time()

        works = not line.working_days_only or self.calendar.is_working(there.date())
        is_open = works and opens <= there.time() < closes
        return HotlineHours(line.number, zone.key, here(opens), here(closes), line.working_days_only, is_open)
