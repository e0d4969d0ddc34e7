"""A consultant's own announcement to their customers: few a week, read by an admin first, as the operator sets it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.broadcasts.models import Announcement
from domain.broadcasts.ports import BroadcastsWork
from domain.broadcasts.times import InvalidTimes
from domain.people.models import Person
from domain.shared.errors import DomainError
from domain.shared.ids import ConsultantId

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class OwnTerms:
    """How many a consultant may send in seven days (0: none), and whether an admin reads each before."""

    a_week: int = 1
    is_read_first: bool = False

    def is_needed(self, person: Person, what: Announcement) -> bool:
        """Whether an admin reads it first; one who is a consultant too has read their own."""
        return self.is_read_first and what.consultant is not None and not person.is_admin


class TooManyOwn(DomainError):
    """As many as may be sent in a week are sent or planned."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"{limit} a week")
        self.limit = limit


async def require_room(work: BroadcastsWork, terms: OwnTerms, consultant: ConsultantId, starts: datetime) -> None:
    """Raises TooManyOwn unless one more may begin then: both the week before and the week after are counted, so that
    planning ahead brings nobody more of them."""
    if await work.broadcasts.near(consultant, starts - WEEK, starts + WEEK) >= terms.a_week:
        raise TooManyOwn(terms.a_week)


def require_once(what: Announcement) -> None:
    """Raises InvalidTimes for one that repeats by itself: a consultant writes each of theirs."""
    if what.consultant is not None and what.times.repeat is not None:
        raise InvalidTimes("repeat")
