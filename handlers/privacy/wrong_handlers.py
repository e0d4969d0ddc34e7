"""Saying that something held is wrong, and asking about one's own data. What is typed is deleted from the chat."""

from __future__ import annotations

from datetime import tzinfo
from typing import Any

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.access.errors import ProofNeeded
from domain.access.passwords import ConfirmPassword
from domain.joining.models import Step
from domain.people.models import Person
from domain.personal.corrections import AskCorrection
from domain.personal.questions import AskQuestion
from handlers.privacy import wrong_views as views
from handlers.privacy.callbacks import CancelWrong, SayWrong
from handlers.privacy.mydata_views import password_screen
from handlers.privacy.states import MyData
from handlers.ui.filters import HasText
from handlers.ui.links import OpenQuestion, OpenWrong
from handlers.ui.screen import Answer
from locales.translator import Translator


async def open_wrong(
    event: CallbackQuery, person: Person, tr: Translator, zone: tzinfo, ask_correction: AskCorrection, state: FSMContext
) -> Answer:
    await state.clear()
    return Answer(views.wrong_screen(*await ask_correction.of(person), tr, zone))


async def say_wrong(
    event: CallbackQuery,
    callback_data: SayWrong,
    person: Person,
    tr: Translator,
    ask_correction: AskCorrection,
    state: FSMContext,
) -> Answer:
    about = callback_data.about
    await state.update_data(about=about)
    try:
        await ask_correction.may(person, about)
    except ProofNeeded:
        await state.set_state(MyData.wrong_proof)
        return Answer(password_screen(tr))
    await state.set_state(MyData.wrong)
    return Answer(views.say_screen(about, tr))


async def answer_proof(
    message: Message, text: str, person: Person, tr: Translator, confirm_password: ConfirmPassword, state: FSMContext
) -> Answer:
    if not await confirm_password(person, text):
        return Answer(password_screen(tr, wrong=True), forget=True)
    await state.set_state(MyData.wrong)
    return Answer(views.say_screen(_about(await state.get_data()), tr), forget=True)


async def answer_wrong(
    message: Message,
    text: str,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    ask_correction: AskCorrection,
    state: FSMContext,
) -> Answer:
    request = await ask_correction(person, _about(await state.get_data()), text)
    await state.clear()
    return Answer(views.taken_screen(request, tr, zone), forget=True)


def _about(data: dict[str, Any]) -> Step | None:
    about = data.get("about")
    return None if about is None else Step(about)


async def cancel_wrong(
    event: CallbackQuery,
    callback_data: CancelWrong,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    ask_correction: AskCorrection,
) -> Answer:
    await ask_correction.cancel(person, callback_data.request)
    screen = views.wrong_screen(*await ask_correction.of(person), tr, zone)
    return Answer(screen, toast=tr.plain("wrong-cancelled"))


async def open_question(
    event: CallbackQuery, person: Person, tr: Translator, zone: tzinfo, ask_question: AskQuestion, state: FSMContext
) -> Answer:
    waiting = await ask_question.of(person)
    await state.set_state(None if waiting else MyData.question)
    return Answer(views.waiting_screen(waiting, tr, zone) if waiting else views.question_screen(tr))


async def answer_question(
    message: Message,
    text: str,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    ask_question: AskQuestion,
    state: FSMContext,
) -> Answer:
    request = await ask_question(person, text)
    await state.set_state(None)
    return Answer(views.waiting_screen(request, tr, zone), forget=True)


def router() -> Router:
    """The handlers of corrections and questions."""
    wrong = Router(name="wrong")
    wrong.callback_query.register(open_wrong, OpenWrong.filter())
    wrong.callback_query.register(say_wrong, SayWrong.filter())
    wrong.callback_query.register(cancel_wrong, CancelWrong.filter())
    wrong.callback_query.register(open_question, OpenQuestion.filter())
    wrong.message.register(answer_proof, StateFilter(MyData.wrong_proof), HasText())
    wrong.message.register(answer_wrong, StateFilter(MyData.wrong), HasText())
    wrong.message.register(answer_question, StateFilter(MyData.question), HasText())
    return wrong
