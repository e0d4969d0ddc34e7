"""Managing promotions on prices; for admins and content managers."""

from __future__ import annotations

from dataclasses import replace
from datetime import tzinfo

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.catalog.use_cases import ListCategories
from domain.deals.manage import ManageCodes, ManagePromotions
from domain.people.models import Person
from domain.pricing.codes import CodeId
from domain.pricing.promotions import PromotionId, PromotionKind
from domain.shared.errors import Stale
from domain.shared.ids import PressKey, new_press_key
from handlers.offers import views
from handlers.offers.callbacks import (
    AskField,
    AskNewCode,
    ChooseKind,
    Field,
    FlipCategory,
    FlipSegment,
    FlipSwitch,
    NewOffer,
    OpenOffer,
    SaveOffer,
    ShowCategories,
    ShowDraft,
    SwitchCode,
    SwitchOffer,
)
from handlers.offers.draft import Draft, typed, typed_code, with_goods
from handlers.offers.states import Offering
from handlers.ui.filters import HasText
from handlers.ui.links import OpenOffers
from handlers.ui.screen import Answer
from locales.translator import Translator


async def open_offers(
    event: CallbackQuery | Message,
    person: Person,
    tr: Translator,
    manage_promotions: ManagePromotions,
    state: FSMContext,
    callback_data: OpenOffers | None = None,
) -> Answer:
    await state.set_state(None)
    page = await manage_promotions(person, callback_data.page if callback_data else 0)
    return Answer(views.offers_screen(page, tr), forget=isinstance(event, Message))


async def open_offer(
    event: CallbackQuery,
    callback_data: OpenOffer,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    manage_promotions: ManagePromotions,
    state: FSMContext,
) -> Answer:
    await state.set_state(None)
    sheet = await manage_promotions.open(person, PromotionId(callback_data.promotion))
    return Answer(views.offer_screen(sheet, tr, zone))


async def switch_offer(
    event: CallbackQuery,
    callback_data: SwitchOffer,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    manage_promotions: ManagePromotions,
) -> Answer:
    sheet = await manage_promotions.switch(person, PromotionId(callback_data.promotion), callback_data.on)
    toast = tr.plain("offer-state-on" if callback_data.on else "offer-state-off")
    return Answer(views.offer_screen(sheet, tr, zone), toast=toast)


async def new_offer(event: CallbackQuery, person: Person, tr: Translator, state: FSMContext) -> Answer:
    person.require_content()
    await state.set_state(None)
    return Answer(views.kinds_screen(tr))


async def choose_kind(
    event: CallbackQuery, callback_data: ChooseKind, person: Person, tr: Translator, zone: tzinfo, state: FSMContext
) -> Answer:
    person.require_content()
    return await _show(Draft(callback_data.kind, new_press_key()), state, tr, zone)


async def show_draft(event: CallbackQuery, person: Person, tr: Translator, zone: tzinfo, state: FSMContext) -> Answer:
    person.require_content()
    return await _show(await _draft(state), state, tr, zone)


async def ask_field(
    event: CallbackQuery, callback_data: AskField, person: Person, tr: Translator, state: FSMContext
) -> Answer:
    person.require_content()
    draft = await _draft(state)
    await state.set_state(Offering.field)
    await state.update_data(asked=str(callback_data.field))
    return Answer(views.field_screen(callback_data.field, draft, tr))


async def type_field(
    message: Message,
    text: str,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    manage_promotions: ManagePromotions,
    state: FSMContext,
) -> Answer:
    person.require_content()
    draft, asked = await _draft(state), Field((await state.get_data()).get("asked", Field.TITLE))
    if asked is Field.GOODS:
        found = await manage_promotions.goods(person, text)
        draft = with_goods(draft, found, given=draft.kind == PromotionKind.GIFT)
    else:
        draft = typed(draft, asked, text, zone)
    shown = await _show(draft, state, tr, zone)
    return replace(shown, forget=True)


async def flip_switch(
    event: CallbackQuery, callback_data: FlipSwitch, person: Person, tr: Translator, zone: tzinfo, state: FSMContext
) -> Answer:
    person.require_content()
    draft = (await _draft(state)).switched(callback_data.switch, callback_data.on)
    return await _show(draft, state, tr, zone)


async def flip_segment(
    event: CallbackQuery, callback_data: FlipSegment, person: Person, tr: Translator, zone: tzinfo, state: FSMContext
) -> Answer:
    person.require_content()
    draft = await _draft(state)
    others = [each for each in draft.segments if each != callback_data.segment]
    segments = [*others, str(callback_data.segment)] if callback_data.on else others
    return await _show(replace(draft, segments=segments), state, tr, zone)


async def show_categories(
    event: CallbackQuery, person: Person, tr: Translator, list_categories: ListCategories, state: FSMContext
) -> Answer:
    person.require_content()
    categories = await list_categories(person, managing=True)
    return Answer(views.categories_screen(categories, await _draft(state), tr))


async def flip_category(
    event: CallbackQuery,
    callback_data: FlipCategory,
    person: Person,
    tr: Translator,
    list_categories: ListCategories,
    state: FSMContext,
) -> Answer:
    person.require_content()
    draft = await _draft(state)
    others = [each for each in draft.categories if each != callback_data.category]
    draft = replace(draft, categories=[*others, callback_data.category] if callback_data.on else others)
    await state.update_data(offer=draft.kept())
    return Answer(views.categories_screen(await list_categories(person, managing=True), draft, tr))


async def save_offer(
    event: CallbackQuery,
    callback_data: SaveOffer,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    manage_promotions: ManagePromotions,
    state: FSMContext,
) -> Answer:
    draft = await _draft(state)
    if draft.key != callback_data.key:
        raise Stale("another promotion is being made")
    sheet = await manage_promotions.create(person, draft.promotion(), PressKey(draft.key))
    return Answer(views.offer_screen(sheet, tr, zone), toast=tr.plain("offer-saved"))


async def ask_new_code(
    event: CallbackQuery, callback_data: AskNewCode, person: Person, tr: Translator, state: FSMContext
) -> Answer:
    person.require_content()
    await state.set_state(Offering.code)
    await state.update_data(code_for=callback_data.promotion, code_key=new_press_key())
    return Answer(views.code_screen(callback_data.promotion, tr))


async def type_code(
    message: Message,
    text: str,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    manage_codes: ManageCodes,
    state: FSMContext,
) -> Answer:
    data = await state.get_data()
    code = typed_code(text, int(data.get("code_for", 0)), zone)
    sheet = await manage_codes.create(person, code, PressKey(str(data.get("code_key", ""))))
    await state.set_state(None)
    return Answer(views.offer_screen(sheet, tr, zone), forget=True)


async def switch_code(
    event: CallbackQuery,
    callback_data: SwitchCode,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    manage_codes: ManageCodes,
) -> Answer:
    sheet = await manage_codes.switch(person, CodeId(callback_data.code), callback_data.on)
    return Answer(views.offer_screen(sheet, tr, zone))


async def _draft(state: FSMContext) -> Draft:
    kept = (await state.get_data()).get("offer")
    if kept is None:
        raise Stale("no promotion is being made")
    return Draft(**kept)


async def _show(draft: Draft, state: FSMContext, tr: Translator, zone: tzinfo) -> Answer:
    missing = draft.missing
    await state.set_state(Offering.field if missing else None)
    await state.update_data(offer=draft.kept(), asked=str(missing or Field.TITLE))
    return Answer(views.draft_screen(draft, tr, zone))


def router() -> Router:
    """The handlers of promotions on prices."""
    offers = Router(name="offers")
    offers.callback_query.register(open_offers, OpenOffers.filter())
    offers.message.register(open_offers, Command("offers"))
    offers.callback_query.register(open_offer, OpenOffer.filter())
    offers.callback_query.register(switch_offer, SwitchOffer.filter())
    offers.callback_query.register(new_offer, NewOffer.filter())
    offers.callback_query.register(choose_kind, ChooseKind.filter())
    offers.callback_query.register(show_draft, ShowDraft.filter())
    offers.callback_query.register(ask_field, AskField.filter())
    offers.message.register(type_field, StateFilter(Offering.field), HasText())
    offers.callback_query.register(flip_switch, FlipSwitch.filter())
    offers.callback_query.register(flip_segment, FlipSegment.filter())
    offers.callback_query.register(show_categories, ShowCategories.filter())
    offers.callback_query.register(flip_category, FlipCategory.filter())
    offers.callback_query.register(save_offer, SaveOffer.filter())
    offers.callback_query.register(ask_new_code, AskNewCode.filter())
    offers.message.register(type_code, StateFilter(Offering.code), HasText())
    offers.callback_query.register(switch_code, SwitchCode.filter())
    return offers
