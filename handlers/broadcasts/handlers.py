"""Announcements that are there: their list, what each is, and steering them; for admins and content managers."""

from __future__ import annotations

from dataclasses import replace
from datetime import tzinfo

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.broadcasts.models import Announcement, BroadcastId, BroadcastSheet
from domain.broadcasts.picking import PickPeople
from domain.broadcasts.use_cases import ManageBroadcasts
from domain.people.models import Person
from domain.shared.localised import Language
from handlers.broadcasts import views
from handlers.broadcasts.callbacks import Approve, OpenBroadcast, OpenBroadcastBelow, ShowAsSent, Steer
from handlers.broadcasts.said import author_of
from handlers.ui.links import OpenBroadcasts, OpenOwnBroadcasts
from handlers.ui.screen import Answer, Screen
from locales.translator import Translator, Translators


async def open_broadcasts(
    event: CallbackQuery | Message,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    manage_broadcasts: ManageBroadcasts,
    state: FSMContext,
    callback_data: OpenBroadcasts | OpenOwnBroadcasts | None = None,
) -> Answer:
    own = isinstance(callback_data, OpenOwnBroadcasts) or (callback_data is None and not person.manages_catalog)
    page = await manage_broadcasts(person, callback_data.page if callback_data else 0, own=own)
    await state.set_state(None)
    return Answer(views.broadcasts_screen(page, tr, zone, own=own), forget=isinstance(event, Message))


async def shown(sheet: BroadcastSheet, person: Person, tr: Translator, zone: tzinfo, pick_people: PickPeople) -> Answer:
    """A broadcast as its screen."""
    called = await pick_people.called(sheet.broadcast.what.segment)
    return Answer(views.broadcast_screen(sheet, called, person, tr, zone))


async def open_broadcast(
    event: CallbackQuery,
    callback_data: OpenBroadcast | OpenBroadcastBelow,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    manage_broadcasts: ManageBroadcasts,
    pick_people: PickPeople,
) -> Answer:
    sheet = await manage_broadcasts.open(person, BroadcastId(callback_data.broadcast))
    answer = await shown(sheet, person, tr, zone, pick_people)
    return replace(answer, fresh=isinstance(callback_data, OpenBroadcastBelow))


async def show_as_sent(
    event: CallbackQuery,
    callback_data: ShowAsSent,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    translators: Translators,
    manage_broadcasts: ManageBroadcasts,
    pick_people: PickPeople,
) -> Answer:
    sheet = await manage_broadcasts.open(person, BroadcastId(callback_data.broadcast))
    versions = await previewed(sheet.broadcast.what, translators, pick_people)
    answer = await shown(sheet, person, tr, zone, pick_people)
    return replace(answer, messages=versions, fresh=True)


async def previewed(what: Announcement, translators: Translators, pick_people: PickPeople) -> tuple[Screen, ...]:
    """What people get, in each language it is written in."""
    author = author_of(what, await pick_people.called(what.segment))
    languages: tuple[Language, ...] = ("ru",) if what.text.ru == what.text.en else ("ru", "en")
    made = (views.message_screen(what, views.PREVIEW, translators.for_language(each), author) for each in languages)
    return tuple(made)


async def approve(
    event: CallbackQuery,
    callback_data: Approve,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    manage_broadcasts: ManageBroadcasts,
    pick_people: PickPeople,
) -> Answer:
    sheet = await manage_broadcasts.approve(person, BroadcastId(callback_data.broadcast))
    return await shown(sheet, person, tr, zone, pick_people)


async def steer(
    event: CallbackQuery,
    callback_data: Steer,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    manage_broadcasts: ManageBroadcasts,
    pick_people: PickPeople,
) -> Answer:
    sheet = await manage_broadcasts.become(person, BroadcastId(callback_data.broadcast), callback_data.to)
    return await shown(sheet, person, tr, zone, pick_people)


def router() -> Router:
    """The handlers of announcements."""
    broadcasts = Router(name="broadcasts")
    broadcasts.callback_query.register(open_broadcasts, OpenBroadcasts.filter())
    broadcasts.callback_query.register(open_broadcasts, OpenOwnBroadcasts.filter())
    broadcasts.message.register(open_broadcasts, Command("promo"))
    broadcasts.callback_query.register(open_broadcast, OpenBroadcast.filter())
    broadcasts.callback_query.register(open_broadcast, OpenBroadcastBelow.filter())
    broadcasts.callback_query.register(show_as_sent, ShowAsSent.filter())
    broadcasts.callback_query.register(approve, Approve.filter())
    broadcasts.callback_query.register(steer, Steer.filter())
    return broadcasts
