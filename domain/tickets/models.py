"""Tickets: what people write to the company about, and what is said in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from domain.people.models import Duty, Person
from domain.shared.ids import ConsultantId, PersonId, PressKey

TicketId = NewType("TicketId", int)
LONGEST = 3000
"""Characters of one message in a ticket."""
MOST_PHOTOS = 10
"""Photos a ticket may be opened with."""
MOST_OPEN = 5
"""Tickets one person may have open at once."""
STARS = range(1, 6)


class Category(StrEnum):
    """What a ticket is about; decides its deadline and who of the staff sees it."""

    ORDER = "order"
    QUALITY = "quality"
    DELIVERY = "delivery"
    CONSULTANT = "consultant"
    """About one's consultant: never shown to them, also where they are of the staff."""
    PERSONAL = "personal"
    """About personal data: the data officers see it as well."""
    OTHER = "other"


class State(StrEnum):
    """Whose turn it is; the last two are ends."""

    OPEN = "open"
    """The company's turn: the deadline runs."""
    ANSWERED = "answered"
    CLOSED = "closed"
    MERGED = "merged"
    """Goes on in another ticket of the same person."""


LIVE = frozenset({State.OPEN, State.ANSWERED})


class EntryKind(StrEnum):
    """What an entry of a ticket is; the first three have words or a photo, the others say what was done."""

    WORDS = "words"
    """The person's."""
    ANSWER = "answer"
    """The company's, to the person."""
    NOTE = "note"
    """For the staff alone; in the person's copy of their data all the same."""
    TAKEN = "taken"
    HANDED = "handed"
    MERGED = "merged"
    CLOSED = "closed"
    REOPENED = "reopened"
    RATED = "rated"


INTERNAL = frozenset({EntryKind.NOTE, EntryKind.TAKEN, EntryKind.HANDED})
"""What the person is not shown."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """`person_id` wrote it, and nobody else of their cabinet sees it. `owner_id` of the staff answers for it.

    `version` is the number of its last entry: a button carries it, so that nothing is done to what has changed since.
    The deadline runs from `asked_at` to `due_at`; `reminded` says which reminders of it were sent (see terms.Reason).
    """

    id: TicketId
    person_id: PersonId
    category: Category
    state: State
    opened_at: datetime
    asked_at: datetime
    due_at: datetime
    consultant_id: ConsultantId | None = None
    owner_id: PersonId | None = None
    closed_at: datetime | None = None
    rating: int | None = None
    merged_into: TicketId | None = None
    version: int = 0
    reminded: int = 0

    @property
    def number(self) -> str:
        """What it is called by."""
        return number_of(self.id)

    @property
    def is_live(self) -> bool:
        return self.state in LIVE

    def is_overdue(self, now: datetime) -> bool:
        return self.state is State.OPEN and now > self.due_at


def number_of(ticket_id: TicketId) -> str:
    """What a ticket is called by."""
    return str(1000 + ticket_id)


def called(number: str) -> TicketId | None:
    """The ticket of that number, whether there is one or not; None for what is no such number."""
    if not (number.isdecimal() and len(number) < 16 and int(number) > 1000):
        return None
    return TicketId(int(number) - 1000)


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says in a ticket: words, a photo (its Telegram file_id), or both."""

    text: str = ""
    photo: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a ticket. `author_id` is the person's own account or that of the staff; `ticket_id` may be that of

    a ticket that was merged into the one looked at.
    """

    ticket_id: TicketId
    number: int
    kind: EntryKind
    at: datetime
    author_id: PersonId | None = None
    text: str = ""
    photo: str | None = None


@dataclass(frozen=True, slots=True)
class NewTicket:
    """A ticket to be opened; the same person and key give the same ticket."""

    person_id: PersonId
    key: PressKey
    category: Category
    consultant_id: ConsultantId | None
    at: datetime
    due_at: datetime


@dataclass(frozen=True, slots=True)
class TicketStaff:
    """Who of the company serves tickets. `group` is the chat of the staff, None where there is none."""

    admins: tuple[PersonId, ...] = ()
    officers: tuple[PersonId, ...] = ()
    group: PersonId | None = None

    def serves(self, person: Person, ticket: Ticket) -> bool:
        """Whether the ticket is this person's to work on. Rights are those of the person at this moment."""
        if is_about(person, ticket):
            return False
        return person.is_admin or (ticket.category is Category.PERSONAL and person.has(Duty.OFFICER))


def is_about(person: Person, ticket: Ticket) -> bool:
    """Whether the ticket is a complaint about this very person."""
    about = ticket.consultant_id if ticket.category is Category.CONSULTANT else None
    return about is not None and person.own_consultant_id == about
