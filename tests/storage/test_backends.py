"""What each engine promises by itself."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import asyncpg
import pytest
import sqlalchemy
from sqlalchemy import insert

from domain.shared.errors import NotFound
from domain.shared.ids import PersonId
from storage import sqlite
from storage.database import Database
from storage.tables import carts
from storage.urls import parse
from storage.work import Work
from tests.services import keyring, postgres_database, sqlite_database
from tests.storage.shop import ANNA, open_shop


@pytest.mark.parametrize(
    "url", ["mysql://root@127.0.0.1/x", "sqlite://", "sqlite:///:memory:", "nonsense", "", "oracle+x://s3cret@h/d"]
)
def test_an_address_that_leads_nowhere_is_refused_without_being_repeated(url: str) -> None:
    with pytest.raises(ValueError, match=r"expected|file") as refused:
        parse(url)
    assert "s3cret" not in str(refused.value)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+asyncpg", "postgresql+psycopg"])
def test_postgresql_has_many_names(scheme: str) -> None:
    assert parse(f"{scheme}://u:p@h:5433/d").drivername == "postgresql+asyncpg"


async def test_sqlite_is_set_up_for_a_crash(tmp_path: Path) -> None:
    core = sqlite.create_engine(parse(await sqlite_database(tmp_path)))
    with core.connect() as connection:
        for pragma, value in (("journal_mode", "wal"), ("synchronous", 1), ("foreign_keys", 1), ("busy_timeout", 5000)):
            assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() == value


async def test_a_row_that_refers_to_nothing_is_refused(db: Database) -> None:
    with pytest.raises(sqlalchemy.exc.IntegrityError) as refused:
        await _orphan(db)
    assert "8765" not in str(refused.value)
    async with db.write() as work:
        await work.people.add(PersonId(5), "ru")


@pytest.mark.parametrize("number", [2**31, 2**63 - 1, 2**63, -(2**63) - 1, 10**50])
async def test_a_tampered_number_is_not_found(db: Database, number: int) -> None:
    questions: list[Callable[[Work, Any], Awaitable[Any]]] = [
        lambda work, id_: work.orders.get(id_),
        lambda work, id_: work.carts.goods(id_),
        lambda work, id_: work.catalog.product(id_),
        lambda work, id_: work.catalog.category(id_),
        lambda work, id_: work.consultants.get(id_),
    ]
    for open_work in (db.read, db.write):
        for ask in questions:
            try:
                async with open_work() as work:
                    assert await ask(work, number) is None
            except NotFound:
                assert abs(number) >= 2**63
    async with db.write() as work:
        await work.people.add(PersonId(5), "ru")


async def test_a_tampered_text_is_not_found(db: Database) -> None:
    async with db.read() as work:
        try:
            assert await work.consultants.by_invite("a\x00b") is None
        except NotFound:
            assert db.engine == "postgresql"


async def _orphan(db: Database) -> None:
    async with db.write() as work:
        await work.connection.execute(insert(carts), {"customer_id": 12345, "version": 8765})


async def test_another_process_writing_is_waited_for_without_stopping_the_loop(tmp_path: Path) -> None:
    url = await sqlite_database(tmp_path)
    db = Database(url, keyring())
    with closing(sqlite3.connect(tmp_path / "cabinet.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        longest, ticks, last = 0.0, 0, time.monotonic()

        async def write() -> None:
            async with db.write() as work:
                await work.people.add(PersonId(5), "ru")

        writing = asyncio.create_task(write())
        while ticks < 30:
            await asyncio.sleep(0.01)
            now = time.monotonic()
            longest, last, ticks = max(longest, now - last), now, ticks + 1
        assert not writing.done()
        other.execute("COMMIT")
        await asyncio.wait_for(writing, 5)
        assert longest < 2.0
    await db.close()


async def test_the_log_of_sqlite_does_not_grow_for_ever(tmp_path: Path) -> None:
    db = Database(await sqlite_database(tmp_path), keyring())

    async def write(first: int) -> None:
        for person in range(first, first + 1000):
            async with db.write() as work:
                await work.people.add(PersonId(person), "ru")
            await asyncio.sleep(0)

    # Writers that never pause: a checkpoint must find its moment among them.
    await asyncio.gather(*(write(first) for first in (1, 10_001, 20_001)))
    log = await asyncio.to_thread(lambda: (tmp_path / "cabinet.db-wal").stat().st_size)
    assert log < 3000 * 4 * 4096 / 3
    await db.close()
    left = await asyncio.to_thread(lambda: sorted(path.name for path in tmp_path.iterdir()))
    assert "cabinet.db-wal" not in left


async def test_reading_connections_come_back_after_postgresql_let_them_go() -> None:
    async with postgres_database() as url:
        db = Database(url, keyring(), pool_size=3)
        await open_shop(db)

        async def look() -> Any:
            async with db.read() as work:
                return await work.people.get(ANNA)

        assert all(await asyncio.gather(*(look() for _ in range(10))))
        operator = await asyncpg.connect(url)
        await operator.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        await operator.close()
        await asyncio.sleep(0.1)
        assert all(await asyncio.gather(*(look() for _ in range(10))))
        async with db.write() as work:
            await work.people.set_language(ANNA, "en")
        assert (await look()).language == "en"
        await db.close()


async def test_a_cancelled_read_spoils_no_connection() -> None:
    async with postgres_database() as url:
        db = Database(url, keyring(), pool_size=2)

        async def sleep() -> None:
            async with db.read() as work:
                await work.connection.execute(sqlalchemy.select(sqlalchemy.func.pg_sleep(30)))

        sleeping = [asyncio.create_task(sleep()) for _ in range(2)]
        await asyncio.sleep(0.3)
        for task in sleeping:
            task.cancel()
        await asyncio.wait(sleeping)
        for _ in range(5):
            async with db.read() as work:
                assert await work.people.get(ANNA) is None
        await db.close()
