"""Tickets in memory."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from domain.shared.ids import ConsultantId, PersonId
from domain.tickets.models import Category, Entry, EntryKind, NewTicket, Said, State, Ticket, TicketId
from domain.tickets.ports import Which
from tests.fake_data import Data


class FakeTickets:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def add(self, new: NewTicket) -> tuple[Ticket, bool]:
        known = self.data.ticket_keys.get((new.person_id, new.key))
        if known is not None:
            return self.data.tickets[known], False
        made = Ticket(
            id=TicketId(len(self.data.tickets) + 1),
            person_id=new.person_id,
            category=new.category,
            state=State.OPEN,
            opened_at=new.at,
            asked_at=new.at,
            due_at=new.due_at,
            consultant_id=new.consultant_id,
        )
        self.data.tickets[made.id] = made
        self.data.ticket_keys[new.person_id, new.key] = made.id
        return made, True

    async def get(self, ticket_id: TicketId) -> Ticket | None:
        return self.data.tickets.get(ticket_id)

    async def hold(self, ticket_id: TicketId) -> Ticket | None:
        return self.data.tickets.get(ticket_id)

    async def note(
        self, ticket: Ticket, kind: EntryKind, author: PersonId | None, at: datetime, said: Said | None = None
    ) -> Ticket:
        number, said = ticket.version + 1, said or Said()
        entry = Entry(ticket.id, number, kind, at, author, said.text, said.photo)
        self.data.ticket_entries[ticket.id, number] = entry
        self.data.tickets[ticket.id] = replace(self.data.tickets[ticket.id], version=number)
        return replace(ticket, version=number)

    async def save(self, ticket: Ticket) -> None:
        self.data.tickets[ticket.id] = ticket

    async def merge(self, ticket_id: TicketId, into: TicketId) -> None:
        for each in self.data.tickets.values():
            if each.merged_into == ticket_id:
                self.data.tickets[each.id] = replace(each, merged_into=into)

    async def thread(self, ticket_id: TicketId) -> Sequence[Entry]:
        of = {each.id for each in self.data.tickets.values() if ticket_id in (each.id, each.merged_into)}
        found = [each for each in self.data.ticket_entries.values() if each.ticket_id in of]
        return sorted(found, key=lambda each: (each.at, each.ticket_id, each.number))

    async def of_person(self, person_id: PersonId, offset: int, limit: int) -> tuple[Sequence[Ticket], int]:
        own = [each for each in self.data.tickets.values() if each.person_id == person_id]
        own.sort(key=lambda each: (not each.is_live, -each.id))
        return own[offset : offset + limit], len(own)

    async def live_of(self, person_id: PersonId) -> Sequence[Ticket]:
        return [each for each in self.data.tickets.values() if each.person_id == person_id and each.is_live]

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
        found = [
            each
            for each in self.data.tickets.values()
            if each.is_live is (which is not Which.ENDED)
            and (which is not Which.MINE or each.owner_id == owner)
            and not (each.category is Category.CONSULTANT and hidden and each.consultant_id == hidden)
            and (each.category is Category.PERSONAL or not personal_only)
        ]
        found.sort(key=lambda each: (each.state is not State.OPEN, each.due_at, each.id))
        return found[offset : offset + limit], len(found)

    async def waiting(self) -> Sequence[Ticket]:
        return [each for each in self.data.tickets.values() if each.state is State.OPEN]

    async def in_room(self, group: PersonId, thread: int) -> TicketId | None:
        return next((id_ for id_, room in self.data.ticket_rooms.items() if room == (group, thread)), None)

    async def told(self, person_id: PersonId, message_id: int) -> TicketId | None:
        # As in FakeOutbox: a message has the number of its notice.
        notices = list(self.data.outbox.values())
        found = notices[message_id - 1] if 0 < message_id <= len(notices) else None
        if found is None or found.to != person_id or not (found.subject or "").startswith("ticket:"):
            return None
        return TicketId(int((found.subject or "").partition(":")[2]))

    async def room(self, ticket_id: TicketId) -> tuple[PersonId, int] | None:
        return self.data.ticket_rooms.get(ticket_id)

    async def set_room(self, ticket_id: TicketId, group: PersonId, thread: int) -> None:
        self.data.ticket_rooms[ticket_id] = (group, thread)

    async def names(self, ids: Collection[PersonId]) -> Mapping[PersonId, str]:
        return {id_: name for id_, name in self.data.ticket_staff.items() if id_ in ids}

    async def set_name(self, person_id: PersonId, name: str) -> None:
        self.data.ticket_staff[person_id] = name

    async def average(self) -> tuple[int, int]:
        given = [each.rating for each in self.data.tickets.values() if each.rating is not None]
        return len(given), sum(given)
