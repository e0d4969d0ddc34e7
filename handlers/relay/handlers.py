"""Writing to each other: into a conversation, out of it, and answers from anywhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import tzinfo
from typing import Any

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.people.models import Person
from domain.relay.errors import NotRelayable
from domain.relay.models import Content, ConversationId, Incoming, Kind, Sent, Standing
from domain.relay.send import SendMessage
from domain.relay.talk import ListConversations, OpenConversation
from domain.shared.errors import DomainError, NotFound, Stale
from domain.shared.ids import CustomerId
from handlers.relay import views
from handlers.relay.callbacks import Done, OpenTalk, SendContact
from handlers.relay.content import ForTheOther, RepliesToSomething, content_of, incoming_of
from handlers.relay.states import Relay
from handlers.relay.talking import talk as talk_to
from handlers.ui.links import WriteBelow, WriteToClient, WriteToConsultant
from handlers.ui.screen import Answer, Screen
from locales.translator import Translator


async def write_to_consultant(
    event: CallbackQuery, person: Person, tr: Translator, open_conversation: OpenConversation, state: FSMContext
) -> Answer:
    standing = await open_conversation.with_consultant(person)
    return Answer(await talk_to(standing, tr, state))


async def write_below(
    event: CallbackQuery, person: Person, tr: Translator, open_conversation: OpenConversation, state: FSMContext
) -> Answer:
    standing = await open_conversation.with_consultant(person)
    return Answer(await talk_to(standing, tr, state), fresh=True)


async def write_to_client(
    event: CallbackQuery,
    callback_data: WriteToClient,
    person: Person,
    tr: Translator,
    open_conversation: OpenConversation,
    state: FSMContext,
) -> Answer:
    standing = await open_conversation.with_client(person, CustomerId(callback_data.client))
    return Answer(await talk_to(standing, tr, state))


async def chat(
    event: Message,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    open_conversation: OpenConversation,
    list_conversations: ListConversations,
    state: FSMContext,
) -> Answer:
    if person.own_consultant_id is not None:
        await state.set_state(None)
        return Answer(views.talks_screen(await list_conversations(person), tr, zone), forget=True)
    standing = await open_conversation.with_consultant(person)
    return Answer(await talk_to(standing, tr, state), forget=True)


async def open_talk(
    event: CallbackQuery,
    callback_data: OpenTalk,
    person: Person,
    tr: Translator,
    open_conversation: OpenConversation,
    state: FSMContext,
) -> Answer:
    standing = await open_conversation(person, ConversationId(callback_data.talk))
    return Answer(await talk_to(standing, tr, state), fresh=callback_data.below)


async def say(
    message: Message,
    person: Person,
    tr: Translator,
    send_message: SendMessage,
    open_conversation: OpenConversation,
    state: FSMContext,
) -> Answer:
    talk = (await state.get_data()).get("talk")
    if talk is None:
        await state.set_state(None)
        raise Stale("no conversation is the current one")
    incoming = _incoming(message)
    if incoming.content.kind is Kind.CONTACT:
        standing = await open_conversation(person, ConversationId(talk))
        return await _ask_contact(standing, incoming, tr, state)
    sent = await send_message(person, ConversationId(talk), incoming)
    return _said(sent, await talk_to(sent.standing, tr, state, tr("relay-sent")))


async def answer(
    message: Message,
    person: Person,
    tr: Translator,
    send_message: SendMessage,
    open_conversation: OpenConversation,
    state: FSMContext,
    raw_state: str | None = None,
) -> Answer:
    try:
        talk = await send_message.conversation_of(person, _number(message))
    except NotFound:
        # What is answered is a screen and nobody's message: others may know what to do with it.
        raise SkipHandler from None
    incoming = _incoming(message)
    if incoming.content.kind is Kind.CONTACT:
        return await _ask_contact(await open_conversation(person, talk), incoming, tr, state)
    sent = await send_message(person, talk, incoming)
    if raw_state == Relay.talking.state:
        return _said(sent, await _beside(sent, person, tr, open_conversation, state))
    screen = views.sent_screen(sent.standing, tr)
    if raw_state is not None:
        # Somebody asks this person something just now: that question stays where it is.
        return Answer(messages=(replace(screen, keep=True),)) if sent.begins else Answer()
    return _said(sent, screen)


async def send_contact(
    event: CallbackQuery,
    callback_data: SendContact,
    person: Person,
    tr: Translator,
    send_message: SendMessage,
    state: FSMContext,
) -> Answer:
    kept: dict[str, Any] | None = (await state.get_data()).get("contact")
    if kept is None or kept["source_id"] != callback_data.message:
        raise Stale("another contact was sent since")
    content = Content(Kind.CONTACT, phone=kept["phone"], name=kept["name"], last_name=kept["last_name"])
    incoming = Incoming(content, kept["nonce"], kept["source_id"], replies_to=kept["replies_to"])
    sent = await send_message(person, ConversationId(callback_data.talk), incoming)
    return Answer(await talk_to(sent.standing, tr, state, tr("relay-sent")))


async def done(event: CallbackQuery | Message, tr: Translator, state: FSMContext) -> Answer:
    await state.set_state(None)
    return Answer(views.done_screen(tr), forget=isinstance(event, Message))


async def _beside(
    sent: Sent, person: Person, tr: Translator, open_conversation: OpenConversation, state: FSMContext
) -> Screen:
    """After an answer to somebody while talking, perhaps to somebody else: whom one is talking to stays."""
    current = (await state.get_data()).get("talk")
    if current is None or current == sent.standing.conversation.id:
        return await talk_to(sent.standing, tr, state, tr("relay-sent"))
    note = tr("relay-answered", name=views.other_name(sent.standing, tr))
    try:
        return await talk_to(await open_conversation(person, ConversationId(current)), tr, state, note)
    except DomainError:
        # The current one has ended meanwhile.
        return await talk_to(sent.standing, tr, state, tr("relay-sent"))


def _said(sent: Sent, screen: Screen) -> Answer:
    """One answer to an album, however many pieces it has."""
    return Answer(screen) if sent.begins else Answer()


async def _ask_contact(standing: Standing, incoming: Incoming, tr: Translator, state: FSMContext) -> Answer:
    content = incoming.content
    kept = {
        "phone": content.phone,
        "name": content.name,
        "last_name": content.last_name,
        "nonce": incoming.nonce,
        "source_id": incoming.source_id,
        "replies_to": incoming.replies_to,
    }
    await state.update_data(contact=kept)
    return Answer(views.ask_contact_screen(standing, content, incoming.source_id or 0, tr))


def _incoming(message: Message) -> Incoming:
    """Raises NotRelayable."""
    content = content_of(message)
    if content is None:
        raise NotRelayable
    return incoming_of(message, content)


def _number(message: Message) -> int:
    return 0 if message.reply_to_message is None else message.reply_to_message.message_id


def router() -> Router:
    """Talking. It stands before whoever else may want a message; what answers no relayed message is left to them."""
    relay = Router(name="relay")
    relay.callback_query.register(write_to_consultant, WriteToConsultant.filter())
    relay.callback_query.register(write_below, WriteBelow.filter())
    relay.callback_query.register(write_to_client, WriteToClient.filter())
    relay.callback_query.register(open_talk, OpenTalk.filter())
    relay.message.register(chat, Command("chat"))
    relay.message.register(done, Command("done"))
    relay.callback_query.register(done, Done.filter())
    relay.message.register(answer, RepliesToSomething())
    relay.message.register(say, StateFilter(Relay.talking), ForTheOther())
    relay.callback_query.register(send_contact, SendContact.filter())
    return relay
