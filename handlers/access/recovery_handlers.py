"""A lost password: number, code, new password."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.access.numbers import parse_number
from domain.access.recovery import CheckRecoveryCode, SendRecoveryCode, StartRecovery
from domain.people.models import Person
from handlers.access import views
from handlers.access.callbacks import SendRecovery
from handlers.access.states import Access
from handlers.ui.filters import HasText
from handlers.ui.links import OpenRecovery
from handlers.ui.screen import Answer
from locales.translator import Translator


async def open_recovery(
    event: CallbackQuery | Message, person: Person, tr: Translator, start_recovery: StartRecovery, state: FSMContext
) -> Answer:
    forget = isinstance(event, Message)
    if (offer := await start_recovery.of_own(person)) is not None:
        await state.set_state(None)
        return Answer(views.offer_screen(offer, tr), forget=forget)
    await state.set_state(Access.lost_number)
    return Answer(views.lost_number_screen(tr), forget=forget)


async def answer_lost_number(
    message: Message, text: str, person: Person, tr: Translator, start_recovery: StartRecovery, state: FSMContext
) -> Answer:
    number = parse_number(text)
    if number is None:
        return Answer(views.lost_number_screen(tr, wrong=True), forget=True)
    offer = await start_recovery(person, number)
    await state.set_state(None)
    return Answer(views.offer_screen(offer, tr), forget=True)


async def send_recovery(
    event: CallbackQuery,
    callback_data: SendRecovery,
    person: Person,
    tr: Translator,
    send_recovery_code: SendRecoveryCode,
    state: FSMContext,
) -> Answer:
    sent = await send_recovery_code(person, callback_data.way)
    await state.set_state(Access.code)
    return Answer(views.code_screen(sent, tr))


async def answer_code(
    message: Message,
    text: str,
    person: Person,
    tr: Translator,
    check_recovery_code: CheckRecoveryCode,
    state: FSMContext,
) -> Answer:
    await check_recovery_code(person, text)
    await state.set_state(Access.new)
    return Answer(views.new_password_screen(tr), forget=True)


def router() -> Router:
    """The handlers of recovery."""
    recovery = Router(name="recovery")
    recovery.callback_query.register(open_recovery, OpenRecovery.filter())
    recovery.message.register(open_recovery, Command("recover"))
    recovery.message.register(answer_lost_number, StateFilter(Access.lost_number), HasText())
    recovery.callback_query.register(send_recovery, SendRecovery.filter())
    recovery.message.register(answer_code, StateFilter(Access.code), HasText())
    return recovery
