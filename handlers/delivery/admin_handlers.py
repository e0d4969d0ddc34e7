"""The table of delivery costs and the list of pick-up points, for admins."""

from __future__ import annotations

import io
from typing import Any

from aiogram import Bot, Router
from aiogram.filters import Command, Filter, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Document, Message

from domain.delivery.errors import BadPoints
from domain.delivery.models import Rate
from domain.delivery.parsing import MAX_BYTES, parse_points, parse_regional, parse_tariff
from domain.delivery.use_cases import ManageDelivery
from domain.ordering.models import Delivery
from domain.people.models import Person
from handlers.delivery import admin_views as views
from handlers.delivery.callbacks import AskPoints, AskRate, AskRegion, OpenDelivery
from handlers.delivery.states import ManagingDelivery
from handlers.ui.filters import HasText
from handlers.ui.screen import Answer
from locales.translator import Translator


class HasDocument(Filter):
    """A file. Hands it over as `document`."""

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        return False if message.document is None else {"document": message.document}


async def open_table(
    event: CallbackQuery | Message, person: Person, tr: Translator, manage_delivery: ManageDelivery, state: FSMContext
) -> Answer:
    rates, points = await manage_delivery(person)
    await state.set_state(None)
    return Answer(views.table_screen(rates, points, tr), forget=isinstance(event, Message))


async def ask_rate(
    event: CallbackQuery, callback_data: AskRate, person: Person, tr: Translator, state: FSMContext
) -> Answer:
    person.require_admin()
    await state.set_state(ManagingDelivery.rate)
    await state.update_data(rate=callback_data.delivery.value)
    return Answer(views.ask_screen("rates-ask", tr, name=tr.plain(f"delivery-{callback_data.delivery}")))


async def keep_rate(
    message: Message, text: str, person: Person, tr: Translator, manage_delivery: ManageDelivery, state: FSMContext
) -> Answer:
    rates, _ = await manage_delivery(person)
    way = Delivery((await state.get_data()).get("rate", Delivery.COURIER))
    now = next(rate.tariff for rate in rates if rate.delivery is way and not rate.region)
    await manage_delivery.put(person, Rate(way, "", parse_tariff(text, now)))
    return await open_table(message, person, tr, manage_delivery, state)


async def ask_region(event: CallbackQuery, person: Person, tr: Translator, state: FSMContext) -> Answer:
    person.require_admin()
    await state.set_state(ManagingDelivery.region)
    return Answer(views.ask_screen("rates-ask-region", tr))


async def keep_region(
    message: Message, text: str, person: Person, tr: Translator, manage_delivery: ManageDelivery, state: FSMContext
) -> Answer:
    rates, _ = await manage_delivery(person)
    rate, holds = parse_regional(text, {each.delivery: each.tariff for each in rates if not each.region})
    if holds:
        await manage_delivery.put(person, rate)
    else:
        await manage_delivery.drop(person, rate.delivery, rate.region)
    return await open_table(message, person, tr, manage_delivery, state)


async def ask_points(event: CallbackQuery, person: Person, tr: Translator, state: FSMContext) -> Answer:
    person.require_admin()
    await state.set_state(ManagingDelivery.points)
    return Answer(views.ask_screen("pickup-ask", tr))


async def keep_points(
    message: Message,
    document: Document,
    person: Person,
    tr: Translator,
    manage_delivery: ManageDelivery,
    bot: Bot,
    state: FSMContext,
) -> Answer:
    person.require_admin()
    if (document.file_size or 0) > MAX_BYTES:
        return Answer(views.refused_screen(BadPoints(0, "large"), tr))
    content = io.BytesIO()
    # Before anything is written: the database is not held during a call to Telegram.
    await bot.download(document, content)
    try:
        points = parse_points(content.getvalue())
    except BadPoints as wrong:
        return Answer(views.refused_screen(wrong, tr))
    added, changed, closed = await manage_delivery.bring(person, points)
    await state.set_state(None)
    rates, count = await manage_delivery(person)
    note = tr("pickup-brought", added=added, changed=changed, closed=closed)
    return Answer(views.table_screen(rates, count, tr, note), forget=True)


def router() -> Router:
    """The handlers of managing delivery."""
    managing = Router(name="managing-delivery")
    managing.message.register(open_table, Command("delivery"))
    managing.callback_query.register(open_table, OpenDelivery.filter())
    managing.callback_query.register(ask_rate, AskRate.filter())
    managing.message.register(keep_rate, StateFilter(ManagingDelivery.rate), HasText())
    managing.callback_query.register(ask_region, AskRegion.filter())
    managing.message.register(keep_region, StateFilter(ManagingDelivery.region), HasText())
    managing.callback_query.register(ask_points, AskPoints.filter())
    managing.message.register(keep_points, StateFilter(ManagingDelivery.points), HasDocument())
    return managing
