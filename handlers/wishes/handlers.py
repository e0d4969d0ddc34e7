"""Favourites, what was seen, comparing, watching, and the details of a product."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.ordering.product_card import ShowProduct
from domain.people.models import Person
from domain.search.shades import FindShade
from domain.shared.ids import ArticleId, ProductId
from domain.wishes.use_cases import Compare, ListWishes, LookAt, Mark, ShowDetails, WatchArticle
from handlers.catalog import views as catalog_views
from handlers.catalog.lists import OpenComparison, OpenFavourites, OpenSeen
from handlers.search import views as search_views
from handlers.ui.screen import Answer
from handlers.wishes import views
from handlers.wishes.callbacks import DropCompared, Favour, LikeShade, OpenDetails, PutToCompare, Watch
from locales.translator import Translator


async def open_details(
    event: CallbackQuery, callback_data: OpenDetails, person: Person, tr: Translator, show_details: ShowDetails
) -> Answer:
    at = callback_data
    product, details = await show_details(ProductId(at.product))
    return Answer(views.details_screen(product, details, ArticleId(at.article), at.page, at.picture, tr))


async def favour(
    event: CallbackQuery,
    callback_data: Favour,
    person: Person,
    tr: Translator,
    mark: Mark,
    show_product: ShowProduct,
    look_at: LookAt,
) -> Answer:
    await mark(person, "favourite", ProductId(callback_data.product), callback_data.on)
    toast = tr.plain("wish-favoured" if callback_data.on else "wish-unfavoured")
    return await _card(callback_data, person, tr, show_product, look_at, toast)


async def compare_it(
    event: CallbackQuery,
    callback_data: PutToCompare,
    person: Person,
    tr: Translator,
    mark: Mark,
    show_product: ShowProduct,
    look_at: LookAt,
) -> Answer:
    put = await mark(person, "compared", ProductId(callback_data.product), callback_data.on)
    toast = tr.plain("compare-put" if put else "compare-full")
    return await _card(callback_data, person, tr, show_product, look_at, toast)


async def watch(
    event: CallbackQuery,
    callback_data: Watch,
    person: Person,
    tr: Translator,
    watch_article: WatchArticle,
    show_product: ShowProduct,
    look_at: LookAt,
) -> Answer:
    at = callback_data
    done = await watch_article(person, ProductId(at.product), ArticleId(at.article), at.on)
    key = "wish-here-already" if not done else "wish-watching" if at.on else "wish-unwatched"
    return await _card(callback_data, person, tr, show_product, look_at, tr.plain(key))


async def _card(
    at: Favour | PutToCompare | Watch,
    person: Person,
    tr: Translator,
    show_product: ShowProduct,
    look_at: LookAt,
    toast: str,
) -> Answer:
    product_id = ProductId(at.product)
    marks = await look_at(person, product_id)
    card = await show_product(person, product_id)
    return Answer(catalog_views.product_screen(card, ArticleId(at.article), at.page, tr, marks), toast=toast)


async def open_favourites(
    event: CallbackQuery, callback_data: OpenFavourites, person: Person, tr: Translator, list_wishes: ListWishes
) -> Answer:
    page = await list_wishes(person, "favourites", callback_data.page)
    return Answer(views.list_screen("favourites", page, tr))


async def open_seen(
    event: CallbackQuery, callback_data: OpenSeen, person: Person, tr: Translator, list_wishes: ListWishes
) -> Answer:
    return Answer(views.list_screen("seen", await list_wishes(person, "seen", callback_data.page), tr))


async def open_comparison(event: CallbackQuery, person: Person, tr: Translator, compare: Compare) -> Answer:
    return Answer(views.comparison_screen(await compare(person), tr))


async def drop_compared(
    event: CallbackQuery, callback_data: DropCompared, person: Person, tr: Translator, mark: Mark, compare: Compare
) -> Answer:
    await mark(person, "compared", ProductId(callback_data.product), on=False)
    return Answer(views.comparison_screen(await compare(person), tr))


async def like_shade(event: CallbackQuery, callback_data: LikeShade, tr: Translator, find_shade: FindShade) -> Answer:
    colour, found = await find_shade.like(ArticleId(callback_data.article))
    return Answer(search_views.shades_screen(colour, found, ProductId(0), tr))


def router() -> Router:
    """The handlers of wishes."""
    wishes = Router(name="wishes")
    wishes.callback_query.register(open_details, OpenDetails.filter())
    wishes.callback_query.register(favour, Favour.filter())
    wishes.callback_query.register(compare_it, PutToCompare.filter())
    wishes.callback_query.register(watch, Watch.filter())
    wishes.callback_query.register(open_favourites, OpenFavourites.filter())
    wishes.callback_query.register(open_seen, OpenSeen.filter())
    wishes.callback_query.register(open_comparison, OpenComparison.filter())
    wishes.callback_query.register(drop_compared, DropCompared.filter())
    wishes.callback_query.register(like_shade, LikeShade.filter())
    return wishes
