"""Whom an announcement is for: a small closed set of conditions, all of which have to hold.

They say nothing about consent: whoever does not agree is in no segment.
"""

from __future__ import annotations

from calendar import isleap
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime, timedelta, tzinfo
from functools import cache
from typing import Any, TypeAlias
from zoneinfo import available_timezones

from domain.shared.errors import DomainError
from domain.shared.ids import ConsultantId, PlaceId
from domain.shared.money import Money

LONGEST_DAYS = 3650
MOST_SPENT = 100_000_000
"""Kopecks."""
WEEK = 7


class InvalidSegment(DomainError):
    """A condition does not make sense; `args[0]` names what of it."""


@dataclass(frozen=True, slots=True)
class Consultants:
    """Who serves customers, and nobody else."""


@dataclass(frozen=True, slots=True)
class CustomersOf:
    """Whom this consultant serves now."""

    consultant: ConsultantId


@dataclass(frozen=True, slots=True)
class FromTown:
    """Whose form names this town."""

    town: PlaceId


@dataclass(frozen=True, slots=True)
class InZone:
    """Whose clocks go by this time zone."""

    zone: str


@dataclass(frozen=True, slots=True)
class OrderedWithin:
    """Whose last order is at most so many days old."""

    days: int


@dataclass(frozen=True, slots=True)
class SilentFor:
    """Who has ordered, but not for so many days."""

    days: int


@dataclass(frozen=True, slots=True)
class SpentFrom:
    """Whose orders of the last `days` (0: of all time) come to `amount` or more."""

    amount: Money
    days: int = 0


@dataclass(frozen=True, slots=True)
class NeverOrdered:
    """Who has never ordered."""


@dataclass(frozen=True, slots=True)
class BirthdaySoon:
    """Whose birthday is on the day it is sent or on one of the six that follow."""


Condition: TypeAlias = (
    Consultants | CustomersOf | FromTown | InZone | OrderedWithin | SilentFor | SpentFrom | NeverOrdered | BirthdaySoon
)
NAMES: Mapping[type[Condition], str] = {
    Consultants: "consultants",
    CustomersOf: "customers_of",
    FromTown: "town",
    InZone: "zone",
    OrderedWithin: "ordered",
    SilentFor: "silent",
    SpentFrom: "spent",
    NeverOrdered: "never_ordered",
    BirthdaySoon: "birthday",
}
"""What a condition is called where it is kept, in the order conditions are shown."""
_BY_NAME = {name: kind for kind, name in NAMES.items()}
_CONTRARY = ({NeverOrdered, OrderedWithin, SilentFor}, {NeverOrdered, SpentFrom})
"""Of these only one can hold at a time: the later takes the other's place."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Conditions, at most one of a sort; without any it is everybody."""

    conditions: tuple[Condition, ...] = ()

    def having(self, condition: Condition) -> Segment:
        """With this condition, in the place of one of its sort or one it contradicts. Raises InvalidSegment."""
        _check(condition)
        gone = {type(condition)}.union(*(each for each in _CONTRARY if type(condition) in each))
        kept = tuple(each for each in self.conditions if type(each) not in gone)
        return replace(self, conditions=_in_order((*kept, condition)))

    def without(self, name: str) -> Segment:
        """Without the condition of that name."""
        return replace(self, conditions=tuple(each for each in self.conditions if NAMES[type(each)] != name))

    def names(self) -> frozenset[str]:
        return frozenset(NAMES[type(each)] for each in self.conditions)


EVERYBODY = Segment()


def segment_of(kept: Sequence[Mapping[str, Any]]) -> Segment:
    """The segment that `plain` wrote. Raises InvalidSegment for anything else."""
    found = EVERYBODY
    for each in kept:
        found = found.having(condition_of(each))
    return found


def plain(segment: Segment) -> list[dict[str, Any]]:
    """Plain values, to be kept."""
    return [_plain(each) for each in segment.conditions]


def condition_of(kept: Mapping[str, Any]) -> Condition:
    """One condition from plain values. Raises InvalidSegment."""
    kind = _BY_NAME.get(str(kept.get("is")))
    values = {name: value for name, value in kept.items() if name != "is"}
    if kind is None:
        raise InvalidSegment("kind")
    if kind is SpentFrom:
        values["amount"] = Money(values.get("amount", 0))
    try:
        made: Condition = kind(**values)
    except TypeError:
        raise InvalidSegment("kind") from None
    _check(made)
    return made


@dataclass(frozen=True, slots=True)
class AsOf:
    """The moment conditions about time are looked at from: when the announcement began, not when a turn comes."""

    at: datetime
    birthdays: tuple[str, ...] = field(default=())
    """The days of the week that follows, as "MM-DD"."""
    home: str = ""
    """The operator's time zone: that of whoever's own is not known."""

    def before(self, days: int) -> datetime:
        return self.at - timedelta(days=days)


def as_of(at: datetime, zone: tzinfo) -> AsOf:
    """At a moment, by the calendar of `zone`."""
    return AsOf(at, birthdays(at.astimezone(zone).date()), str(zone))


def birthdays(today: date) -> tuple[str, ...]:
    """The seven days from today on. Who was born on 29 February celebrates on 1 March where there is none."""
    days = [(today + timedelta(days=step)).strftime("%m-%d") for step in range(WEEK)]
    if "03-01" in days and "02-29" not in days and not isleap(today.year):
        days.append("02-29")
    return tuple(days)


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _in_order(conditions: tuple[Condition, ...]) -> tuple[Condition, ...]:
    order = list(NAMES)
    return tuple(sorted(conditions, key=lambda each: order.index(type(each))))


def _plain(condition: Condition) -> dict[str, Any]:
    values = asdict(condition)
    if isinstance(condition, SpentFrom):
        values["amount"] = condition.amount.minor
    return {"is": NAMES[type(condition)], **values}


def _check(condition: Condition) -> None:
    match condition:
        case OrderedWithin(days) | SilentFor(days) if not 1 <= days <= LONGEST_DAYS:
            raise InvalidSegment("days")
        case SpentFrom(amount, days) if not (1 <= amount.minor <= MOST_SPENT and 0 <= days <= LONGEST_DAYS):
            raise InvalidSegment("amount")
        case CustomersOf(number) | FromTown(number) if number < 1:
            raise InvalidSegment("kind")
        case InZone(zone) if zone not in _zones():
            raise InvalidSegment("zone")
        case _:
            return
