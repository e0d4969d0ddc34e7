"""Replies, in Telegram's own way, to what the bot has sent about a ticket: nobody has to look for a button."""

from __future__ import annotations

from datetime import tzinfo

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import Message

from domain.people.models import Person
from domain.tickets.models import Said
from domain.tickets.serve import ServeTickets
from domain.tickets.write import OwnTickets
from handlers.tickets import serve_views, views
from handlers.tickets.callbacks import LAST
from handlers.tickets.said import HasSaid, IsReply
from handlers.ui.screen import Answer
from locales.translator import Translator


async def replied_to(
    message: Message,
    replied: int,
    said: Said,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    own_tickets: OwnTickets,
    serve_tickets: ServeTickets,
) -> Answer:
    """In one's own ticket it is one's next word, in another's the answer of the staff."""
    told = await own_tickets.told(person, replied)
    if told is None:
        raise SkipHandler
    ticket_id, is_own = told
    if is_own:
        await own_tickets.write_on(person, ticket_id, said)
        return Answer(
            views.ticket_screen(await own_tickets.show(person, ticket_id), LAST, tr, zone, tr("ticket-added"))
        )
    if message.from_user is not None:
        await serve_tickets.known_as(person, message.from_user.full_name)
    await serve_tickets.answer(person, ticket_id, said)
    sheet = await serve_tickets.show(person, ticket_id)
    return Answer(serve_views.sheet_screen(sheet, LAST, tr, zone, tr("ticket-answered")))


def router() -> Router:
    """Stands before what waits for words in some state."""
    replies = Router(name="ticket-replies")
    replies.message.register(replied_to, IsReply(), HasSaid())
    return replies
