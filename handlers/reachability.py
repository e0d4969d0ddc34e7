"""People who block and unblock the bot."""

from __future__ import annotations

from aiogram import Router
from aiogram.enums import ChatMemberStatus
from aiogram.types import ChatMemberUpdated

from domain.people.models import Person
from domain.people.use_cases import NoteReachability

GONE = {ChatMemberStatus.KICKED, ChatMemberStatus.LEFT}


async def changed(event: ChatMemberUpdated, person: Person, note_reachability: NoteReachability) -> None:
    await note_reachability(person, event.new_chat_member.status not in GONE)


def router() -> Router:
    """Listens to my_chat_member."""
    reachability = Router(name="reachability")
    reachability.my_chat_member.register(changed)
    return reachability
