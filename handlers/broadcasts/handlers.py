"""Announcements that are there: their list, what each is, and steering them; for admins and content managers."""

from __future__ import annotations

from dataclasses import replace
from datetime import tzinfo

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.broadcasts.models import BroadcastId, BroadcastSheet
from domain.broadcasts.picking import PickPeople
from domain.broadcasts.use_cases import ManageBroadcasts
from domain.people.models import Person
from handlers.broadcasts import views
from handlers.broadcasts.callbacks import Approve, OpenBroadcast, ShowAsSent, Steer
from handlers.ui.links import OpenBroadcasts
from handlers.ui.screen import Answer
from locales.translator import Translator, Translators


async def open_broadcasts(
    event: CallbackQuery | Message,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    manage_broadcasts: ManageBroadcasts,
    state: FSMContext,
    callback_data: OpenBroadcasts | None = None,
) -> Answer:
    page = await manage_broadcasts(person, callback_data.page if callback_data else 0)
    await state.set_state(None)
    return Answer(views.broadcasts_screen(page, tr, zone), forget=isinstance(event, Message))


async def shown(sheet: BroadcastSheet, person: Person, tr: Translator, zone: tzinfo, pick_people: PickPeople) -> Answer:
    """A broadcast as its screen."""
    called = await pick_people.called(sheet.broadcast.what.segment)
    return Answer(views.broadcast_screen(sheet, called, person, tr, zone))


async def open_broadcast(
    event: CallbackQuery,
    callback_data: OpenBroadcast,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    manage_broadcasts: ManageBroadcasts,
    pick_people: PickPeople,
) -> Answer:
    sheet = await manage_broadcasts.open(person, BroadcastId(callback_data.broadcast))
    return await shown(sheet, person, tr, zone, pick_people)


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
    what = sheet.broadcast.what
    versions = [views.message_screen(what, views.PREVIEW, translators.for_language(each)) for each in ("ru", "en")]
    answer = await shown(sheet, person, tr, zone, pick_people)
    return replace(answer, messages=views.many(versions), fresh=True)


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
    broadcasts.message.register(open_broadcasts, Command("promo"))
    broadcasts.callback_query.register(open_broadcast, OpenBroadcast.filter())
    broadcasts.callback_query.register(show_as_sent, ShowAsSent.filter())
    broadcasts.callback_query.register(approve, Approve.filter())
    broadcasts.callback_query.register(steer, Steer.filter())
    return broadcasts
