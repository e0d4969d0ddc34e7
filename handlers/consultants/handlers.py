"""Finding a consultant."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Location, Message

from domain.consultants.find import ANYONE, FindConsultants, ListLanguages, ShowCard
from domain.consultants.look_up import LookUp
from domain.consultants.models import Where
from domain.consultants.use_cases import ListCities
from domain.people.models import Person
from domain.shared.ids import ConsultantId
from handlers.consultants import care_views, views
from handlers.consultants.callbacks import AskPlace, AskWish, Kind, OpenConsultant, OpenFinder, OpenFound
from handlers.consultants.packing import near, unpack_wanted, unpack_where
from handlers.consultants.states import ConsultantSelection
from handlers.ui.filters import HasLocation, HasText
from handlers.ui.links import FindAnother, OpenConsultants
from handlers.ui.menu import MenuFilter
from handlers.ui.screen import Answer
from locales.translator import Translator

TYPED = "looked_for"
"""Where the conversation's data keep the name typed last."""


async def open_consultants(
    event: CallbackQuery | Message,
    person: Person,
    tr: Translator,
    show_card: ShowCard,
    list_cities: ListCities,
    state: FSMContext,
) -> Answer:
    typed = isinstance(event, Message)
    if person.consultant_id is not None:
        await state.set_state(None)
        card = await show_card(person.consultant_id, person.consultant_id)
        return Answer(care_views.own_consultant_screen(card, person, tr), forget=typed)
    await state.set_state(ConsultantSelection.query)
    return Answer(views.finder_screen(await list_cities(), 0, tr), forget=typed)


async def open_finder(
    event: CallbackQuery, callback_data: OpenFinder, tr: Translator, list_cities: ListCities, state: FSMContext
) -> Answer:
    await state.set_state(ConsultantSelection.query)
    return Answer(views.finder_screen(await list_cities(), callback_data.page, tr))


async def find_another(event: CallbackQuery, tr: Translator, list_cities: ListCities, state: FSMContext) -> Answer:
    await state.set_state(ConsultantSelection.query)
    # The notice it may have been pressed under stays in the chat.
    return Answer(views.finder_screen(await list_cities(), 0, tr), fresh=True)


async def ask_place(event: CallbackQuery, person: Person, tr: Translator, state: FSMContext) -> Answer:
    await state.set_state(ConsultantSelection.query)
    return Answer(views.ask_place_screen(tr), messages=(views.share_place_message(person, tr),))


async def look_up_typed(
    message: Message,
    text: str,
    person: Person,
    tr: Translator,
    look_up: LookUp,
    show_card: ShowCard,
    find_consultants: FindConsultants,
    state: FSMContext,
) -> Answer:
    found = await look_up(text)
    if found.one is not None:
        card = await show_card(found.one.id, person.consultant_id)
        way_back = OpenFinder().pack()
        return Answer(views.consultant_screen(card, person, way_back, tr), forget=True)
    await state.update_data({TYPED: text[:100]})
    if found.town is None:
        return Answer(views.looked_up_screen(found, text, tr), forget=True)
    page = await find_consultants(found.town.where, 0)
    return Answer(views.list_screen(page, found.town.where, ANYONE, tr), forget=True)


async def share_place(
    message: Message,
    location: Location,
    person: Person,
    tr: Translator,
    find_consultants: FindConsultants,
    state: FSMContext,
) -> Answer:
    where = near(location.latitude, location.longitude)
    page = await find_consultants(where, 0)
    await state.set_state(ConsultantSelection.query)
    kept = (views.kept_place_message(person, tr),)
    return Answer(views.list_screen(page, where, ANYONE, tr), messages=kept, forget=True)


async def open_found(
    event: CallbackQuery, callback_data: OpenFound, tr: Translator, find_consultants: FindConsultants, state: FSMContext
) -> Answer:
    where, wanted = await _where(callback_data, state), unpack_wanted(callback_data.speciality, callback_data.language)
    page = await find_consultants(where, callback_data.page, wanted)
    await state.set_state(ConsultantSelection.query)
    return Answer(views.list_screen(page, where, wanted, tr))


async def ask_wish(
    event: CallbackQuery, callback_data: AskWish, tr: Translator, list_languages: ListLanguages, state: FSMContext
) -> Answer:
    where, wanted = await _where(callback_data, state), unpack_wanted(callback_data.speciality, callback_data.language)
    languages = await list_languages() if callback_data.kind is Kind.LANGUAGE else ()
    return Answer(views.wish_screen(callback_data.kind, where, wanted, languages, tr))


async def open_consultant(
    event: CallbackQuery,
    callback_data: OpenConsultant,
    person: Person,
    tr: Translator,
    show_card: ShowCard,
    state: FSMContext,
) -> Answer:
    where, wanted = await _where(callback_data, state), unpack_wanted(callback_data.speciality, callback_data.language)
    card = await show_card(ConsultantId(callback_data.consultant), person.consultant_id)
    way_back = views.way_to_list(where, wanted, callback_data.page)
    return Answer(views.consultant_screen(card, person, way_back, tr))


async def _where(packed: OpenFound | AskWish | OpenConsultant, state: FSMContext) -> Where:
    return unpack_where(packed.where, (await state.get_data()).get(TYPED))


def router() -> Router:
    """The handlers of finding a consultant."""
    consultants = Router(name="consultants")
    consultants.callback_query.register(open_consultants, OpenConsultants.filter())
    consultants.message.register(open_consultants, Command("consultant"))
    consultants.message.register(open_consultants, MenuFilter("menu-consultant"))
    consultants.callback_query.register(open_finder, OpenFinder.filter())
    consultants.callback_query.register(find_another, FindAnother.filter())
    consultants.callback_query.register(ask_place, AskPlace.filter())
    consultants.message.register(look_up_typed, StateFilter(ConsultantSelection.query), HasText())
    consultants.message.register(share_place, StateFilter(None, ConsultantSelection.query), HasLocation())
    consultants.callback_query.register(open_found, OpenFound.filter())
    consultants.callback_query.register(ask_wish, AskWish.filter())
    consultants.callback_query.register(open_consultant, OpenConsultant.filter())
    return consultants
