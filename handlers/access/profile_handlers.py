"""The cabinet from the inside: its accounts, and leaving it."""

from __future__ import annotations

from datetime import tzinfo

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.access.bindings import LogOut, ShowProfile, Unbind
from domain.people.models import Person
from handlers.access import views
from handlers.access.callbacks import AskLogOut, AskUnbind, LeaveCabinet, NotMe, UnbindAccount
from handlers.ui.links import OpenProfile
from handlers.ui.screen import Answer
from locales.translator import Translator


async def open_profile(
    event: CallbackQuery | Message,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    show_profile: ShowProfile,
    state: FSMContext,
) -> Answer:
    await state.set_state(None)
    return Answer(views.profile_screen(await show_profile(person), tr, zone), forget=isinstance(event, Message))


async def ask_unbind(event: CallbackQuery, callback_data: AskUnbind, tr: Translator) -> Answer:
    return Answer(views.ask_unbind_screen(callback_data.binding, tr))


async def unbind_account(
    event: CallbackQuery,
    callback_data: UnbindAccount,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    unbind: Unbind,
    show_profile: ShowProfile,
) -> Answer:
    await unbind(person, callback_data.binding)
    screen = views.profile_screen(await show_profile(person), tr, zone)
    return Answer(screen, toast=tr.plain("access-unbound"))


async def not_me(
    event: CallbackQuery,
    callback_data: NotMe,
    person: Person,
    tr: Translator,
    unbind: Unbind,
    state: FSMContext,
) -> Answer:
    await unbind.disown(person, callback_data.binding)
    await state.set_state(None)
    return Answer(views.disowned_screen(tr))


async def ask_log_out(event: CallbackQuery | Message, tr: Translator, state: FSMContext) -> Answer:
    await state.set_state(None)
    return Answer(views.ask_log_out_screen(tr), forget=isinstance(event, Message))


async def leave_cabinet(
    event: CallbackQuery,
    callback_data: LeaveCabinet,
    person: Person,
    tr: Translator,
    log_out: LogOut,
    state: FSMContext,
) -> Answer:
    left = await log_out(person, everywhere=callback_data.everywhere)
    await state.clear()
    return Answer(views.left_screen(tr), messages=(views.left_message(left, tr),))


def router() -> Router:
    """The handlers of the profile."""
    profile = Router(name="profile")
    profile.callback_query.register(open_profile, OpenProfile.filter())
    profile.message.register(open_profile, Command("profile"))
    profile.callback_query.register(ask_unbind, AskUnbind.filter())
    profile.callback_query.register(unbind_account, UnbindAccount.filter())
    profile.callback_query.register(not_me, NotMe.filter())
    profile.callback_query.register(ask_log_out, AskLogOut.filter())
    profile.message.register(ask_log_out, Command("logout"))
    profile.callback_query.register(leave_cabinet, LeaveCabinet.filter())
    return profile
