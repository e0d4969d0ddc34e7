"""Who hears of what happens to a ticket. Everything is owed within the transaction of its cause."""

from __future__ import annotations

from collections.abc import Mapping

from domain.notices.models import Notice, NoticeKind
from domain.shared.ids import PersonId
from domain.tickets.models import Category, Ticket, TicketStaff
from domain.tickets.ports import TicketsWork

CARDS = frozenset({NoticeKind.TICKET_CARD, NoticeKind.TICKET_REMINDER})
"""Notices whose buttons follow the ticket."""


def subject_of(ticket: Ticket) -> str:
    """What notices about the ticket have in common, so that those sent before can be found and edited."""
    return f"ticket:{ticket.id}"


async def room_of(work: TicketsWork, staff: TicketStaff, ticket: Ticket) -> PersonId | None:
    """The group, where the ticket may be talked about: it can be reached, and nobody complained about is in it."""
    if staff.group is None or await accused(work, staff, ticket) is not None:
        return None
    group = await work.people.add(staff.group, "ru")
    return group.id if group.reachable else None


async def accused(work: TicketsWork, staff: TicketStaff, ticket: Ticket) -> PersonId | None:
    """Who of the staff the ticket complains about."""
    if ticket.category is not Category.CONSULTANT or ticket.consultant_id is None:
        return None
    consultant = await work.consultants.get(ticket.consultant_id)
    person_id = None if consultant is None else consultant.person_id
    return person_id if person_id in {*staff.admins, *staff.officers} else None


async def hearers(work: TicketsWork, staff: TicketStaff, ticket: Ticket, *, all_of_them: bool) -> list[PersonId]:
    """The group; where there is none, who answers for the ticket, or everybody who may."""
    room = await room_of(work, staff, ticket)
    if room is not None:
        return [room]
    if ticket.owner_id is not None and not all_of_them:
        owner = await work.people.get(ticket.owner_id)
        if owner is not None and owner.reachable:
            return [owner.id]
    serving = {*staff.admins, *(staff.officers if ticket.category is Category.PERSONAL else ())}
    about = await accused(work, staff, ticket)
    # Who has never written to the bot cannot be written to.
    return [each for each in sorted(serving) if each != about and await work.people.get(each) is not None]


async def tell_staff(
    work: TicketsWork,
    staff: TicketStaff,
    ticket: Ticket,
    kind: NoticeKind,
    why: str,
    *,
    but: PersonId | None = None,
    all_of_them: bool = False,
    args: Mapping[str, int | str] | None = None,
) -> None:
    """Owes the staff a notice, once for each `why`; not to the one who did it."""
    for each in await hearers(work, staff, ticket, all_of_them=all_of_them):
        if each != but:
            key = f"ticket:{ticket.id}:{why}:{each}"
            given = {"ticket": ticket.id, **(args or {})}
            await work.outbox.put(Notice(each, kind, key, given, subject=subject_of(ticket)))


async def tell_author(work: TicketsWork, ticket: Ticket, news: str, by: PersonId | None) -> None:
    """Owes the person the news, unless they did it themselves. The entry it is about is the ticket's last one."""
    if ticket.person_id == by:
        return
    args: dict[str, int | str] = {"ticket": ticket.id, "news": news, "entry": ticket.version}
    key = f"ticket:{ticket.id}:news:{ticket.version}"
    await work.outbox.put(Notice(ticket.person_id, NoticeKind.TICKET_NEWS, key, args, subject=subject_of(ticket)))


async def refresh(work: TicketsWork, ticket: Ticket) -> None:
    """Owes every card that was sent about the ticket an edit, so that none shows what is no more."""
    for owed in await work.outbox.about(subject_of(ticket)):
        if owed.kind in CARDS:
            args: dict[str, int | str] = {"ticket": ticket.id, "of": owed.id, "kind": owed.kind}
            key = f"ticket:{ticket.id}:refresh:{owed.id}:{ticket.version}"
            await work.outbox.put(Notice(owed.to, NoticeKind.TICKET_REFRESH, key, args))


async def shut_room(work: TicketsWork, staff: TicketStaff, ticket: Ticket) -> None:
    """Owes the group the news that the ticket has ended or goes on, with which its topic is closed or opened."""
    room = await room_of(work, staff, ticket)
    if room is not None:
        key = f"ticket:{ticket.id}:room:{ticket.version}"
        args: dict[str, int | str] = {"ticket": ticket.id, "entry": ticket.version}
        await work.outbox.put(Notice(room, NoticeKind.TICKET_ROOM, key, args))
