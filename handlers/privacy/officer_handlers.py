"""The officer reads, corrects, answers, puts off."""

from __future__ import annotations

from datetime import tzinfo

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.people.models import Person
from domain.personal.corrections import Correct
from domain.personal.models import Kind
from domain.personal.questions import AnswerQuestion, ExtendQuestion
from domain.personal.reading import OpenRequest
from domain.personal.use_cases import DecideRequest
from handlers.privacy import request_views as views
from handlers.privacy.callbacks import AskAnswer, AskExtension, ReadWords
from handlers.privacy.states import Answering
from handlers.ui.filters import HasText
from handlers.ui.screen import Answer
from locales.translator import Translator


async def read_words(
    event: CallbackQuery, callback_data: ReadWords, person: Person, tr: Translator, open_request: OpenRequest
) -> Answer:
    await open_request(person, callback_data.request)
    return Answer(toast=tr.plain("requests-words-coming"))


async def ask_answer(
    event: CallbackQuery,
    callback_data: AskAnswer,
    person: Person,
    tr: Translator,
    decide_request: DecideRequest,
    state: FSMContext,
) -> Answer:
    request, _ = await decide_request.show(person, callback_data.request)
    await state.set_state(Answering.answer)
    await state.update_data(request=request.id)
    return Answer(views.ask_answer_screen(request, tr))


async def answer(
    message: Message,
    text: str,
    person: Person,
    tr: Translator,
    decide_request: DecideRequest,
    correct: Correct,
    answer_question: AnswerQuestion,
    state: FSMContext,
) -> Answer:
    request, _ = await decide_request.show(person, int((await state.get_data()).get("request", 0)))
    if request.kind is Kind.CORRECTION:
        await correct(person, request.id, text)
    else:
        await answer_question(person, request.id, text)
    await state.clear()
    return Answer(views.answered_screen(tr), forget=True)


async def ask_extension(
    event: CallbackQuery,
    callback_data: AskExtension,
    person: Person,
    tr: Translator,
    decide_request: DecideRequest,
    state: FSMContext,
) -> Answer:
    request, _ = await decide_request.show(person, callback_data.request)
    await state.set_state(Answering.extension)
    await state.update_data(request=request.id)
    return Answer(views.ask_extension_screen(request, tr))


async def extend(
    message: Message,
    text: str,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    extend_question: ExtendQuestion,
    state: FSMContext,
) -> Answer:
    request = await extend_question(person, int((await state.get_data()).get("request", 0)), text)
    await state.clear()
    return Answer(views.extended_screen(request, tr, zone), forget=True)


def router() -> Router:
    """The handlers of answering."""
    answers = Router(name="answers")
    answers.callback_query.register(read_words, ReadWords.filter())
    answers.callback_query.register(ask_answer, AskAnswer.filter())
    answers.callback_query.register(ask_extension, AskExtension.filter())
    answers.message.register(answer, StateFilter(Answering.answer), HasText())
    answers.message.register(extend, StateFilter(Answering.extension), HasText())
    return answers
