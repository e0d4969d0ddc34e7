"""When an announcement goes out: at once, at a time, again and again; by whose clock; and never at night.

Times are kept as what a clock on the wall shows, so a change of the clocks or of a zone's rules moves nothing. Where
the clocks skip an hour, what was due in it comes when it is over; where they show one twice, the first counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from enum import StrEnum
from typing import Any

from domain.broadcasts.kinds import BroadcastKind
from domain.shared.errors import DomainError

EARLIEST = timezone(timedelta(hours=14))
LATEST = timezone(timedelta(hours=-12))
"""No clocks on earth are before or behind these."""
GRACE: Mapping[BroadcastKind, timedelta] = {
    BroadcastKind.OFFERS: timedelta(hours=6),
    BroadcastKind.NEWS: timedelta(hours=24),
    BroadcastKind.GIFTS: timedelta(hours=12),
    BroadcastKind.CATALOG: timedelta(days=3),
}
"""How late it still makes sense, had the program been down when it was due."""
FARTHEST = timedelta(days=366)


class InvalidTimes(DomainError):
    """The time does not make sense; `args[0]` says why: format, past, far, repeat."""


class Every(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Repeat:
    """Again and again at that time: every day, on days of the week (Monday is 0), or on days of the month.

    A month that has no such day has its last one instead.
    """

    every: Every
    at: time
    days: tuple[int, ...] = ()

    def after(self, wall: datetime) -> datetime:
        """The first time after that one; both as clocks on the wall show them."""
        day = wall.date() if wall.time() < self.at else wall.date() + timedelta(days=1)
        for _ in range(63):
            if self._is_on(day):
                return datetime.combine(day, self.at)
            day += timedelta(days=1)
        raise InvalidTimes("format")

    def last(self, wall: datetime) -> datetime:
        """The last time up to that one."""
        day = wall.date() if wall.time() >= self.at else wall.date() - timedelta(days=1)
        for _ in range(63):
            if self._is_on(day):
                return datetime.combine(day, self.at)
            day -= timedelta(days=1)
        raise InvalidTimes("format")

    def _is_on(self, day: date) -> bool:
        match self.every:
            case Every.DAY:
                return True
            case Every.WEEK:
                return day.weekday() in self.days
            case Every.MONTH:
                ends = (day + timedelta(days=1)).month != day.month
                return day.day in self.days or (ends and any(each > day.day for each in self.days))


@dataclass(frozen=True, slots=True)
class Times:
    """`at` is a time on the wall (None: at once, or the next of `repeat`).

    `local`: by each person's own clock, else by the operator's, at one moment for all. `quiet`: nobody gets it in
    their quiet hours; it comes when they are over.
    """

    at: datetime | None = None
    repeat: Repeat | None = None
    local: bool = False
    quiet: bool = True

    @property
    def at_once(self) -> bool:
        return self.at is None and self.repeat is None

    @property
    def by_zone(self) -> bool:
        """Whether it matters what time it is where somebody lives."""
        return self.local or self.quiet


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From `starts` to `ends` by somebody's own clock, over midnight where it starts later than it ends."""

    starts: time = time(22)
    ends: time = time(9)

    def over(self, at: datetime, zone: tzinfo) -> datetime:
        """That moment, or the end of the quiet hours it falls into."""
        local = at.astimezone(zone)
        now = local.time()
        over_midnight = self.starts > self.ends
        is_awake = self.ends <= now < self.starts if over_midnight else not self.starts <= now < self.ends
        if is_awake:
            return at
        day = local.date() + timedelta(days=1 if over_midnight and now >= self.starts else 0)
        return moment(datetime.combine(day, self.ends), zone)


def moment(wall: datetime, zone: tzinfo) -> datetime:
    """When clocks in the zone show that time, in UTC."""
    return wall.replace(tzinfo=zone, fold=0).astimezone(UTC)


def wall_at(at: datetime, zone: tzinfo) -> datetime:
    """What clocks in the zone show at that moment."""
    return at.astimezone(zone).replace(tzinfo=None, fold=0)


def first_wall(times: Times, zone: tzinfo, now: datetime) -> datetime:
    """What clocks show when it goes out for the first time. Raises InvalidTimes: past, far."""
    here = wall_at(now, zone)
    if times.at is None:
        return times.repeat.after(here) if times.repeat is not None else here
    # By everybody's own clock it may be later already somewhere, and earlier elsewhere.
    if times.at < (wall_at(now, LATEST) if times.local else here.replace(second=0, microsecond=0)):
        raise InvalidTimes("past")
    if times.at > here + FARTHEST:
        raise InvalidTimes("far")
    return times.at


def begins(times: Times, wall: datetime, zone: tzinfo) -> datetime:
    """The moment it begins for the first of its people."""
    return moment(wall, EARLIEST if times.local else zone)


def too_late(times: Times, wall: datetime, zone: tzinfo, kind: BroadcastKind, now: datetime) -> bool:
    """Whether what was due then makes no sense any more for anybody."""
    return now - moment(wall, LATEST if times.local else zone) > GRACE[kind]


def plain_times(times: Times) -> dict[str, Any]:
    """Plain values, to be kept."""
    repeat = times.repeat
    return {
        "at": None if times.at is None else times.at.isoformat(),
        "every": None if repeat is None else repeat.every.value,
        "clock": None if repeat is None else repeat.at.isoformat(),
        "days": [] if repeat is None else list(repeat.days),
        "local": times.local,
        "quiet": times.quiet,
    }


def times_of(kept: Mapping[str, Any]) -> Times:
    """What `plain_times` wrote; of nothing, at once and at any hour."""
    every, at = kept.get("every"), kept.get("at")
    return Times(
        at=None if at is None else datetime.fromisoformat(at),
        repeat=None
        if every is None
        else Repeat(Every(every), time.fromisoformat(kept["clock"]), tuple(kept.get("days", ()))),
        local=bool(kept.get("local", False)),
        quiet=bool(kept.get("quiet", False)),
    )
