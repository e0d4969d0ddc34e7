"""A ticket as it is looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from domain.people.models import Person
from domain.shared.ids import PersonId
from domain.tickets.life import Action, Side, may
from domain.tickets.models import Entry, Ticket, TicketId


@dataclass(frozen=True, slots=True)
class Sheet:
    """A ticket with its entries, as the one who asks may see them, and what they can do with it now.

    To the staff: `names` of those in it, `author` who wrote it, and the `cabinet_number` of theirs; `thread` is
    its topic in the staff's group.
    """

    ticket: Ticket
    entries: Sequence[Entry]
    deeds: frozenset[Action] = frozenset()
    is_overdue: bool = False
    names: Mapping[PersonId, str] = field(default_factory=dict)
    author: Person | None = None
    cabinet_number: str | None = None
    thread: int | None = None

    def entry(self, ticket_id: TicketId, number: int) -> Entry | None:
        """One of them; None if it is not there to see."""
        return next((each for each in self.entries if (each.ticket_id, each.number) == (ticket_id, number)), None)


def deeds_of(side: Side, ticket: Ticket, now: datetime) -> frozenset[Action]:
    """What that side can do with the ticket now."""
    return frozenset(action for action in Action if may(action, side, ticket, now))
