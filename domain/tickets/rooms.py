"""The topics of the staff's group."""

from __future__ import annotations

from dataclasses import dataclass

from domain.notices.models import Notice, NoticeKind
from domain.shared.ids import PersonId
from domain.shared.transaction import Transaction
from domain.tickets.models import TicketId
from domain.tickets.ports import TicketsWork
from domain.tickets.telling import subject_of


@dataclass(frozen=True, slots=True)
class KeepRoom:
    """Keeps in which topic a ticket is talked about from now on.

    In the place of a topic that is no more it begins with the ticket's card, which is owed again.
    """

    write: Transaction[TicketsWork]

    async def __call__(self, ticket_id: TicketId, group: PersonId, thread: int) -> None:
        async with self.write() as work:
            ticket = await work.tickets.hold(ticket_id)
            before = await work.tickets.room(ticket_id)
            await work.tickets.set_room(ticket_id, group, thread)
            if ticket is None or before is None or before == (group, thread):
                return
            key = f"ticket:{ticket_id}:card:{thread}:{group}"
            args = {"ticket": ticket_id}
            await work.outbox.put(Notice(group, NoticeKind.TICKET_CARD, key, args, subject=subject_of(ticket)))
