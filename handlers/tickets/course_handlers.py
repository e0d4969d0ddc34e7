"""The course of a ticket: taken, handed over, merged, closed and opened again, in a chat or in the group."""

from __future__ import annotations

from datetime import tzinfo

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people.models import Person
from domain.shared.ids import PersonId
from domain.tickets.models import TicketId
from domain.tickets.serve import ServeTickets
from handlers.tickets import serve_views as views
from handlers.tickets.callbacks import (
    HandOverTicket,
    HandTo,
    MergeInto,
    MergeTicket,
    StaffClose,
    StaffReopen,
    TakeTicket,
)
from handlers.tickets.sheets import in_group, shown_again
from handlers.ui.screen import Answer
from locales.translator import Translator


async def take(
    event: CallbackQuery,
    callback_data: TakeTicket,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    serve_tickets: ServeTickets,
) -> Answer:
    await serve_tickets.known_as(person, event.from_user.full_name)
    ticket = await serve_tickets.take(person, TicketId(callback_data.ticket))
    return await shown_again(event, person, ticket.id, serve_tickets, tr, zone)


async def ask_colleague(
    event: CallbackQuery,
    callback_data: HandOverTicket,
    person: Person,
    tr: Translator,
    serve_tickets: ServeTickets,
) -> Answer:
    ticket_id = TicketId(callback_data.ticket)
    colleagues = await serve_tickets.colleagues(person, ticket_id)
    ticket = (await serve_tickets.show(person, ticket_id)).ticket
    return Answer(views.colleagues_screen(ticket, colleagues, tr, in_group=in_group(event)))


async def hand_over(
    event: CallbackQuery,
    callback_data: HandTo,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    serve_tickets: ServeTickets,
) -> Answer:
    await serve_tickets.known_as(person, event.from_user.full_name)
    ticket = await serve_tickets.hand_over(person, TicketId(callback_data.ticket), PersonId(callback_data.to))
    return await shown_again(event, person, ticket.id, serve_tickets, tr, zone)


async def ask_merge(
    event: CallbackQuery,
    callback_data: MergeTicket,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    serve_tickets: ServeTickets,
) -> Answer:
    ticket, others = await serve_tickets.others(person, TicketId(callback_data.ticket))
    return Answer(views.merge_screen(ticket, others, tr, zone, in_group=in_group(event)))


async def merge(
    event: CallbackQuery,
    callback_data: MergeInto,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    serve_tickets: ServeTickets,
) -> Answer:
    given = callback_data
    other = await serve_tickets.merge(person, TicketId(given.ticket), TicketId(given.into), given.version)
    # In the group this is the topic of the ticket that has ended; its card says where it goes on.
    shown = TicketId(given.ticket) if in_group(event) else other.id
    return await shown_again(event, person, shown, serve_tickets, tr, zone)


async def close(
    event: CallbackQuery,
    callback_data: StaffClose,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    serve_tickets: ServeTickets,
) -> Answer:
    ticket = await serve_tickets.close(person, TicketId(callback_data.ticket), callback_data.version)
    return await shown_again(event, person, ticket.id, serve_tickets, tr, zone)


async def reopen(
    event: CallbackQuery,
    callback_data: StaffReopen,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    serve_tickets: ServeTickets,
) -> Answer:
    ticket = await serve_tickets.reopen(person, TicketId(callback_data.ticket), callback_data.version)
    return await shown_again(event, person, ticket.id, serve_tickets, tr, zone)


def register(router: Router) -> None:
    router.callback_query.register(take, TakeTicket.filter())
    router.callback_query.register(ask_colleague, HandOverTicket.filter())
    router.callback_query.register(hand_over, HandTo.filter())
    router.callback_query.register(ask_merge, MergeTicket.filter())
    router.callback_query.register(merge, MergeInto.filter())
    router.callback_query.register(close, StaffClose.filter())
    router.callback_query.register(reopen, StaffReopen.filter())
