"""Requests about one's own data, and their terms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from domain.joining.models import Step
from domain.shared.ids import CustomerId, PersonId
from domain.shared.working_days import WorkingDays, after_working_days, not_on_holiday


class Kind(StrEnum):
    """What is asked for."""

    ACCESS = "access"
    """A copy of everything held (152-FZ art. 14 and 20)."""
    QUESTION = "question"
    """What is done with one's data, in one's own words (art. 14, part 7, and art. 20)."""
    CORRECTION = "correction"
    """Something is said to be wrong: it is blocked, checked, corrected (art. 21, parts 1 and 2)."""
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
    ACCURATE = "accurate"
    """The check has shown that what is held is right (art. 21, part 2)."""
    UNPROVEN = "unproven"
    """Nothing was given that shows it to be wrong (art. 21, part 2)."""
    OTHERS = "others"
    """The answer would show other people's data (art. 14, part 8, item 4)."""
    REPEATED = "repeated"
    """The same was answered less than 30 days ago (art. 14, parts 4 to 6)."""


TO_DESTROY = frozenset({Kind.ERASURE, Kind.WITHDRAWAL})
GROUNDS: Mapping[Kind, tuple[Ground, ...]] = {
    Kind.ACCESS: (),
    Kind.QUESTION: (Ground.OTHERS, Ground.REPEATED),
    Kind.CORRECTION: (Ground.ACCURATE, Ground.UNPROVEN),
    Kind.ERASURE: (Ground.CONTRACT, Ground.DISPUTE),
    Kind.WITHDRAWAL: (Ground.CONTRACT, Ground.DISPUTE),
}
"""On what each kind can be refused."""
WORKING_DAYS = {Kind.ACCESS: 10, Kind.QUESTION: 10, Kind.CORRECTION: 7, Kind.ERASURE: 10}
LONGER = 5
"""Working days by which the answer to a question may be put off, once and with a reason (art. 20, part 1)."""
WORDS = (10, 1000)
"""The shortest and the longest that is said in a request, or in answer to it."""
NOT_ASKED = frozenset({Step.GROUP_KIND})
"""What nobody has to check: the person presses the other button in the form."""
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
    about: Step | None = None
    """The answer that is said to be wrong, and blocked; None for anything else that is held."""
    extended: bool = False
    destroyed: tuple[tuple[str, int], ...] = ()
    """(table, rows) of what was destroyed."""

    def is_overdue(self, now: datetime) -> bool:
        return self.state is State.OPEN and now > self.due_at


@dataclass(frozen=True, slots=True)
class Texts:
    """What was said about a request, by whom it was asked and by the officer. Personal data; never in a repr."""

    words: str | None = field(default=None, repr=False)
    """What is wrong, or what is asked."""
    answer: str | None = field(default=None, repr=False)
    """What the person was told: the answer, or what was corrected."""
    extension: str | None = field(default=None, repr=False)
    """Why it takes longer."""


def due(kind: Kind, asked_at: datetime, calendar: WorkingDays) -> datetime:
    """The end of the day by which the law wants it done: WORKING_DAYS, for a withdrawal 30 days."""
    start = asked_at.date()
    if kind is Kind.WITHDRAWAL:
        last = not_on_holiday(start + timedelta(days=30), calendar)
    else:
        last = after_working_days(start, WORKING_DAYS[kind], calendar)
    return _end_of(asked_at, last)


def longer(due_at: datetime, calendar: WorkingDays) -> datetime:
    """The term after it was put off."""
    return _end_of(due_at, after_working_days(due_at.date(), LONGER, calendar))


def _end_of(asked_at: datetime, last: date) -> datetime:
    # 20:59 UTC is the end of the day in Moscow.
    return asked_at.replace(year=last.year, month=last.month, day=last.day, hour=20, minute=59, second=0, microsecond=0)


def day_before(due_at: datetime, calendar: WorkingDays) -> datetime:
    """When the officer is reminded for the last time: the working day before the last one."""
    day: date = due_at.date() - timedelta(days=1)
    day = not_on_holiday(day, calendar)
    return due_at.replace(year=day.year, month=day.month, day=day.day, hour=6, minute=0)
