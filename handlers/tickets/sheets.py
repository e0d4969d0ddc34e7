"""One ticket shown to the staff, after it was asked for or something was done with it."""

from __future__ import annotations

from datetime import tzinfo

from aiogram.types import CallbackQuery, Message

from domain.people.models import Person
from domain.tickets.models import TicketId
from domain.tickets.serve import ServeTickets
from handlers.tickets import serve_views as views
from handlers.tickets.callbacks import LAST
from handlers.ui.screen import Answer
from locales.translator import Translator


def in_group(event: CallbackQuery | Message) -> bool:
    """Whether it happens in the staff's group."""
    message = event.message if isinstance(event, CallbackQuery) else event
    return message is not None and message.chat.type != "private"


async def shown_again(
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
