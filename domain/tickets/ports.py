"""What tickets ask of storage."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from domain.access.ports import Credentials
from domain.consultants.ports import Consultants
from domain.notices.ports import Outbox
from domain.people.ports import People
from domain.shared.ids import ConsultantId, PersonId
from domain.tickets.models import Entry, EntryKind, NewTicket, Said, Ticket, TicketId


class Which(StrEnum):
    """Lists of the staff."""

    OPEN = "open"
    """Not ended; whose turn the company's is first, the soonest due first."""
    MINE = "mine"
    """Of these, what the one who asks answers for."""
    ENDED = "ended"
    """The latest first."""


class Tickets(Protocol):
    async def add(self, new: NewTicket) -> tuple[Ticket, bool]:
        """Opens it; with a key the person has used already it is that ticket, and False."""
        ...

    async def get(self, ticket_id: TicketId) -> Ticket | None: ...

    async def hold(self, ticket_id: TicketId) -> Ticket | None:
        """The ticket, which nobody else can change until the transaction ends."""
        ...

    async def note(
        self, ticket: Ticket, kind: EntryKind, author: PersonId | None, at: datetime, said: Said | None = None
    ) -> Ticket:
        """Writes an entry into a held ticket; gives the ticket, whose version is the entry's number."""
        ...

    async def save(self, ticket: Ticket) -> None:
        """Keeps everything of a held ticket that may change."""
        ...

    async def merge(self, ticket_id: TicketId, into: TicketId) -> None:
        """What was merged into the one goes on in the other."""
        ...

    async def thread(self, ticket_id: TicketId) -> Sequence[Entry]:
        """Everything in the ticket and in those merged into it, the oldest first."""
        ...

    async def of_person(self, person_id: PersonId, offset: int, limit: int) -> tuple[Sequence[Ticket], int]:
        """A person's own, those that are not ended first, then the latest; and how many there are."""
        ...

    async def live_of(self, person_id: PersonId) -> Sequence[Ticket]:
        """Those of a person that are not ended, the oldest first."""
        ...

    async def listed(
        self,
        which: Which,
        owner: PersonId,
        hidden: ConsultantId | None,
        offset: int,
        limit: int,
        *,
        personal_only: bool = False,
    ) -> tuple[Sequence[Ticket], int]:
        """A stretch of a list for `owner`, without complaints about the consultant `hidden`."""
        ...

    async def waiting(self) -> Sequence[Ticket]:
        """All whose deadline runs and that may still be reminded of, the soonest due first."""
        ...

    async def in_room(self, group: PersonId, thread: int) -> TicketId | None:
        """Which ticket a topic of the group is about."""
        ...

    async def told(self, person_id: PersonId, message_id: int) -> TicketId | None:
        """Which ticket a notice is about that was sent to the person as that message."""
        ...

    async def room(self, ticket_id: TicketId) -> tuple[PersonId, int] | None:
        """The group and the topic the ticket is talked about in."""
        ...

    async def set_room(self, ticket_id: TicketId, group: PersonId, thread: int) -> None: ...

    async def names(self, ids: Collection[PersonId]) -> Mapping[PersonId, str]:
        """What those of the staff are called that are known by name."""
        ...

    async def set_name(self, person_id: PersonId, name: str) -> None: ...

    async def average(self) -> tuple[int, int]:
        """How many ratings there are, and their sum."""
        ...


class TicketsWork(Protocol):
    @property
    def tickets(self) -> Tickets: ...

    @property
    def people(self) -> People: ...

    @property
    def consultants(self) -> Consultants: ...

    @property
    def credentials(self) -> Credentials: ...

    @property
    def outbox(self) -> Outbox: ...
