"""What Telegram asks and waits for is answered while somebody else holds the writer's lock of SQLite.

Who waited for it here would meet "database is locked" after ten seconds, Telegram's patience for a payment.
"""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NoReturn
from zoneinfo import ZoneInfo

import pytest
from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import AnswerInlineQuery, AnswerPreCheckoutQuery
from aiogram.types import InlineQuery, PreCheckoutQuery, Update, User
from sqlalchemy import func, select
from structlog.testing import capture_logs

from bot.dispatching import include_journeys
from bot.menus import Menus
from bot.update import OneUpdate
from domain.catalog.use_cases import ListCategories
from domain.consultants.use_cases import ShowConsultant
from domain.ordering.models import Order
from domain.payments.use_cases import CheckBill, payload_of
from domain.people.use_cases import MeetPerson, NoteReachability
from domain.pricing.engine import Terms
from domain.search.use_cases import SearchCatalog
from domain.shared.errors import NotFound
from domain.shared.ids import PersonId
from handlers.payments.handlers import router as payments
from handlers.search.inline_handlers import router as shared
from handlers.ui.presenter import Presenter
from storage.database import Database, utc_now
from storage.fsm import make_fsm_storage
from storage.screens import Screens
from storage.tables import handled_updates, people
from tests.handlers.cabinet import COMPANY, TRANSLATORS
from tests.services import keyring, sqlite_database
from tests.storage.shop import ANNA, BORIS, Shop, open_shop
from tests.storage.test_payments import buy, buyer

STRANGER = PersonId(7007)
ZONE = ZoneInfo("Europe/Moscow")


class Spy(Bot):
    """What the bot would call."""

    def __init__(self) -> None:
        super().__init__("1000001:no-token-of-any-value-00000000000000")
        self.calls: list[Any] = []
        self.too_late = False

    async def __call__(self, method: Any, request_timeout: int | None = None) -> Any:
        self.calls.append(method)
        if self.too_late:
            raise TelegramBadRequest(method, "Bad Request: query is too old")
        return SimpleNamespace(message_id=1, photo=None)


class NoPictures:
    def known(self, key: str) -> None:
        return None


@dataclass
class House:
    """The real dispatcher over SQLite, with an order of Anna's that waits for its payment."""

    bot: Spy
    dispatcher: Dispatcher
    database: Database
    order: Order
    file: Path
    number: int = 0

    async def ask(self, **question: Any) -> Any:
        """The one call that answers, made while another process holds the lock."""
        self.number += 1
        self.bot.calls.clear()
        with closing(sqlite3.connect(self.file, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await self.dispatcher.feed_update(self.bot, Update(update_id=self.number, **question))
        [answer] = self.bot.calls
        return answer

    async def pay(self, person: PersonId = ANNA, more: int = 0) -> AnswerPreCheckoutQuery:
        bill = PreCheckoutQuery(
            id="1",
            from_user=user(person),
            currency="RUB",
            total_amount=self.order.total.minor + more,
            invoice_payload=payload_of(self.order.id),
        )
        answer = await self.ask(pre_checkout_query=bill)
        assert isinstance(answer, AnswerPreCheckoutQuery)
        return answer

    async def count(self, table: Any) -> int:
        async with self.database.read() as work:
            found: int = (await work.connection.execute(select(func.count()).select_from(table))).scalar_one()
            return found


def user(person: PersonId, language: str = "ru") -> User:
    return User(id=person, is_bot=False, first_name="x", language_code=language)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = Database(await sqlite_database(tmp_path), keyring())
    yield database
    await database.close()


async def house_of(database: Database, file: Path, **other: Any) -> House:
    """`other` takes the place of use cases."""
    cases = {
        "check_bill": CheckBill(database.read, utc_now),
        "search_catalog": SearchCatalog(database.read, utc_now, ZONE, Terms()),
        "list_categories": ListCategories(database.read),
        "show_consultant": ShowConsultant(database.read),
    } | other
    meet, bot = MeetPerson(database.read, database.write, ()), Spy()
    shop: Shop = await open_shop(database)
    order = await buy(database, utc_now, await buyer(database, shop, utc_now))
    dispatcher = Dispatcher(storage=make_fsm_storage(database, None), translators=TRANSLATORS, company=COMPANY)
    include_journeys(dispatcher, [payments(), shared()], cases)
    presenter = Presenter(bot, NoPictures(), Screens(database))  # type: ignore[arg-type]
    menus = Menus(bot, TRANSLATORS)
    dispatcher.update.outer_middleware(
        OneUpdate(database, meet, TRANSLATORS, presenter, menus, ZONE, after_commit=lambda: None)
    )
    return House(bot, dispatcher, database, order, file)


async def test_a_payments_last_look_waits_for_no_writer(database: Database, tmp_path: Path) -> None:
    house = await house_of(database, tmp_path / "cabinet.db")
    known = await house.count(people)
    assert (await house.pay()).ok
    assert "сумма" in ((await house.pay(more=1)).error_message or "")
    assert "not yours" in ((await house.pay(BORIS)).error_message or "")
    stranger = await house.pay(STRANGER)
    assert not stranger.ok
    assert "не для вас" in (stranger.error_message or "")
    assert await house.count(people) == known, "nobody becomes known by a bill that was forwarded"
    async with database.read() as work:
        anna = await work.people.get(ANNA)
    assert anna is not None
    await NoteReachability(database.write)(anna, reachable=False)
    assert (await house.pay()).ok, "to be reachable again would be written"
    assert await house.count(handled_updates) == 0


async def test_a_look_that_telegram_has_given_up_is_in_the_log(database: Database, tmp_path: Path) -> None:
    house = await house_of(database, tmp_path / "cabinet.db")
    house.bot.too_late = True
    with capture_logs() as logs:
        await house.pay()
    assert [(each["event"], each["update_id"]) for each in logs] == [
        ("a payment's last look was answered too late", house.number)
    ]


async def test_a_look_refused_by_the_rules_keeps_nothing(database: Database, tmp_path: Path) -> None:
    async def no(*_: object) -> NoReturn:
        raise NotFound("by the rules")

    house = await house_of(database, tmp_path / "cabinet.db", check_bill=no)
    refused = await house.pay()
    assert not refused.ok
    assert refused.error_message
    assert await house.count(handled_updates) == 0


async def test_an_inline_query_waits_for_no_writer(database: Database, tmp_path: Path) -> None:
    house = await house_of(database, tmp_path / "cabinet.db")
    async with database.read() as work:
        anna = await work.people.get(ANNA)
    assert anna is not None
    await NoteReachability(database.write)(anna, reachable=False)
    query = InlineQuery(id="1", from_user=user(ANNA), query="помада", offset="")
    assert isinstance(await house.ask(inline_query=query), AnswerInlineQuery)
    assert await house.count(handled_updates) == 0


async def test_an_inline_query_that_is_refused_is_answered_with_nothing(database: Database, tmp_path: Path) -> None:
    async def no(*_: object) -> NoReturn:
        raise NotFound("by the rules")

    house = await house_of(database, tmp_path / "cabinet.db", search_catalog=no)
    answer = await house.ask(inline_query=InlineQuery(id="1", from_user=user(ANNA), query="помада", offset=""))
    assert isinstance(answer, AnswerInlineQuery)
    assert answer.results == []
