"""Requests about one's own data, and their terms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from domain.shared.ids import CustomerId, PersonId
from domain.shared.working_days import WorkingDays, after_working_days, not_on_holiday


class Kind(StrEnum):
    """What is asked for."""

    ACCESS = "access"
    """A copy of everything held (152-FZ art. 14 and 20)."""
    ERASURE = "erasure"
    """To stop and destroy (art. 21, part 5.1)."""
    WITHDRAWAL = "withdrawal"
    """The consent to the cabinet was withdrawn (art. 21, part 5)."""


class State(StrEnum):
    """Where a request stands; all but the first are ends."""

    OPEN = "open"
    DONE = "done"
    REFUSED = "refused"
    CANCELLED = "cancelled"


class Ground(StrEnum):
    """What the law knows as a reason to go on keeping data; an internal rule is none."""

    CONTRACT = "contract"
    """An order that is not fulfilled yet (152-FZ art. 6, part 1, item 5)."""
    DISPUTE = "dispute"
    """Data a court or an authority has asked for (art. 6, part 1, items 2 and 3)."""


TO_DESTROY = frozenset({Kind.ERASURE, Kind.WITHDRAWAL})
KEPT_YEARS = 3
"""How long an act of destruction is kept (order 179 of Roskomnadzor)."""


@dataclass(frozen=True, slots=True)
class DataRequest:
    """A request. `person_id` goes with the data; what stays is the act: which cabinet, who, when, how much."""

    id: int
    kind: Kind
    state: State
    customer_id: CustomerId
    person_id: PersonId | None
    asked_at: datetime
    due_at: datetime
    decided_by: PersonId | None = None
    decided_at: datetime | None = None
    ground: Ground | None = None
    destroyed: tuple[tuple[str, int], ...] = ()
    """(table, rows) of what was destroyed."""

    def is_overdue(self, now: datetime) -> bool:
        return self.state is State.OPEN and now > self.due_at


def due(kind: Kind, asked_at: datetime, calendar: WorkingDays) -> datetime:
    """The end of the day by which the law wants it done: 10 working days, for a withdrawal 30 days."""
    start = asked_at.date()
    if kind is Kind.WITHDRAWAL:
        last = not_on_holiday(start + timedelta(days=30), calendar)
    else:
        last = after_working_days(start, 10, calendar)
    # 20:59 UTC is the end of the day in Moscow.
    return asked_at.replace(year=last.year, month=last.month, day=last.day, hour=20, minute=59, second=0, microsecond=0)


def day_before(due_at: datetime, calendar: WorkingDays) -> datetime:
    """When the officer is reminded for the last time: the working day before the last one."""
    day: date = due_at.date() - timedelta(days=1)
    day = not_on_holiday(day, calendar)
    return due_at.replace(year=day.year, month=day.month, day=day.day, hour=6, minute=0)
