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
from domain.shared.ids import ArticleId, CategoryId, ProductId
from domain.wishes.use_cases import LookAt
from handlers.catalog import views
from handlers.catalog.callbacks import CountProduct, OpenCategory, OpenProduct, TurnPicture
from handlers.ui.links import OpenCatalog
from handlers.ui.menu import MenuFilter
from handlers.ui.screen import Answer
from locales.translator import Translator


async def open_catalog(
    event: CallbackQuery | Message, person: Person, tr: Translator, list_categories: ListCategories, state: FSMContext
) -> Answer:
    await state.set_state(None)
    categories = await list_categories(person)
    return Answer(views.categories_screen(categories, tr), forget=isinstance(event, Message))


async def open_category(
    event: CallbackQuery, callback_data: OpenCategory, person: Person, tr: Translator, list_products: ListProducts
) -> Answer:
    category, page = await list_products(person, CategoryId(callback_data.category), callback_data.page)
    return Answer(views.products_screen(category, page, tr))


async def open_product(
    event: CallbackQuery,
    callback_data: OpenProduct,
    person: Person,
    tr: Translator,
    show_product: ShowProduct,
    look_at: LookAt,
) -> Answer:
    product_id = ProductId(callback_data.product)
    card = await show_product(person, product_id)
    marks = await look_at(person, product_id)
    return Answer(views.product_screen(card, ArticleId(callback_data.article), callback_data.page, tr, marks))


async def turn_picture(
    event: CallbackQuery,
    callback_data: TurnPicture,
    person: Person,
    tr: Translator,
    show_product: ShowProduct,
    look_at: LookAt,
) -> Answer:
    at = callback_data
    card = await show_product(person, ProductId(at.product))
    marks = await look_at(person, ProductId(at.product))
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
    await change_cart(person, article, callback_data.step)
    card = await show_product(person, ProductId(callback_data.product))
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
