"""The staff's group: the one chat of several people in which the cabinet answers, and only about tickets.

A reply to a message of the bot goes to the customer, and so does /answer; whatever else is written in a ticket's topic
is a note. Who may act is decided by the use cases, by who writes.
"""

from __future__ import annotations

from typing import Any

from aiogram import Bot, Router
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Chat, Message, TelegramObject

from domain.people.models import Person
from domain.shared.ids import PersonId
from domain.tickets.models import Said, TicketId, called
from domain.tickets.serve import ServeTickets
from handlers.reachability import changed
from handlers.tickets.said import HasSaid
from handlers.tickets.serve_handlers import register_presses
from handlers.ui.screen import Answer, Screen
from locales.translator import Translator

SENT, NOTED = "👌", "✍"
"""What marks a message that went to the customer, and one that was kept as a note."""


class StaffRoom(Router):
    """Takes whatever comes from a group, so that no other journey ever answers there."""

    async def propagate_event(self, update_type: str, event: TelegramObject, **kwargs: Any) -> Any:
        if not comes_from_group(event):
            return UNHANDLED
        response = await super().propagate_event(update_type, event, **kwargs)
        return None if response is UNHANDLED else response


def comes_from_group(event: TelegramObject) -> bool:
    """Whether it happens in a chat of several people."""
    message = event.message if isinstance(event, CallbackQuery) else event
    chat = getattr(message, "chat", None)
    return isinstance(chat, Chat) and chat.type != "private"


async def written(
    message: Message, said: Said, person: Person, bot: Bot, serve_tickets: ServeTickets, tr: Translator
) -> Answer | None:
    """To the customer or for the staff, by the one rule above."""
    ticket_id = await _ticket_of(message, person, serve_tickets)
    if ticket_id is None:
        return None
    if is_reply_to(message, bot.id):
        await serve_tickets.answer(person, ticket_id, said, in_group=True)
        return Answer(reaction=SENT)
    await serve_tickets.note(person, ticket_id, said, in_group=True)
    return Answer(reaction=NOTED)


async def answer(
    message: Message, command: CommandObject, person: Person, serve_tickets: ServeTickets, tr: Translator
) -> Answer | None:
    """`/answer text` in a topic; where there are none, `/answer number text`."""
    words = (command.args or "").strip()
    ticket_id = await _ticket_of(message, person, serve_tickets)
    in_topic = ticket_id is not None
    if ticket_id is None:
        number, _, words = words.partition(" ")
        ticket_id = called(number)
        if ticket_id is None:
            return Answer(messages=(Screen(tr("ticket-group-answer")),))
    await serve_tickets.answer(person, ticket_id, Said(words), in_group=in_topic)
    return Answer(reaction=SENT)


async def something_else(
    message: Message, person: Person, bot: Bot, serve_tickets: ServeTickets, tr: Translator
) -> Answer | None:
    """What cannot go to the customer is not silently lost."""
    if not is_reply_to(message, bot.id) or await _ticket_of(message, person, serve_tickets) is None:
        return None
    return Answer(messages=(Screen(tr("ticket-group-only-words")),))


async def _ticket_of(message: Message, person: Person, serve_tickets: ServeTickets) -> TicketId | None:
    if message.from_user is not None:
        await serve_tickets.known_as(person, message.from_user.full_name)
    thread = message.message_thread_id
    return None if thread is None else await serve_tickets.in_room(person, PersonId(message.chat.id), thread)


def is_reply_to(message: Message, bot_id: int) -> bool:
    """Whether somebody replied to the bot. In a topic Telegram makes every message a reply to the topic's beginning."""
    reply = message.reply_to_message
    if reply is None or reply.forum_topic_created is not None or reply.message_id == message.message_thread_id:
        return False
    return reply.from_user is not None and reply.from_user.id == bot_id


def group_room() -> StaffRoom:
    """The group's handlers. It stands before all others."""
    room = StaffRoom(name="staff-room")
    register_presses(room)
    room.message.register(answer, Command("answer"))
    room.message.register(written, HasSaid())
    room.message.register(something_else)
    room.my_chat_member.register(changed)
    return room
