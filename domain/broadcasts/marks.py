"""Marks: what of a form announcements choose people by, kept apart for those alone who agreed to get any.

They follow from the form and are made by the program, a few customers at a time. So forms know nothing of
announcements, people who joined before there were any are found too, and nothing is kept of who never agreed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Protocol

from domain.consultants.matching import CERTAIN
from domain.consultants.places import Places
from domain.shared.clock import Clock
from domain.shared.ids import CustomerId, PlaceId
from domain.shared.transaction import Transaction

SWEEP = 1000
FRESH = timedelta(minutes=5)
"""Forms changed so lately are looked at out of turn."""


@dataclass(frozen=True, slots=True)
class Unmarked:
    """A form whose marks are missing or older than it is."""

    customer_id: CustomerId
    changed_at: datetime
    birth_date: date | None
    city: str | None


@dataclass(frozen=True, slots=True)
class Marks:
    """The town and time zone, where they are known, and the birthday as "MM-DD"."""

    town: PlaceId | None = None
    time_zone: str | None = None
    birthday: str | None = None


class AudienceMarks(Protocol):
    async def unmarked(self, after: CustomerId, count: int) -> tuple[Sequence[Unmarked], CustomerId | None]:
        """Of the next forms after that customer, those of who agrees that need marks; and the last looked at."""
        ...

    async def unmarked_since(self, changed: datetime, count: int) -> Sequence[Unmarked]:
        """Those changed since."""
        ...

    async def save(self, form: Unmarked, marks: Marks) -> None: ...

    async def forget_unwanted(self) -> int:
        """Takes away the marks of who agrees no more, or whose form is gone."""
        ...


class MarksWork(Protocol):
    @property
    def audience_marks(self) -> AudienceMarks: ...


@dataclass(slots=True)
class KeepMarks:
    """Brings marks up to date, a bounded number at a time; begun again, it goes through all forms once more."""

    read: Transaction[MarksWork]
    write: Transaction[MarksWork]
    places: Places
    clock: Clock
    _after: CustomerId = field(default=CustomerId(0))

    async def __call__(self) -> None:
        async with self.read() as work:
            found, last = await work.audience_marks.unmarked(self._after, SWEEP)
            fresh = await work.audience_marks.unmarked_since(self.clock() - FRESH, SWEEP)
        self._after = CustomerId(0) if last is None else last
        forms = {each.customer_id: each for each in (*found, *fresh)}
        marked = [(each, await self._marks(each)) for each in forms.values()]
        async with self.write() as work:
            for form, marks in marked:
                await work.audience_marks.save(form, marks)
            if last is None:
                await work.audience_marks.forget_unwanted()

    async def _marks(self, form: Unmarked) -> Marks:
        birthday = None if form.birth_date is None else form.birth_date.strftime("%m-%d")
        hits = await self.places.search(form.city, 1) if form.city else ()
        if not hits or hits[0].score < CERTAIN:
            return Marks(birthday=birthday)
        town = hits[0].place
        return Marks(town.id, town.time_zone or None, birthday)
