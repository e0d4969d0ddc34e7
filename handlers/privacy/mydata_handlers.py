"""A copy of one's own data, and having it destroyed. Each after the password, which is deleted from the chat."""

from __future__ import annotations

from datetime import tzinfo

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.access.errors import ProofNeeded
from domain.access.passwords import ConfirmPassword
from domain.joining.use_cases import ShowForm
from domain.people.models import Person
from domain.personal.use_cases import AskCopy, AskErasure
from handlers.joining.views import review_screen
from handlers.privacy import mydata_views as views
from handlers.privacy.callbacks import CancelErasure, ConfirmErasure
from handlers.privacy.states import MyData
from handlers.ui.filters import HasText
from handlers.ui.links import OpenCorrection, OpenErasure, OpenMyData
from handlers.ui.screen import Answer
from locales.translator import Translator


async def open_my_data(
    event: CallbackQuery | Message, person: Person, tr: Translator, ask_copy: AskCopy, state: FSMContext
) -> Answer:
    forget = isinstance(event, Message)
    try:
        await ask_copy(person)
    except ProofNeeded:
        await state.set_state(MyData.copy)
        return Answer(views.password_screen(tr), forget=forget)
    return Answer(views.copy_screen(tr), forget=forget)


async def answer_copy(
    message: Message,
    text: str,
    person: Person,
    tr: Translator,
    confirm_password: ConfirmPassword,
    ask_copy: AskCopy,
    state: FSMContext,
) -> Answer:
    if not await confirm_password(person, text):
        return Answer(views.password_screen(tr, wrong=True), forget=True)
    await state.set_state(None)
    await ask_copy(person)
    return Answer(views.copy_screen(tr), forget=True)


async def open_erasure(
    event: CallbackQuery, person: Person, tr: Translator, zone: tzinfo, ask_erasure: AskErasure, state: FSMContext
) -> Answer:
    await state.set_state(None)
    return Answer(views.erasure_screen(person, *await ask_erasure.of(person), tr, zone))


async def confirm_erasure(
    event: CallbackQuery, person: Person, tr: Translator, zone: tzinfo, ask_erasure: AskErasure, state: FSMContext
) -> Answer:
    try:
        await ask_erasure(person)
    except ProofNeeded:
        await state.set_state(MyData.erasure)
        return Answer(views.password_screen(tr))
    return Answer(views.erasure_screen(person, *await ask_erasure.of(person), tr, zone))


async def answer_erasure(
    message: Message,
    text: str,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    confirm_password: ConfirmPassword,
    ask_erasure: AskErasure,
    state: FSMContext,
) -> Answer:
    if not await confirm_password(person, text):
        return Answer(views.password_screen(tr, wrong=True), forget=True)
    await state.set_state(None)
    await ask_erasure(person)
    return Answer(views.erasure_screen(person, *await ask_erasure.of(person), tr, zone), forget=True)


async def cancel_erasure(event: CallbackQuery, person: Person, tr: Translator, ask_erasure: AskErasure) -> Answer:
    await ask_erasure.cancel(person)
    return Answer(views.cancelled_screen(tr), toast=tr.plain("erasure-cancelled-toast"))


async def open_correction(event: CallbackQuery, tr: Translator, state: FSMContext) -> Answer:
    await state.set_state(MyData.correction)
    return Answer(views.password_screen(tr))


async def answer_correction(
    message: Message,
    text: str,
    person: Person,
    tr: Translator,
    confirm_password: ConfirmPassword,
    show_form: ShowForm,
    state: FSMContext,
) -> Answer:
    if not await confirm_password(person, text):
        return Answer(views.password_screen(tr, wrong=True), forget=True)
    await state.set_state(None)
    return Answer(review_screen(await show_form(person), tr), forget=True)


def router() -> Router:
    """The handlers of copy and erasure."""
    mine = Router(name="mydata")
    mine.callback_query.register(open_my_data, OpenMyData.filter())
    mine.message.register(open_my_data, Command("mydata"))
    mine.message.register(answer_copy, StateFilter(MyData.copy), HasText())
    mine.callback_query.register(open_erasure, OpenErasure.filter())
    mine.callback_query.register(confirm_erasure, ConfirmErasure.filter())
    mine.message.register(answer_erasure, StateFilter(MyData.erasure), HasText())
    mine.callback_query.register(cancel_erasure, CancelErasure.filter())
    mine.callback_query.register(open_correction, OpenCorrection.filter())
    mine.message.register(answer_correction, StateFilter(MyData.correction), HasText())
    return mine
