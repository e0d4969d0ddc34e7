"""Ready answers to a ticket: chosen, looked at, sent, in a chat or in the group."""

from __future__ import annotations

from datetime import tzinfo

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people.models import Person
from domain.tickets.errors import TicketChanged
from domain.tickets.models import Said, Ticket, TicketId
from domain.tickets.ready import ReadyAnswers
from domain.tickets.serve import ServeTickets
from handlers.tickets import serve_views as views
from handlers.tickets.callbacks import OpenTemplates, PickTemplate, SendTemplate
from handlers.tickets.sheets import in_group, shown_again
from handlers.ui.screen import Answer
from locales.translator import Translator


async def open_templates(
    event: CallbackQuery,
    callback_data: OpenTemplates,
    person: Person,
    tr: Translator,
    serve_tickets: ServeTickets,
    ready_answers: ReadyAnswers,
) -> Answer:
    sheet = await serve_tickets.show(person, TicketId(callback_data.ticket))
    found = await ready_answers(person)
    return Answer(views.templates_screen(sheet.ticket, found, person, tr, in_group=in_group(event)))


async def pick_template(
    event: CallbackQuery,
    callback_data: PickTemplate,
    person: Person,
    tr: Translator,
    serve_tickets: ServeTickets,
    ready_answers: ReadyAnswers,
) -> Answer:
    ticket, text = await _template(callback_data, person, serve_tickets, ready_answers)
    return Answer(views.template_screen(ticket, callback_data.template, text, tr, in_group=in_group(event)))


async def send_template(
    event: CallbackQuery,
    callback_data: SendTemplate,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    serve_tickets: ServeTickets,
    ready_answers: ReadyAnswers,
) -> Answer:
    ticket, text = await _template(callback_data, person, serve_tickets, ready_answers)
    if ticket.version == callback_data.version:
        await serve_tickets.known_as(person, event.from_user.full_name)
        await serve_tickets.answer(person, ticket.id, Said(text))
    elif ticket.version != callback_data.version + 1:
        raise TicketChanged("something was written since the answer was looked at")
    shown = await shown_again(event, person, ticket.id, serve_tickets, tr, zone)
    return Answer(shown.screen, toast=tr.plain("ticket-answered"))


async def _template(
    given: PickTemplate | SendTemplate, person: Person, serve_tickets: ServeTickets, ready_answers: ReadyAnswers
) -> tuple[Ticket, str]:
    """A ready answer in the language of who gets it."""
    sheet = await serve_tickets.show(person, TicketId(given.ticket))
    language = sheet.author.language if sheet.author is not None else "ru"
    return sheet.ticket, await ready_answers.text(person, given.template, sheet.ticket, language)


def register(router: Router) -> None:
    router.callback_query.register(open_templates, OpenTemplates.filter())
    router.callback_query.register(pick_template, PickTemplate.filter())
    router.callback_query.register(send_template, SendTemplate.filter())
