"""Choosing where an order goes and how it is paid for."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Location, Message

from domain.consultants.geo import Point
from domain.delivery.use_cases import Addresses, ChoosePoint, FindPoint
from domain.ordering.checkout import Checkout
from domain.people.models import Person
from domain.shared.errors import NotFound
from domain.shared.ids import AddressId, PointId
from handlers.delivery import views
from handlers.delivery.answers import next_screen
from handlers.delivery.callbacks import (
    AsBefore,
    NearMe,
    NewAddress,
    PickAddress,
    PickCity,
    PickPayment,
    PickPoint,
    RemoveAddress,
    UseAddress,
    UsePayment,
    UsePoint,
)
from handlers.delivery.states import Delivering
from handlers.ui.filters import HasLocation, HasText
from handlers.ui.screen import Answer
from locales.translator import Translator


async def as_before(
    event: CallbackQuery,
    person: Person,
    tr: Translator,
    checkout: Checkout,
    addresses: Addresses,
    find_point: FindPoint,
) -> Answer:
    return Answer(await next_screen(await checkout.as_chosen(person), person, addresses, find_point, tr))


async def pick_address(
    event: CallbackQuery, person: Person, tr: Translator, addresses: Addresses, state: FSMContext
) -> Answer:
    await state.set_state(None)
    return Answer(views.addresses_screen(await addresses(person), tr))


async def use_address(
    event: CallbackQuery,
    callback_data: UseAddress,
    person: Person,
    tr: Translator,
    addresses: Addresses,
    find_point: FindPoint,
    checkout: Checkout,
) -> Answer:
    await addresses.choose(person, AddressId(callback_data.address) if callback_data.address else None)
    return Answer(await next_screen(await checkout.as_chosen(person), person, addresses, find_point, tr))


async def remove_address(
    event: CallbackQuery, callback_data: RemoveAddress, person: Person, tr: Translator, addresses: Addresses
) -> Answer:
    await addresses.remove(person, AddressId(callback_data.address))
    return Answer(views.addresses_screen(await addresses(person), tr), toast=tr.plain("address-removed"))


async def ask_address(event: CallbackQuery, tr: Translator, state: FSMContext) -> Answer:
    await state.set_state(Delivering.address)
    return Answer(views.ask_address_screen(tr))


async def keep_address(
    message: Message,
    text: str,
    person: Person,
    tr: Translator,
    addresses: Addresses,
    find_point: FindPoint,
    checkout: Checkout,
    state: FSMContext,
) -> Answer:
    await addresses.add(person, text)
    await state.set_state(None)
    summary = await checkout.as_chosen(person)
    return Answer(await next_screen(summary, person, addresses, find_point, tr), forget=True)


async def pick_city(
    event: CallbackQuery, callback_data: PickCity, tr: Translator, find_point: FindPoint, state: FSMContext
) -> Answer:
    await state.set_state(None)
    return Answer(views.cities_screen(await find_point.cities(callback_data.page), tr))


async def pick_point(event: CallbackQuery, callback_data: PickPoint, tr: Translator, find_point: FindPoint) -> Answer:
    one = PointId(callback_data.one)
    return Answer(views.points_screen(await find_point.of_city(one, callback_data.page), one, tr))


async def ask_place(event: CallbackQuery, person: Person, tr: Translator, state: FSMContext) -> Answer:
    await state.set_state(Delivering.place)
    return Answer(views.ask_place_screen(tr), messages=(views.ask_place_message(person, tr),))


async def near_place(
    message: Message, location: Location, person: Person, tr: Translator, find_point: FindPoint, state: FSMContext
) -> Answer:
    if not (-90 <= location.latitude <= 90 and -180 <= location.longitude <= 180):
        raise NotFound("not on the globe")
    points = await find_point.nearest(Point(location.latitude, location.longitude))
    await state.set_state(None)
    kept = (views.kept_place_message(person, tr),)
    return Answer(views.nearest_screen(points, tr), messages=kept, forget=True)


async def use_point(
    event: CallbackQuery,
    callback_data: UsePoint,
    person: Person,
    tr: Translator,
    choose_point: ChoosePoint,
    addresses: Addresses,
    find_point: FindPoint,
    checkout: Checkout,
) -> Answer:
    await choose_point(person, PointId(callback_data.point))
    return Answer(await next_screen(await checkout.as_chosen(person), person, addresses, find_point, tr))


async def pick_payment(
    event: CallbackQuery,
    person: Person,
    tr: Translator,
    checkout: Checkout,
    addresses: Addresses,
    find_point: FindPoint,
) -> Answer:
    summary = await checkout.as_chosen(person)
    if summary.delivery is None:
        return Answer(await next_screen(summary, person, addresses, find_point, tr))
    return Answer(views.payments_screen(summary, AsBefore().pack(), tr))


async def use_payment(
    event: CallbackQuery,
    callback_data: UsePayment,
    person: Person,
    tr: Translator,
    checkout: Checkout,
    addresses: Addresses,
    find_point: FindPoint,
) -> Answer:
    delivery = (await checkout.as_chosen(person)).delivery
    summary = await checkout(person, delivery, callback_data.payment if delivery else None)
    return Answer(await next_screen(summary, person, addresses, find_point, tr))


def router() -> Router:
    """Delivery's handlers."""
    delivery = Router(name="delivery")
    delivery.callback_query.register(as_before, AsBefore.filter())
    delivery.callback_query.register(pick_address, PickAddress.filter())
    delivery.callback_query.register(use_address, UseAddress.filter())
    delivery.callback_query.register(remove_address, RemoveAddress.filter())
    delivery.callback_query.register(ask_address, NewAddress.filter())
    delivery.message.register(keep_address, StateFilter(Delivering.address), HasText())
    delivery.callback_query.register(pick_city, PickCity.filter())
    delivery.callback_query.register(pick_point, PickPoint.filter())
    delivery.callback_query.register(ask_place, NearMe.filter())
    delivery.message.register(near_place, StateFilter(Delivering.place), HasLocation())
    delivery.callback_query.register(use_point, UsePoint.filter())
    delivery.callback_query.register(pick_payment, PickPayment.filter())
    delivery.callback_query.register(use_payment, UsePayment.filter())
    return delivery
