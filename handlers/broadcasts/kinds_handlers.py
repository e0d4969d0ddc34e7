"""What people do with announcements: fewer, none, or on to what one is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import tzinfo

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.broadcasts.choosing import ChooseKinds
from domain.broadcasts.follow import FollowLinks
from domain.broadcasts.links import CategoryLink, ProductLink
from domain.broadcasts.models import BroadcastId
from domain.catalog.use_cases import ListProducts
from domain.ordering.product_card import ShowProduct
from domain.people.models import Person
from domain.pricing.promotions import PromotionId
from domain.shared.ids import ArticleId
from domain.wishes.use_cases import LookAt
from handlers.broadcasts.callbacks import (
    AgreeAgain,
    Fewer,
    FollowLink,
    SeePromotion,
    StopAll,
    StopKinds,
    StopPromotions,
    WantKind,
)
from handlers.broadcasts.kinds_views import kinds_screen
from handlers.broadcasts.parts_views import promotion_screen
from handlers.catalog import views as catalog
from handlers.ui.company import Company
from handlers.ui.links import OpenKinds
from handlers.ui.screen import Answer
from locales.translator import Translator


async def open_kinds(
    event: CallbackQuery, person: Person, tr: Translator, company: Company, choose_kinds: ChooseKinds
) -> Answer:
    return Answer(kinds_screen(await choose_kinds(person), company, tr))


async def fewer(
    event: CallbackQuery,
    callback_data: Fewer,
    person: Person,
    tr: Translator,
    company: Company,
    choose_kinds: ChooseKinds,
) -> Answer:
    if not callback_data.broadcast:
        return Answer(toast=tr.plain("broadcast-only-preview"), alert=True)
    wanted = await choose_kinds.want(person, callback_data.kind, False)
    toast = tr.plain("kinds-muted", kind=tr.plain(f"broadcast-kind-{callback_data.kind}"))
    return Answer(kinds_screen(wanted, company, tr), toast=toast, fresh=True)


async def want_kind(
    event: CallbackQuery,
    callback_data: WantKind,
    person: Person,
    tr: Translator,
    company: Company,
    choose_kinds: ChooseKinds,
) -> Answer:
    wanted = await choose_kinds.want(person, callback_data.kind, callback_data.on)
    return Answer(kinds_screen(wanted, company, tr), toast=tr.plain("kinds-saved"))


async def stop_all(
    event: CallbackQuery,
    person: Person,
    tr: Translator,
    company: Company,
    choose_kinds: ChooseKinds,
    callback_data: StopAll | StopPromotions,
) -> Answer:
    if isinstance(callback_data, StopAll) and not callback_data.broadcast:
        return Answer(toast=tr.plain("broadcast-only-preview"), alert=True)
    wanted = await choose_kinds.stop(person)
    toast = tr.plain("broadcast-stopped")
    return Answer(kinds_screen(wanted, company, tr, stopped=True), toast=toast, fresh=True)


async def stop_kinds(
    event: CallbackQuery, person: Person, tr: Translator, company: Company, choose_kinds: ChooseKinds
) -> Answer:
    wanted = await choose_kinds.stop(person)
    return Answer(kinds_screen(wanted, company, tr, stopped=True), toast=tr.plain("broadcast-stopped"))


async def agree_again(
    event: CallbackQuery,
    callback_data: AgreeAgain,
    person: Person,
    tr: Translator,
    company: Company,
    choose_kinds: ChooseKinds,
) -> Answer:
    wanted = await choose_kinds.agree(person, callback_data.version)
    return Answer(kinds_screen(wanted, company, tr))


async def follow_link(
    event: CallbackQuery,
    callback_data: FollowLink,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    follow_links: FollowLinks,
    show_product: ShowProduct,
    look_at: LookAt,
    list_products: ListProducts,
) -> Answer:
    link = await follow_links(person, BroadcastId(callback_data.broadcast), callback_data.number)
    if isinstance(link, ProductLink):
        card = await show_product(person, link.product)
        shown = Answer(catalog.product_screen(card, ArticleId(0), 0, tr, await look_at(person, link.product)))
    elif isinstance(link, CategoryLink):
        category, page = await list_products(person, link.category, 0)
        shown = Answer(catalog.products_screen(category, page, tr))
    else:
        promotion = await follow_links.promotion(PromotionId(link.promotion))
        shown = Answer(promotion_screen(promotion, tr, zone))
    return replace(shown, fresh=True)


async def see_promotion(
    event: CallbackQuery,
    callback_data: SeePromotion,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    follow_links: FollowLinks,
) -> Answer:
    promotion = await follow_links.promotion(PromotionId(callback_data.promotion))
    return Answer(promotion_screen(promotion, tr, zone), fresh=True)


def router() -> Router:
    """The handlers of those who get announcements."""
    kinds = Router(name="kinds")
    kinds.callback_query.register(open_kinds, OpenKinds.filter())
    kinds.callback_query.register(fewer, Fewer.filter())
    kinds.callback_query.register(want_kind, WantKind.filter())
    kinds.callback_query.register(stop_all, StopAll.filter())
    kinds.callback_query.register(stop_all, StopPromotions.filter())
    kinds.callback_query.register(stop_kinds, StopKinds.filter())
    kinds.callback_query.register(agree_again, AgreeAgain.filter())
    kinds.callback_query.register(follow_link, FollowLink.filter())
    kinds.callback_query.register(see_promotion, SeePromotion.filter())
    return kinds
