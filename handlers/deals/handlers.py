"""Why the cart costs what it does; promo codes, points and gifts."""

from __future__ import annotations

from datetime import tzinfo

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.deals.use_cases import ChooseGift, UseCode, UsePoints
from domain.ordering.carts import ShowCart
from domain.people.models import Person
from domain.points.use_cases import ShowPoints
from domain.pricing.promotions import PromotionId
from domain.shared.ids import ArticleId
from handlers.deals import views
from handlers.deals.callbacks import (
    AskCode,
    AskPoints,
    DropCode,
    PickGift,
    PointsPage,
    SpendPoints,
    TakeGift,
)
from handlers.deals.states import Dealing
from handlers.ui.filters import HasText
from handlers.ui.links import OpenPoints, WhyPrice
from handlers.ui.screen import Answer
from locales.translator import Translator


async def why(event: CallbackQuery, person: Person, tr: Translator, show_cart: ShowCart, state: FSMContext) -> Answer:
    await state.set_state(None)
    return Answer(views.why_screen(await show_cart(person), tr))


async def ask_code(event: CallbackQuery | Message, tr: Translator, state: FSMContext) -> Answer:
    await state.set_state(Dealing.code)
    return Answer(views.code_screen(tr), forget=isinstance(event, Message))


async def use_code(
    message: Message, text: str, person: Person, tr: Translator, use_code: UseCode, state: FSMContext
) -> Answer:
    priced = await use_code(person, text)
    await state.set_state(None)
    return Answer(views.why_screen(priced, tr), forget=True)


async def drop_code(event: CallbackQuery, person: Person, tr: Translator, use_code: UseCode) -> Answer:
    return Answer(views.why_screen(await use_code.drop(person), tr))


async def spend_points(
    event: CallbackQuery, callback_data: SpendPoints, person: Person, tr: Translator, use_points: UsePoints
) -> Answer:
    return Answer(views.why_screen(await use_points(person, callback_data.points), tr))


async def ask_points(
    event: CallbackQuery, person: Person, tr: Translator, show_cart: ShowCart, state: FSMContext
) -> Answer:
    await state.set_state(Dealing.points)
    return Answer(views.points_ask_screen(await show_cart(person), tr))


async def type_points(
    message: Message, text: str, person: Person, tr: Translator, use_points: UsePoints, state: FSMContext
) -> Answer:
    priced = await use_points(person, whole(text))
    await state.set_state(None)
    return Answer(views.why_screen(priced, tr), forget=True)


async def pick_gift(
    event: CallbackQuery, callback_data: PickGift, person: Person, tr: Translator, show_cart: ShowCart
) -> Answer:
    return Answer(views.gifts_screen(await show_cart(person), PromotionId(callback_data.promotion), tr))


async def take_gift(
    event: CallbackQuery, callback_data: TakeGift, person: Person, tr: Translator, choose_gift: ChooseGift
) -> Answer:
    press = callback_data
    priced = await choose_gift(person, PromotionId(press.promotion), ArticleId(press.article))
    return Answer(views.why_screen(priced, tr), toast=tr.plain("gift-taken"))


async def open_points(
    event: CallbackQuery | Message, person: Person, tr: Translator, zone: tzinfo, show_points: ShowPoints
) -> Answer:
    return Answer(views.points_screen(await show_points(person), tr, zone), forget=isinstance(event, Message))


async def points_page(
    event: CallbackQuery,
    callback_data: PointsPage,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    show_points: ShowPoints,
) -> Answer:
    return Answer(views.points_screen(await show_points(person, callback_data.page), tr, zone))


def whole(text: str) -> int:
    """The number somebody typed; 0 for what is none."""
    digits = "".join(sign for sign in text if sign in "0123456789")
    return min(int(digits or "0"), 10**9)


def router() -> Router:
    """The handlers about prices."""
    deals = Router(name="deals")
    deals.callback_query.register(why, WhyPrice.filter())
    deals.callback_query.register(ask_code, AskCode.filter())
    deals.message.register(ask_code, Command("promocode"))
    deals.message.register(use_code, StateFilter(Dealing.code), HasText())
    deals.callback_query.register(drop_code, DropCode.filter())
    deals.callback_query.register(spend_points, SpendPoints.filter())
    deals.callback_query.register(ask_points, AskPoints.filter())
    deals.message.register(type_points, StateFilter(Dealing.points), HasText())
    deals.callback_query.register(pick_gift, PickGift.filter())
    deals.callback_query.register(take_gift, TakeGift.filter())
    deals.callback_query.register(open_points, OpenPoints.filter())
    deals.message.register(open_points, Command("points"))
    deals.callback_query.register(points_page, PointsPage.filter())
    return deals
