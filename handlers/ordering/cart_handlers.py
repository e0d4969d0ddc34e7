"""The cart and the way to an order."""

from __future__ import annotations

from datetime import tzinfo

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.delivery.use_cases import Addresses, FindPoint
from domain.ordering.carts import ChangeCart, ShowCart
from domain.ordering.checkout import Checkout
from domain.ordering.place_order import PlaceOrder
from domain.payments.receipt import Tax
from domain.people.models import Person
from domain.shared.ids import ArticleId, PressKey
from domain.shared.money import Money
from handlers.delivery.answers import next_screen
from handlers.ordering import cart_views as views
from handlers.ordering.callbacks import (
    AddComment,
    AgreeToChanges,
    AskClearCart,
    CartPage,
    ChooseDelivery,
    ClearCart,
    CountLine,
    PlaceOrderPress,
    Summarise,
)
from handlers.ordering.states import Ordering
from handlers.payments.views import awaiting_screen, invoice_screen
from handlers.proposals.gathering import end_gathering
from handlers.ui.filters import HasText
from handlers.ui.links import OpenCart
from handlers.ui.menu import MenuFilter
from handlers.ui.screen import Answer
from locales.translator import Translator


async def open_cart(
    event: CallbackQuery | Message, person: Person, tr: Translator, show_cart: ShowCart, state: FSMContext
) -> Answer:
    await state.set_state(None)
    # Whoever looks into their own cart shops for themselves again.
    await end_gathering(state)
    priced = await show_cart(person)
    return Answer(views.cart_screen(priced, 0, tr), forget=isinstance(event, Message))


async def turn_page(
    event: CallbackQuery, callback_data: CartPage, person: Person, tr: Translator, show_cart: ShowCart
) -> Answer:
    priced = await show_cart(person)
    return Answer(views.cart_screen(priced, callback_data.page, tr))


async def count_line(
    event: CallbackQuery, callback_data: CountLine, person: Person, tr: Translator, change_cart: ChangeCart
) -> Answer:
    priced = await change_cart(person, ArticleId(callback_data.article), callback_data.step)
    return Answer(views.cart_screen(priced, callback_data.page, tr))


async def ask_clear(event: CallbackQuery, person: Person, tr: Translator, show_cart: ShowCart) -> Answer:
    priced = await show_cart(person)
    return Answer(views.clear_screen(priced, tr))


async def clear_cart(event: CallbackQuery, person: Person, tr: Translator, change_cart: ChangeCart) -> Answer:
    priced = await change_cart.clear(person)
    return Answer(views.cart_screen(priced, 0, tr), toast=tr("cart-cleared"))


async def agree(event: CallbackQuery, person: Person, tr: Translator, change_cart: ChangeCart) -> Answer:
    return Answer(views.cart_screen(await change_cart.agree(person), 0, tr), toast=tr("cart-agreed"))


async def ask_comment(event: CallbackQuery, tr: Translator, state: FSMContext) -> Answer:
    await state.set_state(Ordering.comment)
    return Answer(views.comment_screen(tr))


async def keep_comment(
    message: Message,
    text: str,
    person: Person,
    tr: Translator,
    change_cart: ChangeCart,
    show_cart: ShowCart,
    state: FSMContext,
) -> Answer:
    await change_cart.comment(person, text)
    await state.set_state(None)
    return Answer(views.cart_screen(await show_cart(person), 0, tr), forget=True)


async def choose_delivery(event: CallbackQuery, person: Person, tr: Translator, checkout: Checkout) -> Answer:
    summary = await checkout(person, None)
    return Answer(views.delivery_screen(summary, tr))


async def summarise(
    event: CallbackQuery,
    callback_data: Summarise,
    person: Person,
    tr: Translator,
    checkout: Checkout,
    addresses: Addresses,
    find_point: FindPoint,
) -> Answer:
    summary = await checkout(person, callback_data.delivery)
    return Answer(await next_screen(summary, person, addresses, find_point, tr))


async def place(
    event: CallbackQuery,
    callback_data: PlaceOrderPress,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    place_order: PlaceOrder,
    tax: Tax,
) -> Answer:
    press = callback_data
    order = await place_order(person, PressKey(press.key), press.delivery, press.version, Money(press.total))
    if order.awaits_payment:
        invoice = invoice_screen(order, tax, tr)
        return Answer(awaiting_screen(order, tr, zone), toast=tr("placed-toast"), messages=(invoice,))
    return Answer(views.placed_screen(order, tr), toast=tr("placed-toast"))


def router() -> Router:
    """The cart's handlers."""
    cart = Router(name="cart")
    cart.callback_query.register(open_cart, OpenCart.filter())
    cart.message.register(open_cart, Command("cart"))
    cart.message.register(open_cart, MenuFilter("menu-cart"))
    cart.callback_query.register(turn_page, CartPage.filter())
    cart.callback_query.register(count_line, CountLine.filter())
    cart.callback_query.register(ask_clear, AskClearCart.filter())
    cart.callback_query.register(clear_cart, ClearCart.filter())
    cart.callback_query.register(agree, AgreeToChanges.filter())
    cart.callback_query.register(ask_comment, AddComment.filter())
    cart.message.register(keep_comment, StateFilter(Ordering.comment), HasText())
    cart.callback_query.register(choose_delivery, ChooseDelivery.filter())
    cart.callback_query.register(summarise, Summarise.filter())
    cart.callback_query.register(place, PlaceOrderPress.filter())
    return cart
