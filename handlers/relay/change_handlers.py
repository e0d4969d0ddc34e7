"""Edits, deletions and reactions, which show on the other side as well."""

from __future__ import annotations

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command
from aiogram.types import Message, MessageReactionUpdated, ReactionTypeEmoji

from domain.people.models import Person
from domain.relay.change import DeleteMessage, EditMessage, ReactToMessage
from handlers.relay import views
from handlers.relay.content import content_of
from handlers.ui.screen import Answer
from locales.translator import Translator


async def edited(event: Message, person: Person, edit_message: EditMessage) -> None:
    content = content_of(event)
    if content is None or not await edit_message(person, event.message_id, content):
        raise SkipHandler


async def delete(message: Message, person: Person, tr: Translator, delete_message: DeleteMessage) -> Answer:
    if message.reply_to_message is None:
        return Answer(views.how_to_delete_screen(tr), forget=True)
    await delete_message(person, message.reply_to_message.message_id)
    return Answer(forget=True)


async def reacted(event: MessageReactionUpdated, person: Person, react_to_message: ReactToMessage) -> None:
    # A bot can set one of the common reactions, so the last of them stands for all.
    given = [each.emoji for each in event.new_reaction if isinstance(each, ReactionTypeEmoji)]
    await react_to_message(person, event.message_id, given[-1] if given else None)


def router() -> Router:
    """Changes of what was sent."""
    changes = Router(name="relay changes")
    changes.edited_message.register(edited)
    changes.message.register(delete, Command("delete"))
    changes.message_reaction.register(reacted)
    return changes
