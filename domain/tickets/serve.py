"""What the staff does with tickets. Who may is decided here, by who asks and for each ticket."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.notices.models import NoticeKind
from domain.people.models import Duty, Person
from domain.shared.clock import Clock
from domain.shared.errors import Forbidden, NotFound
from domain.shared.ids import PersonId
from domain.shared.paging import Page, clamp_page
from domain.shared.transaction import Transaction
from domain.shared.working_time import WorkingTime
from domain.tickets.life import Action, Side, after
from domain.tickets.models import Category, EntryKind, Said, State, Ticket, TicketId, TicketStaff
from domain.tickets.ports import TicketsWork, Which
from domain.tickets.sheet import Sheet, deeds_of
from domain.tickets.telling import accused, refresh, shut_room, tell_author, tell_staff
from domain.tickets.write import checked, close, reopen, unchanged

PAGE = 6
LONGEST_NAME = 64


@dataclass(frozen=True, slots=True)
class Rated:
    """How tickets were rated."""

    count: int
    total: int


@dataclass(frozen=True, slots=True)
class ServeTickets:
    """The staff's lists, and everything that can be done with a ticket.

    Raises Forbidden for who is not of the staff; a ticket that is not theirs to see (a complaint about themselves) is
    NotFound. Also raises TicketSettled, TicketChanged, TooLateToReopen, NothingSaid.
    """

    read: Transaction[TicketsWork]
    write: Transaction[TicketsWork]
    clock: Clock
    hours: WorkingTime
    staff: TicketStaff

    async def __call__(self, person: Person, which: Which, number: int) -> Page[Ticket]:
        """A page of a list; the nearest page that exists."""
        require_serving(person)
        number = max(0, min(number, 10_000))
        personal = not person.is_admin

        async with self.read() as work:

            async def stretch(at: int) -> tuple[Sequence[Ticket], int]:
                hidden = person.own_consultant_id
                return await work.tickets.listed(which, person.id, hidden, at * PAGE, PAGE, personal_only=personal)

            found, total = await stretch(number)
            if not found and total:
                number = clamp_page(number, PAGE, total)
                found, total = await stretch(number)
        return Page(found, number, PAGE, total)

    async def rated(self, person: Person) -> Rated:
        """What people think of the answers."""
        require_serving(person)
        async with self.read() as work:
            return Rated(*await work.tickets.average())

    async def show(self, person: Person, ticket_id: TicketId) -> Sheet:
        """A ticket with everything in it. The staff's group may see it too, where it is talked about there."""
        async with self.read() as work:
            ticket = await work.tickets.get(ticket_id)
            if ticket is not None and person.id == self.staff.group:
                if await accused(work, self.staff, ticket) is not None:
                    raise NotFound(f"ticket {ticket_id}")
            else:
                ticket = self._served(ticket, person)
            author = await work.people.get(ticket.person_id)
            number = None
            if author is not None and (credential := await work.credentials.of(author.customer_id)) is not None:
                number = credential.number
            entries = await work.tickets.thread(ticket.id)
            named = {each.author_id for each in entries if each.author_id} | {ticket.owner_id}
            names = await work.tickets.names([each for each in named if each is not None])
            room = await work.tickets.room(ticket.id)
        thread = room[1] if room is not None and room[0] == self.staff.group else None
        now = self.clock()
        deeds, late = deeds_of(Side.STAFF, ticket, now), ticket.is_overdue(now)
        return Sheet(ticket, entries, deeds, late, names, author, number, thread)

    async def in_room(self, person: Person, group: PersonId, thread: int) -> TicketId | None:
        """Which ticket a topic of the group is about; None for any other topic."""
        require_serving(person)
        if group != self.staff.group:
            return None
        async with self.read() as work:
            return await work.tickets.in_room(group, thread)

    async def known_as(self, person: Person, name: str) -> None:
        """Keeps what somebody of the staff is called, for the others' lists."""
        require_serving(person)
        name = " ".join(name.split())[:LONGEST_NAME]
        async with self.read() as work:
            if (await work.tickets.names([person.id])).get(person.id) == name or not name:
                return
        async with self.write() as work:
            await work.tickets.set_name(person.id, name)

    async def answer(self, person: Person, ticket_id: TicketId, said: Said, *, in_group: bool = False) -> Ticket:
        """Answers the person; whoever answers first answers for the ticket from then on."""
        said = checked(said)
        now = self.clock()
        async with self.write() as work:
            ticket = self._served(await work.tickets.hold(ticket_id), person)
            state = after(Action.ANSWER, Side.STAFF, ticket, now)
            ticket = replace(ticket, state=state, owner_id=ticket.owner_id or person.id)
            ticket = await work.tickets.note(ticket, EntryKind.ANSWER, person.id, now, said)
            await work.tickets.save(ticket)
            await tell_author(work, ticket, "answered", person.id)
            await self._echo(work, ticket, in_group=in_group)
            await refresh(work, ticket)
        return ticket

    async def note(self, person: Person, ticket_id: TicketId, said: Said, *, in_group: bool = False) -> Ticket:
        """A note for the staff alone."""
        said = checked(said)
        async with self.write() as work:
            ticket = self._served(await work.tickets.hold(ticket_id), person)
            after(Action.NOTE, Side.STAFF, ticket, self.clock())
            ticket = await work.tickets.note(ticket, EntryKind.NOTE, person.id, self.clock(), said)
            await work.tickets.save(ticket)
            await self._echo(work, ticket, in_group=in_group)
            await refresh(work, ticket)
        return ticket

    async def take(self, person: Person, ticket_id: TicketId) -> Ticket:
        """Answers for the ticket from now on; taking it again changes nothing."""
        async with self.write() as work:
            ticket = self._served(await work.tickets.hold(ticket_id), person)
            if ticket.owner_id == person.id:
                return ticket
            after(Action.TAKE, Side.STAFF, ticket, self.clock())
            return await self._give(work, ticket, person, person.id, EntryKind.TAKEN)

    async def colleagues(self, person: Person, ticket_id: TicketId) -> Sequence[tuple[PersonId, str | None]]:
        """To whom the ticket can be handed over, with their names where they are known."""
        async with self.read() as work:
            ticket = self._served(await work.tickets.get(ticket_id), person)
            ids = await self._colleagues(work, ticket)
            names = await work.tickets.names(ids)
        return [(each, names.get(each)) for each in ids if each != ticket.owner_id]

    async def hand_over(self, person: Person, ticket_id: TicketId, to: PersonId) -> Ticket:
        """Lets somebody else of the staff answer for it, and tells them. Raises NotFound for who cannot."""
        async with self.write() as work:
            ticket = self._served(await work.tickets.hold(ticket_id), person)
            if ticket.owner_id == to:
                return ticket
            after(Action.HAND_OVER, Side.STAFF, ticket, self.clock())
            if to not in await self._colleagues(work, ticket):
                raise NotFound(f"colleague {to}")
            ticket = await self._give(work, ticket, person, to, EntryKind.HANDED)
            if to != person.id:
                why = f"handed:{ticket.version}"
                args = {"why": "handed"}
                await tell_staff(work, self.staff, ticket, NoticeKind.TICKET_REMINDER, why, but=person.id, args=args)
        return ticket

    async def others(self, person: Person, ticket_id: TicketId) -> tuple[Ticket, Sequence[Ticket]]:
        """The ticket, and the same person's others that it can be merged into."""
        async with self.read() as work:
            ticket = self._served(await work.tickets.get(ticket_id), person)
            live = await work.tickets.live_of(ticket.person_id)
        return ticket, [each for each in live if each.id != ticket.id and self.staff.serves(person, each)]

    async def merge(self, person: Person, ticket_id: TicketId, into: TicketId, version: int) -> Ticket:
        """Lets the ticket go on in another one of the same person; gives that one."""
        now = self.clock()
        async with self.write() as work:
            # Held in the order of their numbers, so that two merges never wait for each other.
            held = {each: await work.tickets.hold(each) for each in sorted((ticket_id, into))}
            ticket, other = self._served(held[ticket_id], person), self._served(held[into], person)
            if ticket.merged_into == other.id:
                return other
            if ticket.id == other.id or ticket.person_id != other.person_id:
                raise NotFound(f"no ticket {into} of the same person")
            state = after(Action.MERGE, Side.STAFF, ticket, now)
            after(Action.ANSWER, Side.STAFF, other, now)
            unchanged(ticket, version)
            if ticket.state is State.OPEN and (other.state is not State.OPEN or ticket.due_at < other.due_at):
                # Who was promised an answer by some day is still answered by then.
                other = replace(other, state=State.OPEN, asked_at=ticket.asked_at, due_at=ticket.due_at)
                await work.tickets.save(other)
            ticket = replace(ticket, state=state, merged_into=other.id, closed_at=now)
            ticket = await work.tickets.note(ticket, EntryKind.MERGED, person.id, now)
            await work.tickets.save(ticket)
            await work.tickets.merge(ticket.id, other.id)
            await tell_author(work, ticket, "merged", person.id)
            await refresh(work, ticket)
            await refresh(work, other)
            await shut_room(work, self.staff, ticket)
        return other

    async def close(self, person: Person, ticket_id: TicketId, version: int) -> Ticket:
        """Ends it; the person is told and may rate it."""
        async with self.write() as work:
            held = self._served(await work.tickets.hold(ticket_id), person)
            ticket = await close(work, self.staff, held, Side.STAFF, person.id, version, self.clock)
            if ticket is not held:
                await tell_author(work, ticket, "closed", person.id)
        return ticket

    async def reopen(self, person: Person, ticket_id: TicketId, version: int) -> Ticket:
        """Opens it again; the person is told."""
        async with self.write() as work:
            held = self._served(await work.tickets.hold(ticket_id), person)
            ticket = await reopen(work, self.staff, held, Side.STAFF, person.id, version, self.clock, self.hours)
            if ticket is not held:
                await tell_author(work, ticket, "reopened", person.id)
        return ticket

    def _served(self, ticket: Ticket | None, person: Person) -> Ticket:
        require_serving(person)
        if ticket is None or not self.staff.serves(person, ticket):
            raise NotFound("no such ticket for this person to serve")
        return ticket

    async def _give(self, work: TicketsWork, ticket: Ticket, person: Person, to: PersonId, kind: EntryKind) -> Ticket:
        ticket = await work.tickets.note(replace(ticket, owner_id=to), kind, person.id, self.clock())
        await work.tickets.save(ticket)
        await refresh(work, ticket)
        return ticket

    async def _colleagues(self, work: TicketsWork, ticket: Ticket) -> list[PersonId]:
        serving = {*self.staff.admins, *(self.staff.officers if ticket.category is Category.PERSONAL else ())}
        about = await accused(work, self.staff, ticket)
        return [each for each in sorted(serving) if each != about and await work.people.get(each) is not None]

    async def _echo(self, work: TicketsWork, ticket: Ticket, *, in_group: bool) -> None:
        """What was written elsewhere stands in the topic as well."""
        if not in_group and await work.tickets.room(ticket.id) is not None:
            entry = ticket.version
            await tell_staff(work, self.staff, ticket, NoticeKind.TICKET_ENTRY, f"entry:{entry}", args={"entry": entry})


def serves_tickets(person: Person) -> bool:
    """Whether there may be tickets for this person to serve."""
    return person.is_admin or person.has(Duty.OFFICER)


def require_serving(person: Person) -> None:
    """Raises Forbidden unless there may be."""
    if not serves_tickets(person):
        raise Forbidden("tickets are the staff's")
