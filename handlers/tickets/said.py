"""What people send into a ticket."""

from __future__ import annotations

from typing import Any

from aiogram.filters import Filter
from aiogram.types import Message

from domain.people.models import Person
from domain.tickets.models import Said
from domain.tickets.serve import serves_tickets
from handlers.ui.menu import menu_key
from locales.translator import Translators


def said_in(message: Message) -> Said | None:
    """Its words, or its photo in the best size with the words under it; None for anything else."""
    if message.photo:
        return Said(message.caption or "", message.photo[-1].file_id)
    return Said(message.text) if message.text else None


class IsReply(Filter):
    """A reply to another message. Hands its number over as `replied`."""

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        reply = message.reply_to_message
        return False if reply is None else {"replied": reply.message_id}


class HasSaid(Filter):
    """Words or a photo, neither a command nor a press of the bottom menu. Hands them over as `said`."""

    async def __call__(self, message: Message, translators: Translators) -> bool | dict[str, Any]:
        said = said_in(message)
        if said is None or (message.text and (said.text.startswith("/") or menu_key(said.text, translators))):
            return False
        return {"said": said}


class ServesNone(Filter):
    """From somebody who has only tickets of their own."""

    async def __call__(self, message: Message, person: Person) -> bool:
        return not serves_tickets(person)
