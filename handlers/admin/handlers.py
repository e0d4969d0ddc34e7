"""Managing the cabinet; for the staff alone."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.catalog.use_cases import ListCategories, ListProducts, SetOnSale
from domain.people.models import Person
from domain.shared.ids import CategoryId, ProductId
from handlers.admin import views
from handlers.admin.callbacks import ManageCategories, ManageCategory, SetSale
from handlers.ui.links import OpenAdmin
from handlers.ui.menu import MenuFilter
from handlers.ui.screen import Answer
from locales.translator import Translator


async def open_panel(event: CallbackQuery | Message, person: Person, tr: Translator, state: FSMContext) -> Answer:
    person.require_staff()
    await state.set_state(None)
    return Answer(views.panel_screen(person, tr), forget=isinstance(event, Message))


async def open_categories(
    event: CallbackQuery, person: Person, tr: Translator, list_categories: ListCategories
) -> Answer:
    person.require_content()
    return Answer(views.categories_screen(await list_categories(person, managing=True), tr))


async def open_category(
    event: CallbackQuery, callback_data: ManageCategory, person: Person, tr: Translator, list_products: ListProducts
) -> Answer:
    person.require_content()
    category, page = await list_products(person, CategoryId(callback_data.category), callback_data.page)
    return Answer(views.products_screen(category, page, tr))


async def set_sale(
    event: CallbackQuery,
    callback_data: SetSale,
    person: Person,
    tr: Translator,
    set_on_sale: SetOnSale,
    list_products: ListProducts,
) -> Answer:
    product = await set_on_sale(person, ProductId(callback_data.product), callback_data.on_sale)
    category, page = await list_products(person, CategoryId(callback_data.category), callback_data.page)
    toast = tr.plain("admin-now-on" if product.on_sale else "admin-now-off")
    return Answer(views.products_screen(category, page, tr), toast=toast)


def router() -> Router:
    """The admins' handlers."""
    admin = Router(name="admin")
    admin.callback_query.register(open_panel, OpenAdmin.filter())
    admin.message.register(open_panel, Command("admin"))
    admin.message.register(open_panel, MenuFilter("menu-admin"))
    admin.callback_query.register(open_categories, ManageCategories.filter())
    admin.callback_query.register(open_category, ManageCategory.filter())
    admin.callback_query.register(set_sale, SetSale.filter())
    return admin
