"""A consultant's list of conversations and their word of absence; closing a conversation."""

from __future__ import annotations

from datetime import tzinfo

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.people.models import Person
from domain.relay.models import ConversationId
from domain.relay.talk import CloseConversation, LeaveWord, ListConversations, OpenConversation
from handlers.relay import views
from handlers.relay.callbacks import AskAway, AskClose, Close, NoAway
from handlers.relay.states import Relay
from handlers.ui.filters import HasText
from handlers.ui.links import OpenTalks
from handlers.ui.screen import Answer
from locales.translator import Translator


async def open_talks(
    event: CallbackQuery,
    callback_data: OpenTalks,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    list_conversations: ListConversations,
    state: FSMContext,
) -> Answer:
    await state.set_state(None)
    return Answer(views.talks_screen(await list_conversations(person, callback_data.page), tr, zone))


async def ask_close(
    event: CallbackQuery,
    callback_data: AskClose,
    person: Person,
    tr: Translator,
    open_conversation: OpenConversation,
) -> Answer:
    standing = await open_conversation(person, ConversationId(callback_data.talk))
    return Answer(views.ask_close_screen(standing, tr))


async def close(
    event: CallbackQuery,
    callback_data: Close,
    person: Person,
    tr: Translator,
    close_conversation: CloseConversation,
    state: FSMContext,
) -> Answer:
    conversation = await close_conversation(person, ConversationId(callback_data.talk))
    await state.set_state(None)
    return Answer(views.closed_screen(conversation.side_of(person), tr))


async def ask_away(event: CallbackQuery, person: Person, tr: Translator, state: FSMContext) -> Answer:
    person.require_consultant()
    await state.set_state(Relay.away)
    return Answer(views.ask_away_screen(tr))


async def type_away(
    message: Message,
    person: Person,
    text: str,
    tr: Translator,
    zone: tzinfo,
    leave_word: LeaveWord,
    list_conversations: ListConversations,
    state: FSMContext,
) -> Answer:
    await leave_word(person, text)
    await state.set_state(None)
    return Answer(views.talks_screen(await list_conversations(person), tr, zone), forget=True)


async def no_away(
    event: CallbackQuery,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    leave_word: LeaveWord,
    list_conversations: ListConversations,
) -> Answer:
    await leave_word(person, None)
    return Answer(views.talks_screen(await list_conversations(person), tr, zone))


def router() -> Router:
    """What is done about conversations."""
    talks = Router(name="talks")
    talks.callback_query.register(open_talks, OpenTalks.filter())
    talks.callback_query.register(ask_close, AskClose.filter())
    talks.callback_query.register(close, Close.filter())
    talks.callback_query.register(ask_away, AskAway.filter())
    talks.message.register(type_away, StateFilter(Relay.away), HasText())
    talks.callback_query.register(no_away, NoAway.filter())
    return talks
