"""Orders after they are placed."""

from __future__ import annotations

from datetime import tzinfo

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.ordering.decide_order import DecideOrder, ListOrders, ShowOrder
from domain.people.models import Person
from domain.shared.ids import OrderId
from handlers.ordering import order_views as views
from handlers.ordering.callbacks import AskDecide, Decide, OpenOrder, OrderPage
from handlers.ui.links import OpenOrders
from handlers.ui.menu import MenuFilter
from handlers.ui.screen import Answer
from locales.translator import Translator


async def own_orders(
    event: Message, person: Person, tr: Translator, zone: tzinfo, list_orders: ListOrders, state: FSMContext
) -> Answer:
    await state.set_state(None)
    page = await list_orders(person, 0)
    return Answer(views.orders_screen(page, serving=False, tr=tr, zone=zone), forget=True)


async def served_orders(
    event: Message, person: Person, tr: Translator, zone: tzinfo, list_orders: ListOrders
) -> Answer:
    page = await list_orders(person, 0, serving=True)
    return Answer(views.orders_screen(page, serving=True, tr=tr, zone=zone), forget=True)


async def open_orders(
    event: CallbackQuery,
    callback_data: OpenOrders,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    list_orders: ListOrders,
    state: FSMContext,
) -> Answer:
    await state.set_state(None)
    page = await list_orders(person, 0, serving=callback_data.serving)
    return Answer(views.orders_screen(page, serving=callback_data.serving, tr=tr, zone=zone))


async def turn_page(
    event: CallbackQuery,
    callback_data: OrderPage,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    list_orders: ListOrders,
) -> Answer:
    page = await list_orders(person, callback_data.page, serving=callback_data.serving)
    return Answer(views.orders_screen(page, serving=callback_data.serving, tr=tr, zone=zone))


async def open_order(
    event: CallbackQuery, callback_data: OpenOrder, person: Person, tr: Translator, zone: tzinfo, show_order: ShowOrder
) -> Answer:
    order = await show_order(person, OrderId(callback_data.order))
    serving, page = callback_data.serving, callback_data.page
    return Answer(views.order_screen(order, person, tr, zone, serving=serving, page=page))


async def ask_decide(
    event: CallbackQuery, callback_data: AskDecide, person: Person, tr: Translator, show_order: ShowOrder
) -> Answer:
    order = await show_order(person, OrderId(callback_data.order))
    return Answer(views.sure_screen(order, callback_data.decision, tr, serving=views.serves(person, order)))


async def decide(
    event: CallbackQuery, callback_data: Decide, person: Person, tr: Translator, zone: tzinfo, decide_order: DecideOrder
) -> Answer:
    order = await decide_order(person, OrderId(callback_data.order), callback_data.decision)
    screen = views.order_screen(order, person, tr, zone, serving=views.serves(person, order))
    return Answer(screen, toast=tr(f"decided-{order.state}", number=order.number))


def router() -> Router:
    """The orders' handlers."""
    orders = Router(name="orders")
    orders.message.register(own_orders, Command("orders"))
    orders.message.register(own_orders, MenuFilter("menu-orders"))
    orders.message.register(served_orders, MenuFilter("menu-served"))
    orders.callback_query.register(open_orders, OpenOrders.filter())
    orders.callback_query.register(turn_page, OrderPage.filter())
    orders.callback_query.register(open_order, OpenOrder.filter())
    orders.callback_query.register(ask_decide, AskDecide.filter())
    orders.callback_query.register(decide, Decide.filter())
    return orders
