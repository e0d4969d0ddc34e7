"""The client book."""

from __future__ import annotations

from datetime import tzinfo

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.clients.use_cases import AskQuiet, ClientBook
from domain.people.models import Person
from domain.proposals.gather import GatherGoods
from domain.shared.ids import CustomerId
from handlers.clients import views
from handlers.clients.callbacks import AskClientName, FoundClientPage, OpenClient, SetQuiet
from handlers.clients.states import Clients
from handlers.ui.filters import HasText
from handlers.ui.links import OpenClients
from handlers.ui.menu import MenuFilter
from handlers.ui.screen import Answer
from locales.translator import Translator

QUERY = "clients_query"
"""Where the conversation's data keep which name was searched for."""


async def open_book(
    event: CallbackQuery | Message,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    client_book: ClientBook,
    state: FSMContext,
    callback_data: OpenClients | None = None,
) -> Answer:
    await state.set_state(None)
    found = await client_book(person, callback_data.page if callback_data else 0)
    return Answer(views.book_screen(found, tr, zone), forget=isinstance(event, Message))


async def ask_name(event: CallbackQuery, person: Person, tr: Translator, state: FSMContext) -> Answer:
    person.require_consultant()
    await state.set_state(Clients.name)
    return Answer(views.ask_name_screen(tr))


async def search(
    message: Message,
    text: str,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    client_book: ClientBook,
    state: FSMContext,
) -> Answer:
    found = await client_book(person, 0, text)
    await state.set_state(None)
    await state.update_data({QUERY: found.query})
    return Answer(views.book_screen(found, tr, zone), forget=True)


async def turn_found(
    event: CallbackQuery,
    callback_data: FoundClientPage,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    client_book: ClientBook,
    state: FSMContext,
) -> Answer:
    query = str((await state.get_data()).get(QUERY, ""))
    return Answer(views.book_screen(await client_book(person, callback_data.page, query), tr, zone))


async def open_client(
    event: CallbackQuery,
    callback_data: OpenClient,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    client_book: ClientBook,
    gather_goods: GatherGoods,
    state: FSMContext,
) -> Answer:
    await state.set_state(None)
    id_, page = CustomerId(callback_data.client), callback_data.page
    sheet = await client_book.open(person, id_)
    last = await gather_goods.last(person, id_)
    way_back = (FoundClientPage(page=page) if callback_data.found else OpenClients(page=page)).pack()
    return Answer(views.client_screen(sheet, last, tr, zone, way_back))


async def set_quiet(
    event: CallbackQuery, callback_data: SetQuiet, person: Person, tr: Translator, ask_quiet: AskQuiet
) -> Answer:
    press = callback_data
    await ask_quiet(person, press.quiet, press.on)
    return Answer(views.quiet_screen(press.quiet, tr, on=press.on), fresh=not press.here)


def router() -> Router:
    """The handlers of the client book."""
    clients = Router(name="clients")
    clients.callback_query.register(open_book, OpenClients.filter())
    clients.message.register(open_book, Command("clients"))
    clients.message.register(open_book, MenuFilter("menu-clients"))
    clients.callback_query.register(ask_name, AskClientName.filter())
    clients.message.register(search, StateFilter(Clients.name), HasText())
    clients.callback_query.register(turn_found, FoundClientPage.filter())
    clients.callback_query.register(open_client, OpenClient.filter())
    clients.callback_query.register(set_quiet, SetQuiet.filter())
    return clients
