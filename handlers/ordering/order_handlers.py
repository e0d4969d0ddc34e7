"""Orders after they are placed: looking through them, and taking them on."""

from __future__ import annotations

from datetime import tzinfo

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.ordering.decide_order import DecideOrder, ShowOrder
from domain.ordering.find_orders import FindOrders, Group, Period
from domain.ordering.papers import AskPaper
from domain.people.models import Person
from domain.shared.ids import OrderId
from handlers.ordering import card_views
from handlers.ordering import order_views as views
from handlers.ordering.callbacks import AskDecide, Decide, OpenOrder, OrderPage
from handlers.ordering.life_callbacks import (
    AskSearch,
    CardDecide,
    OpenBelow,
    OpenListed,
    OrderList,
    SendPaper,
    SendSheet,
)
from handlers.ordering.life_rows import serves
from handlers.ordering.states import OrderLife
from handlers.ui.filters import HasText
from handlers.ui.links import OpenOrders
from handlers.ui.menu import MenuFilter
from handlers.ui.screen import Answer, Screen
from locales.translator import Translator

QUERY, SERVING = "orders_query", "orders_serving"
"""Where the conversation's data keep what was searched for, and on which side."""


async def own_orders(
    event: Message, person: Person, tr: Translator, zone: tzinfo, find_orders: FindOrders, state: FSMContext
) -> Answer:
    await state.set_state(None)
    return Answer(await _list(person, tr, zone, find_orders, OrderList()), forget=True)


async def served_orders(
    event: Message, person: Person, tr: Translator, zone: tzinfo, find_orders: FindOrders, state: FSMContext
) -> Answer:
    await state.set_state(None)
    return Answer(await _list(person, tr, zone, find_orders, OrderList(serving=True)), forget=True)


async def open_orders(
    event: CallbackQuery,
    callback_data: OpenOrders,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    find_orders: FindOrders,
    state: FSMContext,
) -> Answer:
    await state.set_state(None)
    return Answer(await _list(person, tr, zone, find_orders, OrderList(serving=callback_data.serving)))


async def turn_page(
    event: CallbackQuery,
    callback_data: OrderPage | OrderList,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    find_orders: FindOrders,
    state: FSMContext,
) -> Answer:
    if isinstance(callback_data, OrderPage):
        # Of before there were ways to narrow a list down.
        callback_data = OrderList(serving=callback_data.serving, page=callback_data.page)
    query = str((await state.get_data()).get(QUERY, "")) if callback_data.found else ""
    return Answer(await _list(person, tr, zone, find_orders, callback_data, query))


async def _list(
    person: Person, tr: Translator, zone: tzinfo, find_orders: FindOrders, at: OrderList, query: str = ""
) -> Screen:
    found = await find_orders(person, at.page, serving=at.serving, group=at.group, period=at.period, query=query)
    return views.orders_screen(found, serving=at.serving, tr=tr, zone=zone)


async def ask_search(event: CallbackQuery, callback_data: AskSearch, tr: Translator, state: FSMContext) -> Answer:
    await state.set_state(OrderLife.search)
    await state.update_data({SERVING: callback_data.serving})
    return Answer(views.search_screen(tr, serving=callback_data.serving))


async def search(
    message: Message,
    text: str,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    find_orders: FindOrders,
    state: FSMContext,
) -> Answer:
    serving = bool((await state.get_data()).get(SERVING)) and (person.is_admin or person.own_consultant_id is not None)
    await state.set_state(None)
    await state.update_data({QUERY: text[:64]})
    at = OrderList(serving=serving, group=Group.ALL, period=Period.ALL, found=True)
    return Answer(await _list(person, tr, zone, find_orders, at, text), forget=True)


async def open_order(
    event: CallbackQuery,
    callback_data: OpenOrder | OpenListed,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    show_order: ShowOrder,
    state: FSMContext,
) -> Answer:
    await state.set_state(None)
    order, events = await show_order.events(person, OrderId(callback_data.order))
    at = callback_data
    way_back = OrderList(serving=at.serving, page=at.page).pack()
    if isinstance(at, OpenListed):
        narrowed = OrderList(serving=at.serving, group=at.group, period=at.period, found=at.found, page=at.page)
        way_back = narrowed.pack()
    return Answer(views.order_screen(order, events, person, tr, zone, serving=at.serving, way_back=way_back))


async def open_below(
    event: CallbackQuery, callback_data: OpenBelow, person: Person, tr: Translator, zone: tzinfo, show_order: ShowOrder
) -> Answer:
    return Answer(await shown(person, OrderId(callback_data.order), tr, zone, show_order), fresh=True)


async def shown(person: Person, order_id: OrderId, tr: Translator, zone: tzinfo, show_order: ShowOrder) -> Screen:
    """The order as it is now, from the side the person stands on."""
    order, events = await show_order.events(person, order_id)
    return views.order_screen(order, events, person, tr, zone, serving=serves(person, order))


async def ask_decide(
    event: CallbackQuery, callback_data: AskDecide, person: Person, tr: Translator, show_order: ShowOrder
) -> Answer:
    order = await show_order(person, OrderId(callback_data.order))
    return Answer(views.sure_screen(order, callback_data.decision, tr, serving=serves(person, order)))


async def decide(
    event: CallbackQuery,
    callback_data: Decide,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    decide_order: DecideOrder,
    show_order: ShowOrder,
) -> Answer:
    order = await decide_order(person, OrderId(callback_data.order), callback_data.decision)
    screen = await shown(person, order.id, tr, zone, show_order)
    return Answer(screen, toast=tr.plain(f"decided-{order.state}", number=order.number))


async def decide_in_card(
    event: CallbackQuery,
    callback_data: CardDecide,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    decide_order: DecideOrder,
    show_order: ShowOrder,
) -> Answer:
    decided = await decide_order(person, OrderId(callback_data.order), callback_data.decision)
    order, events = await show_order.events(person, decided.id)
    screen = card_views.card_of(order, person, tr, zone, len(events))
    return Answer(screen, toast=tr.plain(f"decided-{order.state}", number=order.number))


async def send_paper(
    event: CallbackQuery, callback_data: SendPaper, person: Person, tr: Translator, ask_paper: AskPaper
) -> Answer:
    await ask_paper.order(person, OrderId(callback_data.order))
    return Answer(toast=tr.plain("paper-coming"))


async def send_sheet(
    event: CallbackQuery, callback_data: SendSheet, person: Person, tr: Translator, ask_paper: AskPaper
) -> Answer:
    at = callback_data
    await ask_paper.sheet(person, serving=at.serving, group=at.group, period=at.period)
    return Answer(toast=tr.plain("paper-coming"))


def router() -> Router:
    """The orders' handlers."""
    orders = Router(name="orders")
    orders.message.register(own_orders, Command("orders"))
    orders.message.register(own_orders, MenuFilter("menu-orders"))
    orders.message.register(served_orders, MenuFilter("menu-served"))
    orders.message.register(search, StateFilter(OrderLife.search), HasText())
    orders.callback_query.register(open_orders, OpenOrders.filter())
    orders.callback_query.register(turn_page, OrderPage.filter())
    orders.callback_query.register(turn_page, OrderList.filter())
    orders.callback_query.register(ask_search, AskSearch.filter())
    orders.callback_query.register(open_order, OpenOrder.filter())
    orders.callback_query.register(open_order, OpenListed.filter())
    orders.callback_query.register(open_below, OpenBelow.filter())
    orders.callback_query.register(ask_decide, AskDecide.filter())
    orders.callback_query.register(decide, Decide.filter())
    orders.callback_query.register(decide_in_card, CardDecide.filter())
    orders.callback_query.register(send_paper, SendPaper.filter())
    orders.callback_query.register(send_sheet, SendSheet.filter())
    return orders
