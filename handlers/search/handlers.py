"""Searching in the chat, and finding a shade by its colour."""

from __future__ import annotations

from typing import Any

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.catalog.use_cases import ListCategories
from domain.people.models import Person
from domain.search.models import Narrowed
from domain.search.shades import FindShade
from domain.search.use_cases import SearchCatalog
from domain.shared.errors import NotFound
from domain.shared.ids import ProductId
from handlers.catalog.lists import FoundPage, OpenSearch, OpenShades
from handlers.search import views
from handlers.search.callbacks import Kind, Narrow, OpenFilters
from handlers.search.filters import narrowed
from handlers.search.photo import HasPhoto, ReadSwatch
from handlers.search.states import Searching, Shading
from handlers.ui.filters import HasText
from handlers.ui.screen import Answer
from locales.translator import Translator

LONGEST = 100


async def ask(event: CallbackQuery | Message, tr: Translator, state: FSMContext) -> Answer:
    await state.set_state(Searching.words)
    await state.update_data(words="", narrow={})
    return Answer(views.ask_screen(tr), forget=isinstance(event, Message))


async def look_for(
    event: Message, text: str, person: Person, tr: Translator, search_catalog: SearchCatalog, state: FSMContext
) -> Answer:
    kept = await state.get_data()
    narrow = kept.get("narrow", {})
    words = " ".join(text.split())[:LONGEST]
    await state.set_state(Searching.words)
    await state.update_data(words=words, narrow=narrow)
    return await _show(person, words, narrow, 0, tr, search_catalog)


async def turn(
    event: CallbackQuery,
    callback_data: FoundPage,
    person: Person,
    tr: Translator,
    search_catalog: SearchCatalog,
    state: FSMContext,
) -> Answer:
    kept = await state.get_data()
    return await _show(person, kept.get("words", ""), kept.get("narrow", {}), callback_data.page, tr, search_catalog)


async def open_filters(
    event: CallbackQuery,
    callback_data: OpenFilters,
    person: Person,
    tr: Translator,
    list_categories: ListCategories,
    state: FSMContext,
) -> Answer:
    kept = (await state.get_data()).get("narrow", {})
    return Answer(views.filters_screen(kept, callback_data.kind, await list_categories(person), tr))


async def narrow_down(
    event: CallbackQuery,
    callback_data: Narrow,
    person: Person,
    tr: Translator,
    list_categories: ListCategories,
    state: FSMContext,
) -> Answer:
    kept = {**(await state.get_data()).get("narrow", {}), callback_data.kind: callback_data.value}
    await state.update_data(narrow={kind: value for kind, value in kept.items() if value})
    return Answer(views.filters_screen(kept, Kind.ALL, await list_categories(person), tr))


async def _show(
    person: Person, words: str, narrow: dict[str, Any], number: int, tr: Translator, search_catalog: SearchCatalog
) -> Answer:
    found = await search_catalog(person, words, narrowed(narrow), number * views.PAGE, views.PAGE)
    last = max(0, (found.total - 1) // views.PAGE)
    return Answer(views.found_screen(words, narrow, found, min(number, last), tr))


async def ask_shade(event: CallbackQuery, callback_data: OpenShades, tr: Translator, state: FSMContext) -> Answer:
    await state.set_state(Shading.sample)
    await state.update_data(shades_of=callback_data.product)
    return Answer(views.ask_shade_screen(ProductId(callback_data.product), tr))


async def shade_typed(event: Message, text: str, tr: Translator, find_shade: FindShade, state: FSMContext) -> Answer:
    product_id = ProductId((await state.get_data()).get("shades_of", 0))
    try:
        colour, found = await find_shade(product_id or None, text)
    except NotFound:
        return Answer(views.ask_shade_screen(product_id, tr, tr("shades-unknown")))
    return Answer(views.shades_screen(colour, found, product_id, tr))


async def shade_of_photo(
    event: Message, file_id: str, tr: Translator, find_shade: FindShade, read_swatch: ReadSwatch, state: FSMContext
) -> Answer:
    product_id = ProductId((await state.get_data()).get("shades_of", 0))
    colour = await read_swatch(file_id)
    if colour is None:
        return Answer(views.ask_shade_screen(product_id, tr, tr("shades-no-photo")), forget=True)
    colour, found = await find_shade(product_id or None, colour)
    return Answer(views.shades_screen(colour, found, product_id, tr), forget=True)


async def words_out_of_the_blue(
    event: Message, text: str, person: Person, tr: Translator, search_catalog: SearchCatalog, state: FSMContext
) -> Answer:
    words = " ".join(text.split())[:LONGEST]
    found = await search_catalog(person, words, Narrowed(), 0, views.PAGE)
    if not found.total:
        # Not everything that is said to the cabinet names goods: the last router has a hint.
        raise SkipHandler
    await state.set_state(Searching.words)
    await state.update_data(words=words, narrow={})
    return Answer(views.found_screen(words, {}, found, 0, tr))


def router() -> Router:
    """The handlers of searching."""
    search = Router(name="search")
    search.callback_query.register(ask, OpenSearch.filter())
    search.message.register(ask, Command("search"))
    search.callback_query.register(turn, FoundPage.filter())
    search.callback_query.register(open_filters, OpenFilters.filter())
    search.callback_query.register(narrow_down, Narrow.filter())
    search.callback_query.register(ask_shade, OpenShades.filter())
    search.message.register(shade_typed, StateFilter(Shading.sample), HasText())
    search.message.register(shade_of_photo, StateFilter(Shading.sample), HasPhoto())
    search.message.register(look_for, StateFilter(Searching.words), HasText())
    return search


def words_router() -> Router:
    """Words typed while the cabinet waits for nothing are looked for; stands right before the last router."""
    words = Router(name="words")
    words.message.register(words_out_of_the_blue, StateFilter(None), HasText())
    return words
