"""A person's own tickets: writing to the company, reading the answers, going on, ending, rating."""

from __future__ import annotations

from datetime import tzinfo
from typing import Any

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.people.models import Person
from domain.shared.errors import NotFound, Stale
from domain.shared.ids import PressKey, new_press_key
from domain.tickets.errors import NothingSaid
from domain.tickets.models import LONGEST, MOST_PHOTOS, Category, Said, TicketId
from domain.tickets.write import OpenTicket, OwnTickets
from handlers.tickets import callbacks, views
from handlers.tickets.callbacks import (
    LAST,
    CloseTicket,
    PickCategory,
    RateTicket,
    ReopenTicket,
    SendTicket,
    ShowPhoto,
    WriteOn,
)
from handlers.tickets.said import HasSaid, ServesNone
from handlers.tickets.states import Ticketing
from handlers.ui.links import NewTicket, OpenTickets
from handlers.ui.screen import Answer
from locales.translator import Translator


async def new(
    event: CallbackQuery, callback_data: NewTicket, person: Person, tr: Translator, state: FSMContext
) -> Answer:
    if callback_data.about in list(Category):
        return await _begin(Category(callback_data.about), tr, state)
    await state.set_state(None)
    return Answer(views.categories_screen(person, tr))


async def pick_category(event: CallbackQuery, callback_data: PickCategory, tr: Translator, state: FSMContext) -> Answer:
    return await _begin(callback_data.category, tr, state)


async def _begin(category: Category, tr: Translator, state: FSMContext) -> Answer:
    await state.set_state(Ticketing.words)
    await state.update_data(ticket={"about": category, "text": "", "photos": [], "key": new_press_key()})
    return Answer(views.ask_screen(category, tr))


async def add_words(message: Message, said: Said, tr: Translator, state: FSMContext) -> Answer:
    """Gathers what will be sent: several messages, an album photo by photo."""
    draft = await _draft(state)
    text = "\n\n".join(part for part in (draft["text"], said.text.strip()) if part)
    if len(text) > LONGEST:
        raise NothingSaid(LONGEST, too_long=True)
    photos = [*draft["photos"], *([said.photo] if said.photo else [])][:MOST_PHOTOS]
    draft |= {"text": text, "photos": photos}
    await state.update_data(ticket=draft)
    screen = views.draft_screen(Category(draft["about"]), text, len(photos), PressKey(draft["key"]), tr)
    return Answer(screen)


async def send(
    event: CallbackQuery,
    callback_data: SendTicket,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    open_ticket: OpenTicket,
    state: FSMContext,
) -> Answer:
    draft = await _draft(state)
    if draft["key"] != callback_data.key:
        raise Stale("another ticket is being written")
    key = PressKey(callback_data.key)
    ticket = await open_ticket(person, Category(draft["about"]), draft["text"], draft["photos"], key)
    await state.set_state(None)
    return Answer(views.opened_screen(ticket, tr, zone))


async def _draft(state: FSMContext) -> dict[str, Any]:
    draft = (await state.get_data()).get("ticket")
    if not isinstance(draft, dict):
        raise Stale("no ticket is being written")
    return dict(draft)


async def open_tickets(
    event: CallbackQuery | Message,
    person: Person,
    tr: Translator,
    own_tickets: OwnTickets,
    state: FSMContext,
    callback_data: OpenTickets | None = None,
) -> Answer:
    await state.set_state(None)
    page = callback_data.page if callback_data is not None else 0
    return Answer(views.tickets_screen(await own_tickets(person, page), tr), forget=isinstance(event, Message))


async def open_ticket_(
    event: CallbackQuery,
    callback_data: callbacks.OpenTicket,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    own_tickets: OwnTickets,
    state: FSMContext,
) -> Answer:
    sheet = await own_tickets.show(person, TicketId(callback_data.ticket))
    await state.set_state(None)
    screen = views.ticket_screen(sheet, callback_data.page, tr, zone)
    return Answer(screen, fresh=callback_data.below)


async def write_on(
    event: CallbackQuery,
    callback_data: WriteOn,
    person: Person,
    tr: Translator,
    own_tickets: OwnTickets,
    state: FSMContext,
) -> Answer:
    sheet = await own_tickets.show(person, TicketId(callback_data.ticket))
    await state.set_state(Ticketing.more)
    await state.update_data(ticket_on=sheet.ticket.id)
    return Answer(views.more_screen(sheet.ticket, tr), fresh=callback_data.below)


async def add_more(
    message: Message,
    said: Said,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    own_tickets: OwnTickets,
    state: FSMContext,
) -> Answer:
    """Goes to the company at once; the state stays, so that the rest of an album comes along."""
    ticket_id = TicketId(int((await state.get_data()).get("ticket_on", 0)))
    await own_tickets.write_on(person, ticket_id, said)
    sheet = await own_tickets.show(person, ticket_id)
    return Answer(views.ticket_screen(sheet, LAST, tr, zone, tr("ticket-added")))


async def close(
    event: CallbackQuery,
    callback_data: CloseTicket,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    own_tickets: OwnTickets,
) -> Answer:
    ticket = await own_tickets.close(person, TicketId(callback_data.ticket), callback_data.version)
    sheet = await own_tickets.show(person, ticket.id)
    return Answer(views.ticket_screen(sheet, LAST, tr, zone))


async def reopen(
    event: CallbackQuery,
    callback_data: ReopenTicket,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    own_tickets: OwnTickets,
) -> Answer:
    ticket = await own_tickets.reopen(person, TicketId(callback_data.ticket), callback_data.version)
    sheet = await own_tickets.show(person, ticket.id)
    return Answer(views.ticket_screen(sheet, LAST, tr, zone))


async def rate(
    event: CallbackQuery, callback_data: RateTicket, person: Person, tr: Translator, own_tickets: OwnTickets
) -> Answer:
    given = callback_data
    ticket = await own_tickets.rate(person, TicketId(given.ticket), given.stars, given.version)
    return Answer(views.rated_screen(ticket, tr))


async def show_photo(
    event: CallbackQuery, callback_data: ShowPhoto, person: Person, tr: Translator, own_tickets: OwnTickets
) -> Answer:
    sheet = await own_tickets.show(person, TicketId(callback_data.ticket))
    entry = sheet.entry(TicketId(callback_data.of), callback_data.entry)
    if entry is None or entry.photo is None:
        raise NotFound("no such photo")
    return Answer(messages=(views.photo_screen(entry.photo, sheet.ticket.number, tr),))


def router() -> Router:
    """People's own tickets."""
    tickets = Router(name="tickets")
    tickets.callback_query.register(new, NewTicket.filter())
    tickets.callback_query.register(pick_category, PickCategory.filter())
    tickets.message.register(add_words, StateFilter(Ticketing.words), HasSaid())
    tickets.callback_query.register(send, SendTicket.filter())
    tickets.callback_query.register(open_tickets, OpenTickets.filter())
    tickets.message.register(open_tickets, Command("tickets"), ServesNone())
    tickets.callback_query.register(open_ticket_, callbacks.OpenTicket.filter())
    tickets.callback_query.register(write_on, WriteOn.filter())
    tickets.message.register(add_more, StateFilter(Ticketing.more), HasSaid())
    tickets.callback_query.register(close, CloseTicket.filter())
    tickets.callback_query.register(reopen, ReopenTicket.filter())
    tickets.callback_query.register(rate, RateTicket.filter())
    tickets.callback_query.register(show_photo, ShowPhoto.filter())
    return tickets
