"""The staff look somebody up: masks for all of them, full data for the data officer alone."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.audit.personal import LookUp, OpenPersonal
from domain.people.models import Person
from domain.shared.ids import CustomerId
from handlers.staff import views
from handlers.staff.callbacks import AskReason, FindCabinet
from handlers.staff.states import Reading
from handlers.ui.filters import HasText
from handlers.ui.screen import Answer
from locales.translator import Translator


async def ask_number(event: CallbackQuery | Message, person: Person, tr: Translator, state: FSMContext) -> Answer:
    person.require_staff()
    await state.set_state(Reading.number)
    return Answer(views.number_screen(tr), forget=isinstance(event, Message))


async def answer_number(
    message: Message, text: str, person: Person, tr: Translator, find_cabinet: LookUp, state: FSMContext
) -> Answer:
    found = await find_cabinet(person, text)
    await state.set_state(None)
    return Answer(views.masked_screen(found, person, tr), forget=True)


async def ask_reason(
    event: CallbackQuery, callback_data: AskReason, person: Person, tr: Translator, state: FSMContext
) -> Answer:
    person.require_officer()
    await state.set_state(Reading.reason)
    await state.update_data(read=callback_data.customer)
    return Answer(views.reason_screen(tr))


async def answer_reason(
    message: Message, text: str, person: Person, tr: Translator, open_personal: OpenPersonal, state: FSMContext
) -> Answer:
    await open_personal(person, CustomerId(int((await state.get_data()).get("read", 0))), text)
    await state.clear()
    return Answer(views.opened_screen(tr), forget=True)


def router() -> Router:
    """The handlers of looking somebody up."""
    staff = Router(name="staff")
    staff.callback_query.register(ask_number, FindCabinet.filter())
    staff.message.register(ask_number, Command("person"))
    staff.callback_query.register(ask_reason, AskReason.filter())
    staff.message.register(answer_number, StateFilter(Reading.number), HasText())
    staff.message.register(answer_reason, StateFilter(Reading.reason), HasText())
    return staff
