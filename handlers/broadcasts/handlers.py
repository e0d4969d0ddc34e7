"""Announcements: for admins and content managers; and their end for everybody."""

from __future__ import annotations

from datetime import tzinfo

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.broadcasts.models import BroadcastId
from domain.broadcasts.use_cases import ManageBroadcasts
from domain.consents.models import Purpose
from domain.consents.use_cases import WithdrawConsent
from domain.people.models import Person
from domain.shared.errors import Stale
from domain.shared.ids import PressKey, new_press_key
from domain.shared.localised import Localised
from handlers.broadcasts import views
from handlers.broadcasts.callbacks import NewBroadcast, OpenBroadcast, Publish, SameText, Steer, StopPromotions
from handlers.broadcasts.states import Announcing
from handlers.ui.filters import HasText
from handlers.ui.links import OpenBroadcasts
from handlers.ui.screen import Answer, Screen
from locales.translator import Translator


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


async def open_broadcast(
    event: CallbackQuery,
    callback_data: OpenBroadcast,
    person: Person,
    tr: Translator,
    manage_broadcasts: ManageBroadcasts,
) -> Answer:
    sheet = await manage_broadcasts.open(person, BroadcastId(callback_data.broadcast))
    return Answer(views.broadcast_screen(sheet, tr))


async def new_broadcast(event: CallbackQuery, person: Person, tr: Translator, state: FSMContext) -> Answer:
    person.require_content()
    await state.set_state(Announcing.russian)
    return Answer(views.ask_russian_screen(tr))


async def type_russian(
    message: Message, person: Person, tr: Translator, manage_broadcasts: ManageBroadcasts, state: FSMContext
) -> Answer:
    text = message.html_text
    await manage_broadcasts.audience(person, Localised(text, text))
    await state.set_state(Announcing.english)
    await state.update_data(broadcast={"ru": text, "en": text, "key": new_press_key()})
    return Answer(views.ask_english_screen(tr))


async def type_english(
    message: Message, person: Person, tr: Translator, manage_broadcasts: ManageBroadcasts, state: FSMContext
) -> Answer:
    text, key = await _draft(state)
    return await _confirm(Localised(text.ru, message.html_text), key, person, tr, manage_broadcasts, state)


async def same_text(
    event: CallbackQuery, person: Person, tr: Translator, manage_broadcasts: ManageBroadcasts, state: FSMContext
) -> Answer:
    text, key = await _draft(state)
    return await _confirm(Localised(text.ru, text.ru), key, person, tr, manage_broadcasts, state)


async def publish(
    event: CallbackQuery,
    callback_data: Publish,
    person: Person,
    tr: Translator,
    manage_broadcasts: ManageBroadcasts,
    state: FSMContext,
) -> Answer:
    text, key = await _draft(state)
    if key != callback_data.key:
        raise Stale("another announcement is being made")
    return Answer(views.broadcast_screen(await manage_broadcasts.publish(person, text, key), tr))


async def steer(
    event: CallbackQuery, callback_data: Steer, person: Person, tr: Translator, manage_broadcasts: ManageBroadcasts
) -> Answer:
    sheet = await manage_broadcasts.become(person, BroadcastId(callback_data.broadcast), callback_data.to)
    return Answer(views.broadcast_screen(sheet, tr))


async def stop_promotions(
    event: CallbackQuery, person: Person, tr: Translator, withdraw_consent: WithdrawConsent
) -> Answer:
    await withdraw_consent(person, Purpose.PROMOTIONS)
    return Answer(toast=tr.plain("broadcast-stopped"), alert=True)


async def _draft(state: FSMContext) -> tuple[Localised, PressKey]:
    kept = (await state.get_data()).get("broadcast")
    if kept is None:
        raise Stale("no announcement is being made")
    return Localised(kept["ru"], kept["en"]), PressKey(kept["key"])


async def _confirm(
    text: Localised,
    key: PressKey,
    person: Person,
    tr: Translator,
    manage_broadcasts: ManageBroadcasts,
    state: FSMContext,
) -> Answer:
    count = await manage_broadcasts.audience(person, text)
    await state.set_state(None)
    await state.update_data(broadcast={"ru": text.ru, "en": text.en, "key": key})
    shown = tuple(Screen(words, keep=True) for words in dict.fromkeys((text.ru, text.en)))
    return Answer(views.confirm_screen(count, key, tr), messages=shown, fresh=True)


def router() -> Router:
    """The handlers of announcements."""
    broadcasts = Router(name="broadcasts")
    broadcasts.callback_query.register(open_broadcasts, OpenBroadcasts.filter())
    broadcasts.message.register(open_broadcasts, Command("promo"))
    broadcasts.callback_query.register(open_broadcast, OpenBroadcast.filter())
    broadcasts.callback_query.register(new_broadcast, NewBroadcast.filter())
    broadcasts.message.register(type_russian, StateFilter(Announcing.russian), HasText())
    broadcasts.message.register(type_english, StateFilter(Announcing.english), HasText())
    broadcasts.callback_query.register(same_text, SameText.filter())
    broadcasts.callback_query.register(publish, Publish.filter())
    broadcasts.callback_query.register(steer, Steer.filter())
    broadcasts.callback_query.register(stop_promotions, StopPromotions.filter())
    return broadcasts
