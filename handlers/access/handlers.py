"""Logging in, and a new password. What is typed here opens a cabinet: it is deleted from the chat at once."""

from __future__ import annotations

from datetime import tzinfo

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.access.bindings import ShowProfile
from domain.access.log_in import LoggedIn, LogIn, MustChange, Refused
from domain.access.numbers import parse_number
from domain.access.passwords import ConfirmPassword, SetPassword
from domain.people.models import Person
from handlers.access import views
from handlers.access.callbacks import ChangePassword
from handlers.access.states import Access
from handlers.ui.filters import HasText
from handlers.ui.links import OpenLogin
from handlers.ui.screen import Answer
from locales.translator import Translator


async def open_login(event: CallbackQuery | Message, tr: Translator, state: FSMContext) -> Answer:
    await state.set_state(Access.number)
    return Answer(views.number_screen(tr), forget=isinstance(event, Message))


async def answer_number(message: Message, text: str, tr: Translator, state: FSMContext) -> Answer:
    number = parse_number(text)
    if number is None:
        return Answer(views.number_screen(tr, wrong=True), forget=True)
    await state.update_data(number=number)
    await state.set_state(Access.password)
    return Answer(views.password_screen(number, tr), forget=True)


async def answer_password(
    message: Message,
    text: str,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    log_in: LogIn,
    show_profile: ShowProfile,
    state: FSMContext,
) -> Answer:
    number = (await state.get_data()).get("number")
    if not isinstance(number, str):
        return await open_login(message, tr, state)
    match await log_in(person, number, text):
        case Refused(until):
            return Answer(views.refused_screen(until, tr, zone), forget=True)
        case MustChange():
            await state.set_state(Access.new)
            return Answer(views.new_password_screen(tr, first=True), forget=True)
        case LoggedIn(entered):
            return await inside(entered, tr, zone, show_profile, state)


async def inside(person: Person, tr: Translator, zone: tzinfo, show_profile: ShowProfile, state: FSMContext) -> Answer:
    """The person has just entered: their menu, and the cabinet from the inside."""
    await state.clear()
    screen = views.profile_screen(await show_profile(person), tr, zone)
    return Answer(screen, messages=(views.entered_message(person, tr),), forget=True)


async def change_password(event: CallbackQuery, tr: Translator, state: FSMContext) -> Answer:
    await state.set_state(Access.present)
    return Answer(views.present_password_screen(tr))


async def answer_present(
    message: Message, text: str, person: Person, tr: Translator, confirm_password: ConfirmPassword, state: FSMContext
) -> Answer:
    if not await confirm_password(person, text):
        return Answer(views.present_password_screen(tr, wrong=True), forget=True)
    await state.set_state(Access.new)
    return Answer(views.new_password_screen(tr), forget=True)


async def answer_new(
    message: Message,
    text: str,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    set_password: SetPassword,
    show_profile: ShowProfile,
    state: FSMContext,
) -> Answer:
    return await inside(await set_password(person, text), tr, zone, show_profile, state)


def router() -> Router:
    """The handlers of numbers and passwords."""
    access = Router(name="access")
    access.callback_query.register(open_login, OpenLogin.filter())
    access.message.register(open_login, Command("login"))
    access.message.register(answer_number, StateFilter(Access.number), HasText())
    access.message.register(answer_password, StateFilter(Access.password), HasText())
    access.callback_query.register(change_password, ChangePassword.filter())
    access.message.register(answer_present, StateFilter(Access.present), HasText())
    access.message.register(answer_new, StateFilter(Access.new), HasText())
    return access
