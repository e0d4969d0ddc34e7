"""Buying again, changing an order, and the wish to be reminded."""

from __future__ import annotations

from dataclasses import replace

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from domain.delivery.use_cases import Addresses, FindPoint
from domain.ordering.carts import ShowCart
from domain.ordering.checkout import Checkout
from domain.ordering.decide_order import ShowOrder
from domain.ordering.reorder import WishReorders
from domain.ordering.repeat import ChangeOrder
from domain.ordering.repeat import RepeatOrder as RepeatCase
from domain.people.models import Person
from domain.shared.ids import OrderId
from handlers.delivery.answers import next_screen
from handlers.ordering import repeat_views as views
from handlers.ordering.cart_handlers import open_cart
from handlers.ordering.repeat_callbacks import (
    AskChange,
    ChangePress,
    ReorderWish,
    RepeatAtOnce,
    RepeatOrder,
    RepeatPress,
)
from handlers.ui.screen import Answer
from locales.translator import Translator


async def preview(
    event: CallbackQuery,
    callback_data: RepeatOrder,
    person: Person,
    tr: Translator,
    repeat_order: RepeatCase,
    wish_reorders: WishReorders,
) -> Answer:
    order, lines = await repeat_order.preview(person, OrderId(callback_data.order))
    wished, way = await wish_reorders.is_on(person), await repeat_order.way(person)
    return Answer(views.repeat_screen(order, lines, tr, wished=wished, way=way))


async def repeat(
    event: CallbackQuery,
    callback_data: RepeatPress,
    person: Person,
    tr: Translator,
    repeat_order: RepeatCase,
    show_cart: ShowCart,
    state: FSMContext,
) -> Answer:
    await repeat_order(person, OrderId(callback_data.order))
    answer = await open_cart(event, person, tr, show_cart, state)
    return replace(answer, toast=tr.plain("repeat-done"))


async def repeat_at_once(
    event: CallbackQuery,
    callback_data: RepeatAtOnce,
    person: Person,
    tr: Translator,
    repeat_order: RepeatCase,
    show_cart: ShowCart,
    checkout: Checkout,
    addresses: Addresses,
    find_point: FindPoint,
    state: FSMContext,
) -> Answer:
    await repeat_order(person, OrderId(callback_data.order))
    priced = await show_cart(person)
    if not priced.cart.lines or priced.cart.has_changes:
        return await open_cart(event, person, tr, show_cart, state)
    screen = await next_screen(await checkout.as_chosen(person), person, addresses, find_point, tr)
    return Answer(screen, toast=tr.plain("repeat-done"))


async def ask_change(
    event: CallbackQuery, callback_data: AskChange, person: Person, tr: Translator, show_order: ShowOrder
) -> Answer:
    return Answer(views.change_screen(await show_order(person, OrderId(callback_data.order)), tr))


async def change(
    event: CallbackQuery,
    callback_data: ChangePress,
    person: Person,
    tr: Translator,
    change_order: ChangeOrder,
    show_cart: ShowCart,
    state: FSMContext,
) -> Answer:
    await change_order(person, OrderId(callback_data.order))
    answer = await open_cart(event, person, tr, show_cart, state)
    return replace(answer, toast=tr.plain("change-done"))


async def wish(
    event: CallbackQuery,
    callback_data: ReorderWish,
    person: Person,
    tr: Translator,
    wish_reorders: WishReorders,
    repeat_order: RepeatCase,
) -> Answer:
    await wish_reorders(person, callback_data.on)
    order, lines = await repeat_order.preview(person, OrderId(callback_data.order))
    toast = tr.plain("reorder-on" if callback_data.on else "reorder-off")
    way = await repeat_order.way(person)
    return Answer(views.repeat_screen(order, lines, tr, wished=callback_data.on, way=way), toast=toast)


def router() -> Router:
    """The handlers of buying again."""
    again = Router(name="again")
    again.callback_query.register(preview, RepeatOrder.filter())
    again.callback_query.register(repeat, RepeatPress.filter())
    again.callback_query.register(repeat_at_once, RepeatAtOnce.filter())
    again.callback_query.register(ask_change, AskChange.filter())
    again.callback_query.register(change, ChangePress.filter())
    again.callback_query.register(wish, ReorderWish.filter())
    return again
