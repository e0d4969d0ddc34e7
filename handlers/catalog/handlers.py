"""Browsing."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.catalog.use_cases import ListCategories, ListProducts
from domain.ordering.carts import ChangeCart
from domain.ordering.product_card import ShowProduct
from domain.people.models import Person
from domain.proposals.gather import GatherGoods
from domain.shared.ids import ArticleId, CategoryId, ProductId
from domain.wishes.use_cases import LookAt
from handlers.catalog import views
from handlers.catalog.callbacks import CountProduct, OpenCategory, OpenProduct, TurnPicture
from handlers.proposals.gathering import gathered, with_bar
from handlers.proposals.product_views import product_for_client
from handlers.ui.links import OpenCatalog
from handlers.ui.menu import MenuFilter
from handlers.ui.screen import Answer
from locales.translator import Translator


async def open_catalog(
    event: CallbackQuery | Message,
    person: Person,
    tr: Translator,
    list_categories: ListCategories,
    gather_goods: GatherGoods,
    state: FSMContext,
) -> Answer:
    await state.set_state(None)
    screen = views.categories_screen(await list_categories(person), tr)
    bar = await gathered(state, person, gather_goods)
    return Answer(with_bar(screen, bar, tr), forget=isinstance(event, Message))


async def open_category(
    event: CallbackQuery,
    callback_data: OpenCategory,
    person: Person,
    tr: Translator,
    list_products: ListProducts,
    gather_goods: GatherGoods,
    state: FSMContext,
) -> Answer:
    category, page = await list_products(person, CategoryId(callback_data.category), callback_data.page)
    bar = await gathered(state, person, gather_goods)
    return Answer(with_bar(views.products_screen(category, page, tr), bar, tr))


async def open_product(
    event: CallbackQuery,
    callback_data: OpenProduct,
    person: Person,
    tr: Translator,
    show_product: ShowProduct,
    look_at: LookAt,
    gather_goods: GatherGoods,
    state: FSMContext,
) -> Answer:
    product_id = ProductId(callback_data.product)
    card = await show_product(person, product_id)
    marks = await look_at(person, product_id)
    article, page = ArticleId(callback_data.article), callback_data.page
    if (bar := await gathered(state, person, gather_goods)) is not None:
        return Answer(product_for_client(card, article, page, bar, tr, marks))
    return Answer(views.product_screen(card, article, page, tr, marks))


async def turn_picture(
    event: CallbackQuery,
    callback_data: TurnPicture,
    person: Person,
    tr: Translator,
    show_product: ShowProduct,
    look_at: LookAt,
    gather_goods: GatherGoods,
    state: FSMContext,
) -> Answer:
    at = callback_data
    card = await show_product(person, ProductId(at.product))
    marks = await look_at(person, ProductId(at.product))
    if (bar := await gathered(state, person, gather_goods)) is not None:
        return Answer(product_for_client(card, ArticleId(at.article), at.page, bar, tr, marks, at.picture))
    return Answer(views.product_screen(card, ArticleId(at.article), at.page, tr, marks, at.picture))


async def count_product(
    event: CallbackQuery,
    callback_data: CountProduct,
    person: Person,
    tr: Translator,
    change_cart: ChangeCart,
    show_product: ShowProduct,
    look_at: LookAt,
) -> Answer:
    article = ArticleId(callback_data.article)
    cart = await change_cart(person, article, callback_data.step)
    card = await show_product(person, ProductId(callback_data.product), cart)
    toast = tr("cart-now", count=card.cart.quantity_of(article))
    marks = await look_at(person, ProductId(callback_data.product))
    return Answer(views.product_screen(card, article, callback_data.page, tr, marks), toast=toast)


def router() -> Router:
    """The catalog's handlers."""
    catalog = Router(name="catalog")
    catalog.callback_query.register(open_catalog, OpenCatalog.filter())
    catalog.message.register(open_catalog, Command("catalog"))
    catalog.message.register(open_catalog, MenuFilter("menu-catalog"))
    catalog.callback_query.register(open_category, OpenCategory.filter())
    catalog.callback_query.register(open_product, OpenProduct.filter())
    catalog.callback_query.register(turn_picture, TurnPicture.filter())
    catalog.callback_query.register(count_product, CountProduct.filter())
    return catalog
