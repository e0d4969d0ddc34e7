"""What a person does with their own tickets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.notices.models import NoticeKind
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.errors import NotFound
from domain.shared.ids import PersonId, PressKey
from domain.shared.paging import Page, clamp_page
from domain.shared.transaction import Transaction
from domain.shared.working_time import WorkingTime
from domain.tickets.errors import NothingSaid, TicketChanged, TooManyTickets
from domain.tickets.life import Action, Side, after
from domain.tickets.models import (
    INTERNAL,
    LONGEST,
    MOST_OPEN,
    MOST_PHOTOS,
    STARS,
    Category,
    EntryKind,
    NewTicket,
    Said,
    State,
    Ticket,
    TicketId,
    TicketStaff,
)
from domain.tickets.ports import TicketsWork
from domain.tickets.sheet import Sheet, deeds_of
from domain.tickets.telling import refresh, shut_room, tell_staff
from domain.tickets.terms import due

PAGE = 6


def checked(said: Said) -> Said:
    """What was said without white space around it. Raises NothingSaid."""
    text = said.text.strip()
    if len(text) > LONGEST or not (text or said.photo):
        raise NothingSaid(LONGEST, too_long=bool(text))
    return replace(said, text=text)


@dataclass(frozen=True, slots=True)
class OpenTicket:
    """Opens a ticket with words and photos, by a deadline of its category, and owes the staff its card.

    The same key gives the same ticket. Raises NothingSaid, TooManyTickets.
    """

    write: Transaction[TicketsWork]
    clock: Clock
    hours: WorkingTime
    staff: TicketStaff

    async def __call__(
        self, person: Person, category: Category, text: str, photos: Sequence[str], key: PressKey
    ) -> Ticket:
        shown = list(photos)[:MOST_PHOTOS]
        said = [checked(Said(text, shown[0] if shown else None)), *(Said(photo=photo) for photo in shown[1:])]
        now = self.clock()
        new = NewTicket(person.id, key, category, person.consultant_id, now, due(category, now, self.hours))
        async with self.write() as work:
            ticket, made = await work.tickets.add(new)
            if not made:
                return ticket
            if len(await work.tickets.live_of(person.id)) > MOST_OPEN:
                raise TooManyTickets(MOST_OPEN)
            for each in said:
                ticket = await work.tickets.note(ticket, EntryKind.WORDS, person.id, now, each)
            await tell_staff(work, self.staff, ticket, NoticeKind.TICKET_CARD, "card", all_of_them=True)
            for number, each in enumerate(said, start=1):
                if each.photo:
                    await tell_staff(
                        work,
                        self.staff,
                        ticket,
                        NoticeKind.TICKET_ENTRY,
                        f"entry:{number}",
                        all_of_them=True,
                        args={"entry": number},
                    )
        return ticket


@dataclass(frozen=True, slots=True)
class OwnTickets:
    """A person's own tickets: the list, one with its entries, going on with it, ending it, and a rating.

    Whatever is somebody else's is NotFound. `version` is that of the ticket as the button showed it. Raises
    TicketChanged, TicketSettled, TooLateToReopen, NothingSaid.
    """

    read: Transaction[TicketsWork]
    write: Transaction[TicketsWork]
    clock: Clock
    hours: WorkingTime
    staff: TicketStaff

    async def __call__(self, person: Person, number: int) -> Page[Ticket]:
        """A page of them, those that go on first; the nearest page that exists."""
        number = max(0, min(number, 10_000))
        async with self.read() as work:
            found, total = await work.tickets.of_person(person.id, number * PAGE, PAGE)
            if not found and total:
                number = clamp_page(number, PAGE, total)
                found, total = await work.tickets.of_person(person.id, number * PAGE, PAGE)
        return Page(found, number, PAGE, total)

    async def show(self, person: Person, ticket_id: TicketId) -> Sheet:
        """One of them, without what the staff wrote for itself; for a merged one that it goes on in."""
        async with self.read() as work:
            ticket = _own(await work.tickets.get(ticket_id), person.id)
            entries = [each for each in await work.tickets.thread(ticket.id) if each.kind not in INTERNAL]
        return Sheet(ticket, entries, deeds_of(Side.AUTHOR, ticket, self.clock()))

    async def told(self, person: Person, message_id: int) -> tuple[TicketId, bool] | None:
        """The ticket that a notice to this person is about, and whether it is their own; None for any other message."""
        async with self.read() as work:
            ticket_id = await work.tickets.told(person.id, message_id)
            ticket = None if ticket_id is None else await work.tickets.get(ticket_id)
        return None if ticket is None else (ticket.id, ticket.person_id == person.id)

    async def write_on(self, person: Person, ticket_id: TicketId, said: Said) -> Ticket:
        """Says more in it; after an answer the company's deadline begins anew."""
        said = checked(said)
        now = self.clock()
        async with self.write() as work:
            ticket = _own(await work.tickets.hold(ticket_id), person.id)
            state = after(Action.WRITE, Side.AUTHOR, ticket, now)
            if ticket.state is not State.OPEN:
                ticket = replace(ticket, asked_at=now, due_at=due(ticket.category, now, self.hours), reminded=0)
            ticket = await work.tickets.note(replace(ticket, state=state), EntryKind.WORDS, person.id, now, said)
            await work.tickets.save(ticket)
            entry = ticket.version
            await tell_staff(work, self.staff, ticket, NoticeKind.TICKET_ENTRY, f"entry:{entry}", args={"entry": entry})
            await refresh(work, ticket)
        return ticket

    async def close(self, person: Person, ticket_id: TicketId, version: int) -> Ticket:
        """Ends it."""
        async with self.write() as work:
            ticket = _own(await work.tickets.hold(ticket_id), person.id)
            return await close(work, self.staff, ticket, Side.AUTHOR, person.id, version, self.clock)

    async def reopen(self, person: Person, ticket_id: TicketId, version: int) -> Ticket:
        """Opens it again, with a deadline from now on."""
        async with self.write() as work:
            ticket = _own(await work.tickets.hold(ticket_id), person.id)
            return await reopen(work, self.staff, ticket, Side.AUTHOR, person.id, version, self.clock, self.hours)

    async def rate(self, person: Person, ticket_id: TicketId, stars: int, version: int) -> Ticket:
        """Rates a closed one, once."""
        if stars not in STARS:
            raise NotFound(f"{stars} stars")
        async with self.write() as work:
            ticket = _own(await work.tickets.hold(ticket_id), person.id)
            if ticket.rating == stars and ticket.version == version + 1:
                return ticket
            after(Action.RATE, Side.AUTHOR, ticket, self.clock())
            unchanged(ticket, version)
            ticket = await work.tickets.note(replace(ticket, rating=stars), EntryKind.RATED, person.id, self.clock())
            await work.tickets.save(ticket)
            await refresh(work, ticket)
        return ticket


async def close(
    work: TicketsWork,
    staff: TicketStaff,
    ticket: Ticket,
    side: Side,
    by: PersonId,
    version: int,
    clock: Clock,
) -> Ticket:
    """Closes a held ticket. The same press again changes nothing."""
    if ticket.state is State.CLOSED and ticket.version == version + 1:
        return ticket
    now = clock()
    state = after(Action.CLOSE, side, ticket, now)
    unchanged(ticket, version)
    ticket = await work.tickets.note(replace(ticket, state=state, closed_at=now), EntryKind.CLOSED, by, now)
    return await _ended(work, staff, ticket)


async def reopen(
    work: TicketsWork,
    staff: TicketStaff,
    ticket: Ticket,
    side: Side,
    by: PersonId,
    version: int,
    clock: Clock,
    hours: WorkingTime,
) -> Ticket:
    """Opens a held ticket again. The same press again changes nothing."""
    if ticket.state is State.OPEN and ticket.version == version + 1:
        return ticket
    now = clock()
    state = after(Action.REOPEN, side, ticket, now)
    unchanged(ticket, version)
    term = due(ticket.category, now, hours)
    again = replace(ticket, state=state, closed_at=None, rating=None, asked_at=now, due_at=term, reminded=0)
    return await _ended(work, staff, await work.tickets.note(again, EntryKind.REOPENED, by, now))


async def _ended(work: TicketsWork, staff: TicketStaff, ticket: Ticket) -> Ticket:
    await work.tickets.save(ticket)
    await refresh(work, ticket)
    await shut_room(work, staff, ticket)
    return ticket


def unchanged(ticket: Ticket, version: int) -> None:
    """Raises TicketChanged if something happened since the button was shown."""
    if ticket.version != version:
        raise TicketChanged(f"version {ticket.version}, not {version}")


def _own(ticket: Ticket | None, person_id: PersonId) -> Ticket:
    if ticket is None or ticket.person_id != person_id:
        raise NotFound("no such ticket of this person")
    return ticket
