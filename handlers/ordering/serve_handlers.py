"""What is done with an order beside taking it on: tracking, notes, money, returns, handing over."""

from __future__ import annotations

from datetime import tzinfo

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.ordering.decide_order import ShowOrder
from domain.ordering.returns import AskReturn, DecideReturn
from domain.ordering.serve import HandOver, NoteToCustomer, RemindConsultant, ShipOrder, TakeMoney
from domain.people.models import Person
from domain.shared.ids import ConsultantId, OrderId
from handlers.ordering import card_views as views
from handlers.ordering.life_callbacks import (
    AcceptReturn,
    AskHandOver,
    AskNote,
    AskReturnPress,
    AskTracking,
    HandOverPress,
    RefuseReturn,
    RemindPress,
    SkipTracking,
    TakeMoneyPress,
)
from handlers.ordering.order_handlers import shown
from handlers.ordering.states import OrderLife
from handlers.ui.filters import HasText
from handlers.ui.screen import Answer
from locales.translator import Translator

ORDER = "order"
"""Where the conversation's data keep which order is written about."""


async def _about(state: FSMContext) -> OrderId:
    return OrderId(int((await state.get_data()).get(ORDER, 0)))


async def ask_tracking(
    event: CallbackQuery,
    callback_data: AskTracking,
    person: Person,
    tr: Translator,
    show_order: ShowOrder,
    state: FSMContext,
) -> Answer:
    order = await show_order(person, OrderId(callback_data.order))
    await state.set_state(OrderLife.tracking)
    await state.update_data({ORDER: order.id})
    return Answer(views.tracking_screen(order, tr), fresh=True)


async def keep_tracking(
    message: Message,
    text: str,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    ship_order: ShipOrder,
    show_order: ShowOrder,
    state: FSMContext,
) -> Answer:
    order = await ship_order(person, await _about(state), text)
    await state.set_state(None)
    return Answer(await shown(person, order.id, tr, zone, show_order), forget=True)


async def skip_tracking(
    event: CallbackQuery,
    callback_data: SkipTracking,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    ship_order: ShipOrder,
    show_order: ShowOrder,
    state: FSMContext,
) -> Answer:
    order = await ship_order(person, OrderId(callback_data.order))
    await state.set_state(None)
    screen = await shown(person, order.id, tr, zone, show_order)
    return Answer(screen, toast=tr.plain("decided-shipped", number=order.number))


async def ask_note(
    event: CallbackQuery,
    callback_data: AskNote,
    person: Person,
    tr: Translator,
    show_order: ShowOrder,
    state: FSMContext,
) -> Answer:
    order = await show_order(person, OrderId(callback_data.order))
    await state.set_state(OrderLife.note)
    await state.update_data({ORDER: order.id})
    return Answer(views.note_screen(order, tr), fresh=True)


async def keep_note(
    message: Message,
    text: str,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    note_to_customer: NoteToCustomer,
    show_order: ShowOrder,
    state: FSMContext,
) -> Answer:
    order = await note_to_customer(person, await _about(state), text)
    await state.set_state(None)
    return Answer(await shown(person, order.id, tr, zone, show_order), forget=True)


async def take_money(
    event: CallbackQuery,
    callback_data: TakeMoneyPress,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    take_money: TakeMoney,
    show_order: ShowOrder,
) -> Answer:
    order = await take_money(person, OrderId(callback_data.order))
    return Answer(await shown(person, order.id, tr, zone, show_order), toast=tr.plain("money-taken"))


async def remind(
    event: CallbackQuery,
    callback_data: RemindPress,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    remind_consultant: RemindConsultant,
    show_order: ShowOrder,
) -> Answer:
    order = await remind_consultant(person, OrderId(callback_data.order), callback_data.version)
    return Answer(await shown(person, order.id, tr, zone, show_order), toast=tr.plain("consultant-reminded"))


async def ask_hand_over(
    event: CallbackQuery, callback_data: AskHandOver, person: Person, tr: Translator, hand_over: HandOver
) -> Answer:
    order, page = await hand_over.candidates(person, OrderId(callback_data.order), callback_data.page)
    return Answer(views.hand_over_screen(order, page, tr))


async def hand_over(
    event: CallbackQuery,
    callback_data: HandOverPress,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    hand_over: HandOver,
    show_order: ShowOrder,
) -> Answer:
    order = await hand_over(person, OrderId(callback_data.order), ConsultantId(callback_data.consultant))
    return Answer(await shown(person, order.id, tr, zone, show_order), toast=tr.plain("handed-over"))


async def ask_return(
    event: CallbackQuery,
    callback_data: AskReturnPress,
    person: Person,
    tr: Translator,
    show_order: ShowOrder,
    ask_return: AskReturn,
    state: FSMContext,
) -> Answer:
    order = await show_order(person, OrderId(callback_data.order))
    ask_return.check(order)
    await state.set_state(OrderLife.reason)
    await state.update_data({ORDER: order.id})
    return Answer(views.reason_screen(order, ask_return.days, tr))


async def keep_reason(
    message: Message,
    text: str,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    ask_return: AskReturn,
    show_order: ShowOrder,
    state: FSMContext,
) -> Answer:
    order = await ask_return(person, await _about(state), text)
    await state.set_state(None)
    return Answer(await shown(person, order.id, tr, zone, show_order), forget=True)


async def accept_return(
    event: CallbackQuery,
    callback_data: AcceptReturn,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    decide_return: DecideReturn,
    show_order: ShowOrder,
) -> Answer:
    order = await decide_return.accept(person, OrderId(callback_data.order), back=callback_data.back)
    screen = await shown(person, order.id, tr, zone, show_order)
    return Answer(screen, toast=tr.plain("decided-returned", number=order.number))


async def refuse_return(
    event: CallbackQuery,
    callback_data: RefuseReturn,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    decide_return: DecideReturn,
    show_order: ShowOrder,
) -> Answer:
    order = await decide_return.refuse(person, OrderId(callback_data.order))
    return Answer(await shown(person, order.id, tr, zone, show_order), toast=tr.plain("return-refused"))


def router() -> Router:
    """The handlers of serving an order, and of returns."""
    serve = Router(name="serve")
    serve.callback_query.register(ask_tracking, AskTracking.filter())
    serve.message.register(keep_tracking, StateFilter(OrderLife.tracking), HasText())
    serve.callback_query.register(skip_tracking, SkipTracking.filter())
    serve.callback_query.register(ask_note, AskNote.filter())
    serve.message.register(keep_note, StateFilter(OrderLife.note), HasText())
    serve.callback_query.register(take_money, TakeMoneyPress.filter())
    serve.callback_query.register(remind, RemindPress.filter())
    serve.callback_query.register(ask_hand_over, AskHandOver.filter())
    serve.callback_query.register(hand_over, HandOverPress.filter())
    serve.callback_query.register(ask_return, AskReturnPress.filter())
    serve.message.register(keep_reason, StateFilter(OrderLife.reason), HasText())
    serve.callback_query.register(accept_return, AcceptReturn.filter())
    serve.callback_query.register(refuse_return, RefuseReturn.filter())
    return serve
