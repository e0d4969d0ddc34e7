"""Every handler gets what it asks for, and every button that can be shown is somebody's."""

from __future__ import annotations

import inspect
import typing
from pathlib import Path
from typing import Any

from aiogram import Dispatcher
from aiogram.dispatcher.event.handler import HandlerObject
from aiogram.filters.callback_data import CallbackData

from bot.access_cases import access_cases
from bot.adapters.passwords import Argon2
from bot.app import company
from bot.broadcast_cases import broadcast_cases
from bot.catalog_cases import catalog_cases
from bot.checkout_cases import checkout_cases
from bot.client_cases import client_cases
from bot.goods_cases import goods_cases
from bot.help_cases import help_cases
from bot.order_cases import order_cases
from bot.price_cases import price_cases
from bot.relay_cases import relay_cases
from bot.routers import routers
from bot.settings import Settings
from bot.ticket_cases import ticket_cases
from bot.use_cases import use_cases
from handlers.tickets.group_handlers import group_room
from locales.translator import Translators
from storage.database import Database, utc_now
from tests.fake_consultants import FakePlaces
from tests.fake_goods import FakeDesk
from tests.services import keyring, sqlite_database

OF_THE_UPDATE = {"person", "tr", "zone", "state", "raw_state", "bot"}
"""What bot/update.py and aiogram add to every update."""
OF_FILTERS = {"callback_data", "command", "contact", "location", "text", "wishes", "document", "payment"}
OF_FILTERS |= {"file_id", "invite", "product_id", "said", "replied"}
"""What a filter of the handler hands over."""


TO_COME = {"OpenLogin", "OpenRecovery"}
"""Offered already to whom a cabinet belongs; until their journeys are there these buttons lead home."""


def handlers_of(dispatcher: Dispatcher) -> list[HandlerObject]:
    """Every handler of every router."""
    found: list[HandlerObject] = []
    for router in dispatcher.sub_routers:
        for observer in router.observers.values():
            found += observer.handlers
    return found


async def test_every_handler_gets_what_it_asks_for(tmp_path: Path) -> None:
    database = Database(await sqlite_database(tmp_path), keyring())
    try:
        passwords = Argon2()
        passwords.close()
        cases = use_cases(database, Settings(), utc_now, FakePlaces()) | access_cases(
            database, Settings(), utc_now, passwords
        )
        cases |= price_cases(database, Settings(), utc_now) | catalog_cases(database, Settings(), utc_now)
        cases |= relay_cases(database, Settings(), utc_now)
        cases |= checkout_cases(database, Settings(), utc_now)
        cases |= order_cases(database, Settings(), utc_now)
        cases |= price_cases(database, Settings(), utc_now)
        cases |= broadcast_cases(database, Settings(), utc_now, FakePlaces())
        cases |= client_cases(database, Settings(), utc_now)
        cases |= ticket_cases(database, Settings(), utc_now)
        cases |= help_cases(database, Settings(), utc_now, Translators(strict=True))
        cases |= goods_cases(database, Settings(), utc_now, FakeDesk())
    finally:
        await database.close()
    dispatcher = Dispatcher(translators=Translators(strict=True), company=None, **cases)
    dispatcher.include_routers(group_room(), *routers())
    there = set(dispatcher.workflow_data) | {"read_swatch"} | OF_THE_UPDATE | OF_FILTERS
    missing: dict[str, set[str]] = {}
    wrong: dict[str, str] = {}
    found = handlers_of(dispatcher)
    for handler in found:
        parameters = list(inspect.signature(handler.callback).parameters.values())[1:]
        hints = typing.get_type_hints(handler.callback)
        name = f"{handler.callback.__module__}.{handler.callback.__name__}"
        if lacking := {p.name for p in parameters if p.default is p.empty} - there:
            missing[name] = lacking
        for parameter in parameters:
            given = cases.get(parameter.name)
            if given is not None and not isinstance(given, hints[parameter.name]):
                wrong[name] = f"{parameter.name} is {type(given).__name__}"
    assert len(found) > 40
    assert missing == {}
    assert wrong == {}


def callbacks() -> list[type[CallbackData]]:
    """Every kind of button."""
    routers()
    return [each for each in CallbackData.__subclasses__() if each.__module__.startswith("handlers.")]


def test_every_kind_of_button_has_a_prefix_of_its_own() -> None:
    prefixes: dict[str, list[str]] = {}
    for kind in callbacks():
        prefixes.setdefault(kind.__prefix__, []).append(kind.__qualname__)
    assert {prefix: kinds for prefix, kinds in prefixes.items() if len(kinds) > 1} == {}


def test_every_kind_of_button_has_a_handler() -> None:
    dispatcher = Dispatcher()
    dispatcher.include_routers(*routers())
    handled: set[Any] = set()
    for handler in handlers_of(dispatcher):
        for each in handler.filters or []:
            kind = getattr(each.callback, "callback_data", None)
            if kind is not None:
                handled.add(kind)
    unhandled = {kind.__qualname__ for kind in callbacks()} - {kind.__qualname__ for kind in handled}
    assert unhandled - TO_COME == set()


def test_the_company_of_the_settings() -> None:
    from aiogram.types import User

    me = User(id=1, is_bot=True, first_name="Cabinet", username="cabinet_bot")
    made = company(Settings(brand="Роза", hotline="8 800"), me)
    assert (made.operator, company(Settings(operator="ООО «Роза»"), me).operator) == ("Роза", "ООО «Роза»")
    assert (made.brand, made.support, made.invite_link("abc")) == (
        "Роза",
        "8 800",
        "https://t.me/cabinet_bot?start=abc",
    )
