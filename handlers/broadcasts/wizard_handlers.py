"""Making an announcement: the draft, its text and pictures, its preview, and sending it."""

from __future__ import annotations

from dataclasses import replace
from datetime import tzinfo
from typing import Any

from aiogram import Router
from aiogram.filters import Filter, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.broadcasts.models import BroadcastState
from domain.broadcasts.picking import PickPeople
from domain.broadcasts.rights import require_author
from domain.broadcasts.use_cases import ManageBroadcasts, check
from domain.people.models import Person
from domain.shared.errors import Stale
from domain.shared.ids import PressKey
from handlers.broadcasts import views, wizard_views
from handlers.broadcasts.callbacks import (
    AskContent,
    AskEnglish,
    DropEnglish,
    DropPictures,
    NewBroadcast,
    NewOwnBroadcast,
    Preview,
    Publish,
    SetKind,
    ShowDraft,
)
from handlers.broadcasts.draft import Draft, draft_of, keep, new_draft
from handlers.broadcasts.handlers import previewed, shown
from handlers.broadcasts.states import Announcing
from handlers.ui.filters import HasText
from handlers.ui.screen import Answer
from locales.translator import Translator, Translators


class HasPicture(Filter):
    """A photo, with words under it or without."""

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        return bool(message.photo)


async def shown_draft(
    draft: Draft,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    manage_broadcasts: ManageBroadcasts,
    pick_people: PickPeople,
    state: FSMContext,
) -> Answer:
    """Keeps the draft and shows it; what is sent next is taken for its text or its pictures."""
    await keep(draft, state)
    await state.set_state(Announcing.content)
    what = draft.announcement
    count = await manage_broadcasts.audience(person, what)
    called = await pick_people.called(what.segment)
    return Answer(wizard_views.draft_screen(draft, count, called, tr, zone))


async def new_broadcast(event: CallbackQuery, person: Person, tr: Translator, state: FSMContext) -> Answer:
    require_author(person)
    return await begun(new_draft(), tr, state)


async def new_own_broadcast(
    event: CallbackQuery, person: Person, tr: Translator, manage_broadcasts: ManageBroadcasts, state: FSMContext
) -> Answer:
    return await begun(new_draft(await manage_broadcasts.begin_own(person)), tr, state)


async def begun(draft: Draft, tr: Translator, state: FSMContext) -> Answer:
    """Keeps an empty draft and asks for what it says."""
    await keep(draft, state)
    await state.set_state(Announcing.content)
    return Answer(wizard_views.content_screen(draft, tr))


async def show_draft(
    event: CallbackQuery,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    manage_broadcasts: ManageBroadcasts,
    pick_people: PickPeople,
    state: FSMContext,
) -> Answer:
    return await shown_draft(await draft_of(state), person, tr, zone, manage_broadcasts, pick_people, state)


async def set_kind(
    event: CallbackQuery,
    callback_data: SetKind,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    manage_broadcasts: ManageBroadcasts,
    pick_people: PickPeople,
    state: FSMContext,
) -> Answer:
    draft = replace(await draft_of(state), kind=callback_data.kind.value)
    return await shown_draft(draft, person, tr, zone, manage_broadcasts, pick_people, state)


async def ask_content(event: CallbackQuery, person: Person, tr: Translator, state: FSMContext) -> Answer:
    draft = await draft_of(state)
    require_author(person, draft.consultant)
    await state.set_state(Announcing.content)
    return Answer(wizard_views.content_screen(draft, tr))


async def take_content(
    message: Message,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    manage_broadcasts: ManageBroadcasts,
    pick_people: PickPeople,
    state: FSMContext,
) -> Answer:
    draft = (await draft_of(state)).with_message(message)
    require_author(person, draft.consultant)
    if draft.ru and not draft.group:
        # An album comes picture by picture: what is too much for one may be right for several.
        check(draft.announcement)
    return await shown_draft(draft, person, tr, zone, manage_broadcasts, pick_people, state)


async def ask_english(event: CallbackQuery, person: Person, tr: Translator, state: FSMContext) -> Answer:
    draft = await draft_of(state)
    require_author(person, draft.consultant)
    await state.set_state(Announcing.english)
    return Answer(wizard_views.english_screen(draft, tr))


async def take_english(
    message: Message,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    manage_broadcasts: ManageBroadcasts,
    pick_people: PickPeople,
    state: FSMContext,
) -> Answer:
    draft = replace(await draft_of(state), en=message.html_text)
    if draft.ru:
        check(draft.announcement)
    return await shown_draft(draft, person, tr, zone, manage_broadcasts, pick_people, state)


async def drop_part(
    event: CallbackQuery,
    callback_data: DropEnglish | DropPictures,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    manage_broadcasts: ManageBroadcasts,
    pick_people: PickPeople,
    state: FSMContext,
) -> Answer:
    draft = await draft_of(state)
    draft = replace(draft, en="") if isinstance(callback_data, DropEnglish) else replace(draft, pictures=[], group="")
    return await shown_draft(draft, person, tr, zone, manage_broadcasts, pick_people, state)


async def preview(
    event: CallbackQuery,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    translators: Translators,
    manage_broadcasts: ManageBroadcasts,
    pick_people: PickPeople,
    state: FSMContext,
) -> Answer:
    draft = await draft_of(state)
    what = draft.announcement
    check(what)
    answer = await shown_draft(draft, person, tr, zone, manage_broadcasts, pick_people, state)
    return replace(answer, messages=await previewed(what, translators, pick_people), fresh=True)


async def publish(
    event: CallbackQuery,
    callback_data: Publish,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    manage_broadcasts: ManageBroadcasts,
    pick_people: PickPeople,
    state: FSMContext,
) -> Answer:
    draft = await draft_of(state)
    if draft.key != callback_data.key:
        raise Stale("another announcement is being made")
    sheet = await manage_broadcasts.publish(person, draft.announcement, PressKey(draft.key))
    await state.set_state(None)
    if sheet.broadcast.state is BroadcastState.RUNNING:
        return Answer(views.started_screen(sheet.broadcast, person, tr))
    return await shown(sheet, person, tr, zone, pick_people)


def router() -> Router:
    """The handlers of making an announcement."""
    wizard = Router(name="announcing")
    wizard.callback_query.register(new_broadcast, NewBroadcast.filter())
    wizard.callback_query.register(new_own_broadcast, NewOwnBroadcast.filter())
    wizard.callback_query.register(show_draft, ShowDraft.filter())
    wizard.callback_query.register(set_kind, SetKind.filter())
    wizard.callback_query.register(ask_content, AskContent.filter())
    wizard.message.register(take_content, StateFilter(Announcing.content), HasText())
    wizard.message.register(take_content, StateFilter(Announcing.content), HasPicture())
    wizard.callback_query.register(ask_english, AskEnglish.filter())
    wizard.message.register(take_english, StateFilter(Announcing.english), HasText())
    wizard.callback_query.register(drop_part, DropEnglish.filter())
    wizard.callback_query.register(drop_part, DropPictures.filter())
    wizard.callback_query.register(preview, Preview.filter())
    wizard.callback_query.register(publish, Publish.filter())
    return wizard
