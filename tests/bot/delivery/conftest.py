"""A real outbox on both engines, and delivery that runs beside a test."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from aiogram import Bot
from sqlalchemy import select

from bot.backoff import Backoff
from bot.delivery.attempt import Tries
from bot.delivery.engine import Delivery, Settings
from bot.delivery.pacer import Pacer, Rates
from bot.observability.metrics import Metrics
from domain.notices.models import Notice, NoticeKind, Priority
from domain.shared.ids import PersonId
from handlers.ui.screen import Screen
from storage.database import Database
from storage.outbox_queue import OutboxQueue, OutboxRow
from storage.tables import outbox, people
from tests.bot.telegram import Telegram
from tests.services import keyring, postgres_database, sqlite_database

QUICK = Tries(refused=3, ours=2, temporary=50, pauses=Backoff(first=0.02, most=0.1))


@dataclass
class Post:
    """The outbox, and people who can be written to."""

    telegram: Telegram
    bot: Bot
    database: Database
    queue: OutboxQueue
    metrics: Metrics

    async def people(self, count: int) -> list[int]:
        """People who have written to the bot."""
        ids = []
        async with self.database.write() as work:
            for number in range(count):
                person = await self.telegram.client.add_person(f"Person {number}")
                await self.telegram.client.send(person.id, text="/start")
                await work.people.add(PersonId(person.id), "ru")
                ids.append(person.id)
        return ids

    async def owe(self, person: int, key: str, priority: Priority = Priority.NOTICE) -> None:
        """One more message owed; its text will be its key."""
        async with self.database.write() as work:
            await work.outbox.put(Notice(PersonId(person), NoticeKind.ORDER_PLACED, key, {"order": 1}, priority))

    async def rows(self) -> dict[str, Any]:
        """All rows by key."""
        async with self.database.read() as work:
            found = (await work.connection.execute(select(outbox))).all()
        return {row.key: row for row in found}

    async def settled(self, within: float = 15.0) -> dict[str, Any]:
        """All rows once none waits any more."""
        async with asyncio.timeout(within):
            while True:
                rows = await self.rows()
                if all(row.state != "waiting" for row in rows.values()):
                    return rows
                await asyncio.sleep(0.03)

    async def reachable(self, person: int) -> bool:
        async with self.database.read() as work:
            return bool(
                (await work.connection.execute(select(people.c.reachable).where(people.c.id == person))).scalar()
            )

    async def texts(self, person: int) -> list[str]:
        """What the bot wrote to them."""
        return [
            message.text for message in await self.telegram.client.person(person).messages() if not message.outgoing
        ]

    def delivery(
        self, *, pacer: Pacer | None = None, render: Callable[[OutboxRow], Any] | None = None, **settings: Any
    ) -> Delivery:
        """An engine whose messages say their key."""

        async def words(row: OutboxRow) -> Screen | None:
            return Screen(row.key)

        async def send(bot: Bot, person_id: int, screen: Screen) -> int:
            return (await bot.send_message(person_id, screen.text)).message_id

        chosen = Settings(**{"tries": QUICK, "look": 0.05, "stats": 0.1, **settings})
        pacer = pacer or Pacer(Rates(limit=10_000, delivery=5000, chat=5000))
        return Delivery(self.bot, self.queue, render or words, send, pacer, settings=chosen, metrics=self.metrics)

    @asynccontextmanager
    async def running(self, **how: Any) -> AsyncIterator[Delivery]:
        """Delivery inside the block."""
        delivery = self.delivery(**how)
        task = asyncio.create_task(delivery.run())
        try:
            yield delivery
        finally:
            delivery.stop()
            await asyncio.wait_for(task, 20)


@pytest.fixture(params=["sqlite", "postgresql"])
async def engine_url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    if request.param == "sqlite":
        yield await sqlite_database(tmp_path)
        return
    async with postgres_database() as url:
        yield url


@pytest.fixture
async def post(engine_url: str, telegram: Telegram, bot: Bot) -> AsyncIterator[Post]:
    database = Database(engine_url, keyring())
    yield Post(telegram, bot, database, OutboxQueue(database), Metrics())
    await database.close()
