"""The list of what a consultant has to do for clients."""

from __future__ import annotations

from dataclasses import replace

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.clients.care import TaskId
from domain.clients.todo import TodoList
from domain.consultants.use_cases import ShowConsultant
from domain.people.models import Person
from handlers.clients import todo_views as views
from handlers.clients.todo_callbacks import OpenBirthdays, OpenTask, PutOffTask, SendCare, SkipTask
from handlers.ui.links import OpenTodo
from handlers.ui.screen import Answer
from locales.translator import Translator


async def open_todo(
    event: CallbackQuery | Message,
    person: Person,
    tr: Translator,
    todo_list: TodoList,
    state: FSMContext,
    callback_data: OpenTodo | None = None,
) -> Answer:
    await state.set_state(None)
    page = await todo_list(person, callback_data.page if callback_data else 0)
    return Answer(views.todo_screen(page, tr), forget=isinstance(event, Message))


async def open_task(
    event: CallbackQuery,
    callback_data: OpenTask,
    person: Person,
    tr: Translator,
    todo_list: TodoList,
    show_consultant: ShowConsultant,
) -> Answer:
    task = await todo_list.open(person, TaskId(callback_data.task))
    consultant = await show_consultant(task.consultant_id)
    return Answer(views.task_screen(task, views.preview(task, consultant, tr), callback_data.page, tr))


async def send(
    event: CallbackQuery, callback_data: SendCare, person: Person, tr: Translator, todo_list: TodoList
) -> Answer:
    await todo_list.send(person, TaskId(callback_data.task))
    return await _list(person, callback_data.page, "todo-sent", tr, todo_list)


async def skip(
    event: CallbackQuery, callback_data: SkipTask, person: Person, tr: Translator, todo_list: TodoList
) -> Answer:
    await todo_list.skip(person, TaskId(callback_data.task))
    return await _list(person, callback_data.page, "todo-skipped", tr, todo_list)


async def put_off(
    event: CallbackQuery, callback_data: PutOffTask, person: Person, tr: Translator, todo_list: TodoList
) -> Answer:
    await todo_list.put_off(person, TaskId(callback_data.task), callback_data.days)
    return await _list(person, callback_data.page, "todo-put-off", tr, todo_list)


async def _list(person: Person, page: int, toast: str, tr: Translator, todo_list: TodoList) -> Answer:
    return replace(Answer(views.todo_screen(await todo_list(person, page), tr)), toast=tr.plain(toast))


async def birthdays(event: CallbackQuery, person: Person, tr: Translator, todo_list: TodoList) -> Answer:
    return Answer(views.birthdays_screen(await todo_list.birthdays(person), tr))


def router() -> Router:
    """The handlers of things to do."""
    todo = Router(name="todo")
    todo.callback_query.register(open_todo, OpenTodo.filter())
    todo.message.register(open_todo, Command("todo"))
    todo.callback_query.register(open_task, OpenTask.filter())
    todo.callback_query.register(send, SendCare.filter())
    todo.callback_query.register(skip, SkipTask.filter())
    todo.callback_query.register(put_off, PutOffTask.filter())
    todo.callback_query.register(birthdays, OpenBirthdays.filter())
    return todo
