"""The staff's tickets: lists, a ticket whole, answers and notes; in the group its buttons alone."""

from __future__ import annotations

from datetime import tzinfo

from aiogram import Router
from aiogram.filters import Command, CommandObject, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.people.models import Person
from domain.shared.errors import NotFound
from domain.tickets.models import Said, TicketId, called
from domain.tickets.ports import Which
from domain.tickets.serve import ServeTickets
from handlers.tickets import course_handlers, template_handlers
from handlers.tickets import serve_views as views
from handlers.tickets.callbacks import AnswerTicket, ListTickets, NoteTicket, ServeTicket, StaffPhoto
from handlers.tickets.said import HasSaid
from handlers.tickets.sheets import in_group, shown_again
from handlers.tickets.states import Serving
from handlers.ui.screen import Answer
from locales.translator import Translator


async def open_list(
    event: CallbackQuery | Message,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    serve_tickets: ServeTickets,
    state: FSMContext,
    callback_data: ListTickets | None = None,
    command: CommandObject | None = None,
) -> Answer:
    if event.from_user is not None:
        await serve_tickets.known_as(person, event.from_user.full_name)
    await state.set_state(None)
    number = (command.args or "").strip() if command is not None else ""
    if (ticket_id := called(number)) is not None:
        shown = await shown_again(event, person, ticket_id, serve_tickets, tr, zone)
        return Answer(shown.screen, forget=True)
    which = callback_data.which if callback_data is not None else Which.OPEN
    page = await serve_tickets(person, which, callback_data.page if callback_data is not None else 0)
    rated = await serve_tickets.rated(person)
    return Answer(views.list_screen(page, which, rated, person, tr, zone), forget=isinstance(event, Message))


async def open_one(
    event: CallbackQuery,
    callback_data: ServeTicket,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    serve_tickets: ServeTickets,
    state: FSMContext,
) -> Answer:
    ticket_id = TicketId(callback_data.ticket)
    if in_group(event):
        return await shown_again(event, person, ticket_id, serve_tickets, tr, zone)
    sheet = await serve_tickets.show(person, ticket_id)
    await state.set_state(None)
    return Answer(views.sheet_screen(sheet, callback_data.page, tr, zone), fresh=callback_data.below)


async def ask_answer(
    event: CallbackQuery,
    callback_data: AnswerTicket,
    person: Person,
    tr: Translator,
    serve_tickets: ServeTickets,
    state: FSMContext,
) -> Answer:
    sheet = await serve_tickets.show(person, TicketId(callback_data.ticket))
    await state.set_state(Serving.answer)
    await state.update_data(serving=sheet.ticket.id)
    return Answer(views.ask_answer_screen(sheet.ticket, tr), fresh=callback_data.below)


async def ask_note(
    event: CallbackQuery,
    callback_data: NoteTicket,
    person: Person,
    tr: Translator,
    serve_tickets: ServeTickets,
    state: FSMContext,
) -> Answer:
    sheet = await serve_tickets.show(person, TicketId(callback_data.ticket))
    await state.set_state(Serving.note)
    await state.update_data(serving=sheet.ticket.id)
    return Answer(views.ask_note_screen(sheet.ticket, tr))


async def answer(
    message: Message,
    said: Said,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    serve_tickets: ServeTickets,
    state: FSMContext,
) -> Answer:
    """The state stays, so that the rest of an album comes along."""
    ticket_id = await _written_to(message, person, serve_tickets, state)
    await serve_tickets.answer(person, ticket_id, said)
    return await shown_again(message, person, ticket_id, serve_tickets, tr, zone, tr("ticket-answered"))


async def note(
    message: Message,
    said: Said,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    serve_tickets: ServeTickets,
    state: FSMContext,
) -> Answer:
    ticket_id = await _written_to(message, person, serve_tickets, state)
    await serve_tickets.note(person, ticket_id, said)
    return await shown_again(message, person, ticket_id, serve_tickets, tr, zone, tr("ticket-noted"))


async def _written_to(message: Message, person: Person, serve_tickets: ServeTickets, state: FSMContext) -> TicketId:
    """The ticket that was opened to be written to; and the name of who writes, as others will read it, is kept."""
    if message.from_user is not None:
        await serve_tickets.known_as(person, message.from_user.full_name)
    return TicketId(int((await state.get_data()).get("serving", 0)))


async def show_photo(
    event: CallbackQuery, callback_data: StaffPhoto, person: Person, tr: Translator, serve_tickets: ServeTickets
) -> Answer:
    sheet = await serve_tickets.show(person, TicketId(callback_data.ticket))
    entry = sheet.entry(TicketId(callback_data.of), callback_data.entry)
    if entry is None or entry.photo is None:
        raise NotFound("no such photo")
    screen = views.photo_screen(entry.photo, sheet.ticket.number, tr, in_group=in_group(event))
    return Answer(messages=(screen,))


def register_presses(router: Router) -> None:
    """The buttons that work in a chat and in the group alike."""
    router.callback_query.register(open_one, ServeTicket.filter())
    course_handlers.register(router)
    template_handlers.register(router)


def router() -> Router:
    """The staff's tickets in their own chats."""
    serving = Router(name="serving")
    serving.message.register(open_list, Command("tickets"))
    serving.callback_query.register(open_list, ListTickets.filter())
    serving.callback_query.register(ask_answer, AnswerTicket.filter())
    serving.callback_query.register(ask_note, NoteTicket.filter())
    serving.message.register(answer, StateFilter(Serving.answer), HasSaid())
    serving.message.register(note, StateFilter(Serving.note), HasSaid())
    serving.callback_query.register(show_photo, StaffPhoto.filter())
    register_presses(serving)
    return serving
