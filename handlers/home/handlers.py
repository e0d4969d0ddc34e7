"""Home, help and language. All of it works in every state and leaves it."""

from __future__ import annotations

from dataclasses import replace

from aiogram import Router
from aiogram.filters import Command, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.hotline.use_cases import ShowHotline
from domain.people.home import ShowHome
from domain.people.models import Person
from domain.people.use_cases import ChooseLanguage
from handlers.home import help_views, views
from handlers.home.callbacks import OpenPage, Page, SetLanguage
from handlers.ui.company import Company
from handlers.ui.links import Home, HomeBelow, OpenHelp, OpenLanguage, OpenSupport
from handlers.ui.menu import MenuFilter
from handlers.ui.screen import Answer
from locales.translator import Translator, Translators


async def start(
    event: Message,
    person: Person,
    tr: Translator,
    company: Company,
    show_home: ShowHome,
    state: FSMContext,
) -> Answer:
    await state.set_state(None)
    screen = views.home_screen(person, await show_home(person), company, tr)
    return Answer(screen, messages=(views.welcome_message(person, company, tr),), forget=True)


async def go_home(
    event: CallbackQuery | Message,
    person: Person,
    tr: Translator,
    company: Company,
    show_home: ShowHome,
    state: FSMContext,
) -> Answer:
    await state.set_state(None)
    screen = views.home_screen(person, await show_home(person), company, tr)
    return Answer(screen, forget=isinstance(event, Message))


async def go_home_below(
    event: CallbackQuery,
    person: Person,
    tr: Translator,
    company: Company,
    show_home: ShowHome,
    state: FSMContext,
) -> Answer:
    return replace(await go_home(event, person, tr, company, show_home, state), fresh=True)


async def cancel(
    event: Message,
    person: Person,
    tr: Translator,
    company: Company,
    show_home: ShowHome,
    state: FSMContext,
    raw_state: str | None = None,
) -> Answer:
    await state.set_state(None)
    note = tr("home-cancelled") if raw_state else tr("home-nothing-to-cancel")
    return Answer(views.home_screen(person, await show_home(person), company, tr, note), forget=True)


async def open_help(
    event: CallbackQuery | Message,
    person: Person,
    tr: Translator,
    company: Company,
    show_hotline: ShowHotline,
    state: FSMContext,
) -> Answer:
    await state.set_state(None)
    screen = help_views.help_screen(person, company, tr, await show_hotline(person))
    return Answer(screen, forget=isinstance(event, Message))


async def open_page(
    event: CallbackQuery,
    callback_data: OpenPage,
    person: Person,
    tr: Translator,
    company: Company,
    show_hotline: ShowHotline,
) -> Answer:
    return Answer(help_views.page_screen(callback_data.page, company, tr, await show_hotline(person), person))


async def privacy(event: Message, tr: Translator, company: Company, state: FSMContext) -> Answer:
    await state.set_state(None)
    return Answer(help_views.page_screen(Page.PRIVACY, company, tr), forget=True)


async def terms(event: Message, tr: Translator, company: Company, state: FSMContext) -> Answer:
    await state.set_state(None)
    return Answer(help_views.page_screen(Page.TERMS, company, tr), forget=True)


async def support(
    event: CallbackQuery | Message,
    person: Person,
    tr: Translator,
    company: Company,
    show_hotline: ShowHotline,
    state: FSMContext,
) -> Answer:
    await state.set_state(None)
    screen = help_views.page_screen(Page.SUPPORT, company, tr, await show_hotline(person), person)
    return Answer(screen, forget=isinstance(event, Message))


async def open_language(event: CallbackQuery | Message, tr: Translator, state: FSMContext) -> Answer:
    await state.set_state(None)
    return Answer(views.language_screen(tr), forget=isinstance(event, Message))


async def set_language(
    event: CallbackQuery,
    callback_data: SetLanguage,
    person: Person,
    translators: Translators,
    company: Company,
    choose_language: ChooseLanguage,
    show_home: ShowHome,
) -> Answer:
    person = await choose_language(person, callback_data.language)
    tr = translators.for_language(person.language)
    screen = views.home_screen(person, await show_home(person), company, tr)
    return Answer(screen, messages=(views.language_message(person, tr),))


def router() -> Router:
    """Home's handlers. The consultants' router, which takes invites, stands before it."""
    home = Router(name="home")
    home.message.register(start, CommandStart())
    home.callback_query.register(go_home, Home.filter())
    home.callback_query.register(go_home_below, HomeBelow.filter())
    home.message.register(go_home, MenuFilter("menu-cabinet"))
    home.message.register(cancel, Command("cancel"))
    home.callback_query.register(open_help, OpenHelp.filter())
    home.message.register(open_help, Command("help"))
    home.message.register(open_help, MenuFilter("menu-help"))
    home.callback_query.register(open_page, OpenPage.filter())
    home.message.register(privacy, Command("privacy"))
    home.message.register(terms, Command("terms"))
    home.message.register(support, Command("support"))
    home.callback_query.register(support, OpenSupport.filter())
    home.callback_query.register(open_language, OpenLanguage.filter())
    home.message.register(open_language, Command("language"))
    home.callback_query.register(set_language, SetLanguage.filter())
    return home
