"""The staff's tickets: lists, and everything that is done with one by its buttons, in a chat or in the group."""

from __future__ import annotations

from datetime import tzinfo

from aiogram import Router
from aiogram.filters import Command, CommandObject, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.people.models import Person
from domain.shared.errors import NotFound
from domain.shared.ids import PersonId
from domain.tickets.errors import TicketChanged
from domain.tickets.models import Said, Ticket, TicketId
from domain.tickets.ports import Which
from domain.tickets.serve import ServeTickets
from handlers.tickets import serve_views as views
from handlers.tickets.callbacks import (
    LAST,
    AnswerTicket,
    HandOverTicket,
    HandTo,
    ListTickets,
    MergeInto,
    MergeTicket,
    NoteTicket,
    OpenTemplates,
    PickTemplate,
    SendTemplate,
    ServeTicket,
    StaffClose,
    StaffPhoto,
    StaffReopen,
    TakeTicket,
)
from handlers.tickets.said import HasSaid
from handlers.tickets.states import Serving
from handlers.ui.screen import Answer
from locales.translator import Translator, Translators


def in_group(event: CallbackQuery | Message) -> bool:
    """Whether it happens in the staff's group."""
    message = event.message if isinstance(event, CallbackQuery) else event
    return message is not None and message.chat.type != "private"


async def _shown(
    event: CallbackQuery | Message,
    person: Person,
    ticket_id: TicketId,
    serve_tickets: ServeTickets,
    tr: Translator,
    zone: tzinfo,
    note: str = "",
) -> Answer:
    sheet = await serve_tickets.show(person, ticket_id)
    if in_group(event):
        return Answer(views.card_screen(sheet, tr, zone, in_group=True, note=note))
    return Answer(views.sheet_screen(sheet, LAST, tr, zone, note))


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
    if number.isdecimal() and len(number) < 16 and int(number) > 1000:
        shown = await _shown(event, person, TicketId(int(number) - 1000), serve_tickets, tr, zone)
        return Answer(shown.screen, forget=True)
    which = callback_data.which if callback_data is not None else Which.OPEN
    page = await serve_tickets(person, which, callback_data.page if callback_data is not None else 0)
    rated = await serve_tickets.rated(person)
    return Answer(views.list_screen(page, which, rated, tr, zone), forget=isinstance(event, Message))


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
        return await _shown(event, person, ticket_id, serve_tickets, tr, zone)
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
    ticket_id = await _serving(state)
    if message.from_user is not None:
        await serve_tickets.known_as(person, message.from_user.full_name)
    await serve_tickets.answer(person, ticket_id, said)
    return await _shown(message, person, ticket_id, serve_tickets, tr, zone, tr("ticket-answered"))


async def note(
    message: Message,
    said: Said,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    serve_tickets: ServeTickets,
    state: FSMContext,
) -> Answer:
    ticket_id = await _serving(state)
    if message.from_user is not None:
        await serve_tickets.known_as(person, message.from_user.full_name)
    await serve_tickets.note(person, ticket_id, said)
    return await _shown(message, person, ticket_id, serve_tickets, tr, zone, tr("ticket-noted"))


async def _serving(state: FSMContext) -> TicketId:
    return TicketId(int((await state.get_data()).get("serving", 0)))


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
    return await _shown(event, person, ticket.id, serve_tickets, tr, zone)


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
    return await _shown(event, person, ticket.id, serve_tickets, tr, zone)


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
    return await _shown(event, person, shown, serve_tickets, tr, zone)


async def close(
    event: CallbackQuery,
    callback_data: StaffClose,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    serve_tickets: ServeTickets,
) -> Answer:
    ticket = await serve_tickets.close(person, TicketId(callback_data.ticket), callback_data.version)
    return await _shown(event, person, ticket.id, serve_tickets, tr, zone)


async def reopen(
    event: CallbackQuery,
    callback_data: StaffReopen,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    serve_tickets: ServeTickets,
) -> Answer:
    ticket = await serve_tickets.reopen(person, TicketId(callback_data.ticket), callback_data.version)
    return await _shown(event, person, ticket.id, serve_tickets, tr, zone)


async def open_templates(
    event: CallbackQuery, callback_data: OpenTemplates, person: Person, tr: Translator, serve_tickets: ServeTickets
) -> Answer:
    sheet = await serve_tickets.show(person, TicketId(callback_data.ticket))
    return Answer(views.templates_screen(sheet.ticket, tr, in_group=in_group(event)))


async def pick_template(
    event: CallbackQuery,
    callback_data: PickTemplate,
    person: Person,
    tr: Translator,
    translators: Translators,
    serve_tickets: ServeTickets,
) -> Answer:
    ticket, text = await _template(callback_data, person, translators, serve_tickets)
    return Answer(views.template_screen(ticket, callback_data.template, text, tr, in_group=in_group(event)))


async def send_template(
    event: CallbackQuery,
    callback_data: SendTemplate,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    translators: Translators,
    serve_tickets: ServeTickets,
) -> Answer:
    ticket, text = await _template(callback_data, person, translators, serve_tickets)
    if ticket.version == callback_data.version:
        await serve_tickets.known_as(person, event.from_user.full_name)
        await serve_tickets.answer(person, ticket.id, Said(text))
    elif ticket.version != callback_data.version + 1:
        raise TicketChanged("something was written since the answer was looked at")
    shown = await _shown(event, person, ticket.id, serve_tickets, tr, zone)
    return Answer(shown.screen, toast=tr.plain("ticket-answered"))


async def _template(
    given: PickTemplate | SendTemplate, person: Person, translators: Translators, serve_tickets: ServeTickets
) -> tuple[Ticket, str]:
    """A ready answer in the language of who gets it."""
    if given.template not in views.TEMPLATES:
        raise NotFound("no such answer")
    sheet = await serve_tickets.show(person, TicketId(given.ticket))
    tr = translators.for_language(sheet.author.language if sheet.author is not None else "ru")
    return sheet.ticket, tr.plain(f"ticket-template-{given.template}-text", number=sheet.ticket.number)


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
    router.callback_query.register(take, TakeTicket.filter())
    router.callback_query.register(ask_colleague, HandOverTicket.filter())
    router.callback_query.register(hand_over, HandTo.filter())
    router.callback_query.register(ask_merge, MergeTicket.filter())
    router.callback_query.register(merge, MergeInto.filter())
    router.callback_query.register(close, StaffClose.filter())
    router.callback_query.register(reopen, StaffReopen.filter())
    router.callback_query.register(open_templates, OpenTemplates.filter())
    router.callback_query.register(pick_template, PickTemplate.filter())
    router.callback_query.register(send_template, SendTemplate.filter())


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
