"""The buttons, the price promotion and the time of an announcement that is being made."""

from __future__ import annotations

from dataclasses import replace
from datetime import tzinfo

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.broadcasts.links import LONGEST_WORDS, CategoryLink, ProductLink
from domain.broadcasts.picking import PickPeople
from domain.broadcasts.rights import require_author
from domain.broadcasts.times import Times
from domain.broadcasts.use_cases import ManageBroadcasts
from domain.catalog.use_cases import ListCategories
from domain.deals.errors import InvalidTerms
from domain.deals.manage import ManagePromotions
from domain.people.models import Person
from domain.pricing.promotions import PromotionId
from domain.shared.errors import NotFound
from domain.shared.localised import Localised
from handlers.broadcasts import parts_views
from handlers.broadcasts.callbacks import (
    AddCategory,
    AskAddress,
    AskGoods,
    AtOnce,
    DropLink,
    SetLocal,
    SetPromotion,
    SetQuiet,
    ShowCategories,
    ShowLinks,
    ShowPromotions,
    ShowTimes,
)
from handlers.broadcasts.draft import Draft, draft_of, keep, typed_link
from handlers.broadcasts.states import Announcing
from handlers.ui.filters import HasText
from handlers.ui.screen import Answer
from handlers.ui.texts import cut
from locales.translator import Translator


async def shown_links(draft: Draft, tr: Translator, state: FSMContext, *, forget: bool = False) -> Answer:
    """Keeps the draft and shows its buttons."""
    await keep(draft, state)
    await state.set_state(None)
    return Answer(parts_views.links_screen(draft, tr), forget=forget)


async def show_links(event: CallbackQuery, person: Person, tr: Translator, state: FSMContext) -> Answer:
    draft = await draft_of(state)
    require_author(person, draft.consultant)
    return await shown_links(draft, tr, state)


async def drop_link(
    event: CallbackQuery, callback_data: DropLink, person: Person, tr: Translator, state: FSMContext
) -> Answer:
    draft = await draft_of(state)
    require_author(person, draft.consultant)
    return await shown_links(draft.without_link(callback_data.number), tr, state)


async def ask_goods(event: CallbackQuery, person: Person, tr: Translator, state: FSMContext) -> Answer:
    require_author(person, (await draft_of(state)).consultant)
    await state.set_state(Announcing.goods)
    return Answer(parts_views.ask_goods_screen(tr))


async def take_goods(
    message: Message,
    text: str,
    person: Person,
    tr: Translator,
    pick_people: PickPeople,
    state: FSMContext,
) -> Answer:
    draft = await draft_of(state)
    goods = await pick_people.goods(person, text, draft.consultant)
    if goods is None:
        raise InvalidTerms("goods")
    link = ProductLink(goods.product_id, _short(goods.name))
    return await shown_links(draft.with_link(link), tr, state, forget=True)


async def ask_address(event: CallbackQuery, person: Person, tr: Translator, state: FSMContext) -> Answer:
    require_author(person, (await draft_of(state)).consultant)
    await state.set_state(Announcing.link)
    return Answer(parts_views.ask_address_screen(tr))


async def take_address(message: Message, text: str, person: Person, tr: Translator, state: FSMContext) -> Answer:
    draft = await draft_of(state)
    require_author(person, draft.consultant)
    return await shown_links(draft.with_link(typed_link(text)), tr, state, forget=True)


async def show_categories(
    event: CallbackQuery, person: Person, tr: Translator, list_categories: ListCategories, state: FSMContext
) -> Answer:
    require_author(person, (await draft_of(state)).consultant)
    return Answer(parts_views.categories_screen(await list_categories(person), tr))


async def add_category(
    event: CallbackQuery,
    callback_data: AddCategory,
    person: Person,
    tr: Translator,
    list_categories: ListCategories,
    state: FSMContext,
) -> Answer:
    draft = await draft_of(state)
    require_author(person, draft.consultant)
    found = [each for each in await list_categories(person) if each.id == callback_data.category]
    if not found:
        raise NotFound(f"category {callback_data.category}")
    return await shown_links(draft.with_link(CategoryLink(found[0].id, _short(found[0].name))), tr, state)


async def show_promotions(
    event: CallbackQuery,
    callback_data: ShowPromotions,
    person: Person,
    tr: Translator,
    manage_promotions: ManagePromotions,
    state: FSMContext,
) -> Answer:
    draft = await draft_of(state)
    page = await manage_promotions(person, callback_data.page)
    return Answer(parts_views.promotions_screen(page, draft, tr))


async def set_promotion(
    event: CallbackQuery,
    callback_data: SetPromotion,
    person: Person,
    tr: Translator,
    manage_promotions: ManagePromotions,
    state: FSMContext,
) -> Answer:
    draft = await draft_of(state)
    person.require_content()
    if not callback_data.promotion:
        return await shown_links(draft.with_promotion(None, Localised("", "")), tr, state)
    sheet = await manage_promotions.open(person, PromotionId(callback_data.promotion))
    promotion = sheet.kept.promotion
    return await shown_links(draft.with_promotion(promotion.id, _short(promotion.title)), tr, state)


async def shown_times(
    draft: Draft, times: Times, tr: Translator, zone: tzinfo, state: FSMContext, *, forget: bool = False
) -> Answer:
    """Keeps the times and shows them; what is typed next is taken for another time."""
    draft = await keep(draft.with_times(times), state)
    await state.set_state(Announcing.when)
    return Answer(parts_views.times_screen(draft, tr, zone), forget=forget)


async def show_times(event: CallbackQuery, person: Person, tr: Translator, zone: tzinfo, state: FSMContext) -> Answer:
    draft = await draft_of(state)
    require_author(person, draft.consultant)
    return await shown_times(draft, draft.announcement.times, tr, zone, state)


async def set_times(
    event: CallbackQuery,
    callback_data: AtOnce | SetLocal | SetQuiet,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    state: FSMContext,
) -> Answer:
    draft = await draft_of(state)
    require_author(person, draft.consultant)
    times = draft.announcement.times
    match callback_data:
        case AtOnce():
            times = Times(quiet=times.quiet)
        case SetLocal(on=on):
            times = replace(times, local=on)
        case SetQuiet(on=on):
            times = replace(times, quiet=on)
    return await shown_times(draft, times, tr, zone, state)


async def take_times(
    message: Message,
    text: str,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    manage_broadcasts: ManageBroadcasts,
    state: FSMContext,
) -> Answer:
    draft = await draft_of(state)
    times = manage_broadcasts.when(person, text, draft.announcement)
    return await shown_times(draft, times, tr, zone, state, forget=True)


def _short(words: Localised) -> Localised:
    return Localised(cut(words.ru, LONGEST_WORDS), cut(words.en, LONGEST_WORDS))


def router() -> Router:
    """The handlers of an announcement's parts."""
    parts = Router(name="announcing-parts")
    parts.callback_query.register(show_links, ShowLinks.filter())
    parts.callback_query.register(drop_link, DropLink.filter())
    parts.callback_query.register(ask_goods, AskGoods.filter())
    parts.message.register(take_goods, StateFilter(Announcing.goods), HasText())
    parts.callback_query.register(ask_address, AskAddress.filter())
    parts.message.register(take_address, StateFilter(Announcing.link), HasText())
    parts.callback_query.register(show_categories, ShowCategories.filter())
    parts.callback_query.register(add_category, AddCategory.filter())
    parts.callback_query.register(show_promotions, ShowPromotions.filter())
    parts.callback_query.register(set_promotion, SetPromotion.filter())
    parts.callback_query.register(show_times, ShowTimes.filter())
    for chosen in (AtOnce, SetLocal, SetQuiet):
        parts.callback_query.register(set_times, chosen.filter())
    parts.message.register(take_times, StateFilter(Announcing.when), HasText())
    return parts
