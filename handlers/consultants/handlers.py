"""Finding a consultant and choosing one."""

from __future__ import annotations

from dataclasses import replace

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.consultants.use_cases import ChooseConsultant, FindConsultants, ListCities, ShowConsultant
from domain.ordering.carts import ShowCart
from domain.people.models import Person
from domain.shared.ids import ConsultantId
from handlers.consultants import views
from handlers.consultants.callbacks import Choose, CitiesPage, OpenCity, OpenConsultant, TypeCity
from handlers.consultants.matching import matching_cities
from handlers.consultants.states import ConsultantSelection
from handlers.ui.filters import HasText
from handlers.ui.links import OpenConsultants
from handlers.ui.menu import MenuFilter
from handlers.ui.screen import Answer
from locales.translator import Translator


async def open_consultants(
    event: CallbackQuery | Message,
    person: Person,
    tr: Translator,
    show_consultant: ShowConsultant,
    list_cities: ListCities,
    state: FSMContext,
) -> Answer:
    await state.set_state(None)
    typed = isinstance(event, Message)
    if person.consultant_id is not None:
        consultant = await show_consultant(person.consultant_id)
        return Answer(views.own_consultant_screen(consultant, person, tr), forget=typed)
    return Answer(views.cities_screen(await list_cities(), 0, tr), forget=typed)


async def turn_cities(
    event: CallbackQuery, callback_data: CitiesPage, tr: Translator, list_cities: ListCities, state: FSMContext
) -> Answer:
    await state.set_state(None)
    return Answer(views.cities_screen(await list_cities(), callback_data.page, tr))


async def ask_city(event: CallbackQuery, tr: Translator, state: FSMContext) -> Answer:
    await state.set_state(ConsultantSelection.city)
    return Answer(views.type_city_screen(tr))


async def find_city(
    message: Message,
    text: str,
    tr: Translator,
    list_cities: ListCities,
    find_consultants: FindConsultants,
    state: FSMContext,
) -> Answer:
    found = matching_cities(await list_cities(), text)
    if len(found) != 1:
        return Answer(views.found_cities_screen(found, text, tr), forget=True)
    await state.set_state(None)
    page = await find_consultants(found[0].slug, 0)
    return Answer(views.list_screen(page, found[0].slug, tr), forget=True)


async def open_city(
    event: CallbackQuery, callback_data: OpenCity, tr: Translator, find_consultants: FindConsultants, state: FSMContext
) -> Answer:
    await state.set_state(None)
    page = await find_consultants(callback_data.city, callback_data.page)
    return Answer(views.list_screen(page, callback_data.city, tr))


async def open_consultant(
    event: CallbackQuery,
    callback_data: OpenConsultant,
    person: Person,
    tr: Translator,
    show_consultant: ShowConsultant,
) -> Answer:
    consultant = await show_consultant(ConsultantId(callback_data.consultant))
    return Answer(views.consultant_screen(consultant, person, callback_data.city, callback_data.page, tr))


async def choose(
    event: CallbackQuery,
    callback_data: Choose,
    person: Person,
    tr: Translator,
    choose_consultant: ChooseConsultant,
    show_cart: ShowCart,
) -> Answer:
    consultant = await choose_consultant(person, ConsultantId(callback_data.consultant))
    person = replace(person, consultant_id=consultant.id)
    has_goods = bool((await show_cart(person)).cart.lines)
    toast = tr.plain("consultants-chosen-toast")
    return Answer(views.chosen_screen(consultant, person, has_goods=has_goods, tr=tr), toast=toast)


def router() -> Router:
    """The handlers of finding a consultant."""
    consultants = Router(name="consultants")
    consultants.callback_query.register(open_consultants, OpenConsultants.filter())
    consultants.message.register(open_consultants, Command("consultant"))
    consultants.message.register(open_consultants, MenuFilter("menu-consultant"))
    consultants.callback_query.register(turn_cities, CitiesPage.filter())
    consultants.callback_query.register(ask_city, TypeCity.filter())
    consultants.message.register(find_city, StateFilter(ConsultantSelection.city), HasText())
    consultants.callback_query.register(open_city, OpenCity.filter())
    consultants.callback_query.register(open_consultant, OpenConsultant.filter())
    consultants.callback_query.register(choose, Choose.filter())
    return consultants
