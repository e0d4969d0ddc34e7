"""Frequent questions: reading, finding, and the admins' edits; the same edits of ready answers to tickets."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.faq.models import Book, book_of
from domain.faq.use_cases import EditFaq, ReadFaq
from domain.people.models import Person
from domain.shared.ids import PressKey, new_press_key
from handlers.faq import views
from handlers.faq.callbacks import (
    EditQuestion,
    HideQuestion,
    NewQuestion,
    NewReadyAnswer,
    OpenQuestion,
    RestoreQuestion,
    SearchFaq,
)
from handlers.faq.states import Asking, EditingFaq
from handlers.ui.filters import HasText
from handlers.ui.links import OpenFaq, OpenReadyAnswers
from handlers.ui.screen import Answer
from locales.translator import Translator


async def open_list(
    event: CallbackQuery | Message,
    person: Person,
    tr: Translator,
    read_faq: ReadFaq,
    state: FSMContext,
    callback_data: OpenFaq | OpenReadyAnswers | None = None,
) -> Answer:
    book = Book.READY if isinstance(callback_data, OpenReadyAnswers) else Book.QUESTIONS
    # Whoever looks at the questions may type their own.
    await state.set_state(Asking.words if book is Book.QUESTIONS else None)
    page = await read_faq(person, callback_data.page if callback_data else 0, book)
    return Answer(views.list_screen(page, book, person, tr), forget=isinstance(event, Message))


async def open_one(
    event: CallbackQuery,
    callback_data: OpenQuestion,
    person: Person,
    tr: Translator,
    read_faq: ReadFaq,
    state: FSMContext,
) -> Answer:
    entry = await read_faq.open(person, callback_data.slug)
    await state.set_state(None)
    return Answer(views.entry_screen(entry, callback_data.page, person, tr))


async def ask(event: CallbackQuery, tr: Translator, state: FSMContext) -> Answer:
    await state.set_state(Asking.words)
    return Answer(views.ask_screen(tr))


async def look_for(message: Message, text: str, person: Person, tr: Translator, read_faq: ReadFaq) -> Answer:
    """The state stays: the next words look again."""
    return Answer(views.found_screen(await read_faq.find(person, text), text, tr))


async def edit(
    event: CallbackQuery,
    callback_data: EditQuestion,
    person: Person,
    tr: Translator,
    read_faq: ReadFaq,
    state: FSMContext,
) -> Answer:
    person.require_admin()
    entry = await read_faq.open(person, callback_data.slug)
    await state.set_state(EditingFaq.text)
    await state.update_data(faq={"slug": entry.slug})
    return Answer(views.edit_screen(entry, entry.book, tr))


async def new(
    event: CallbackQuery,
    callback_data: NewQuestion | NewReadyAnswer,
    person: Person,
    tr: Translator,
    state: FSMContext,
) -> Answer:
    person.require_admin()
    book = Book.READY if isinstance(callback_data, NewReadyAnswer) else Book.QUESTIONS
    await state.set_state(EditingFaq.text)
    await state.update_data(faq={"key": new_press_key(), "book": book.value})
    return Answer(views.edit_screen(None, book, tr))


async def save(
    message: Message, text: str, person: Person, tr: Translator, edit_faq: EditFaq, state: FSMContext
) -> Answer:
    kept = (await state.get_data()).get("faq", {})
    if "slug" in kept:
        entry = await edit_faq.save(person, kept["slug"], text)
    else:
        book = Book(kept.get("book", Book.QUESTIONS))
        entry = await edit_faq.add(person, text, PressKey(kept.get("key", "")), book)
    await state.set_state(None)
    return Answer(views.entry_screen(entry, 0, person, tr))


async def hide(
    event: CallbackQuery, callback_data: HideQuestion, person: Person, tr: Translator, edit_faq: EditFaq
) -> Answer:
    entry = await edit_faq.hide(person, callback_data.slug, callback_data.hidden)
    return Answer(views.entry_screen(entry, 0, person, tr))


async def restore(
    event: CallbackQuery,
    callback_data: RestoreQuestion,
    person: Person,
    tr: Translator,
    edit_faq: EditFaq,
    read_faq: ReadFaq,
) -> Answer:
    await edit_faq.restore(person, callback_data.slug)
    book = book_of(callback_data.slug)
    return Answer(views.list_screen(await read_faq(person, 0, book), book, person, tr))


def router() -> Router:
    """The handlers of frequent questions."""
    faq = Router(name="faq")
    faq.message.register(open_list, Command("faq"))
    faq.callback_query.register(open_list, OpenFaq.filter())
    faq.callback_query.register(open_list, OpenReadyAnswers.filter())
    faq.callback_query.register(open_one, OpenQuestion.filter())
    faq.callback_query.register(ask, SearchFaq.filter())
    faq.message.register(look_for, StateFilter(Asking.words), HasText())
    faq.callback_query.register(edit, EditQuestion.filter())
    faq.callback_query.register(new, NewQuestion.filter())
    faq.callback_query.register(new, NewReadyAnswer.filter())
    faq.message.register(save, StateFilter(EditingFaq.text), HasText())
    faq.callback_query.register(hide, HideQuestion.filter())
    faq.callback_query.register(restore, RestoreQuestion.filter())
    return faq
