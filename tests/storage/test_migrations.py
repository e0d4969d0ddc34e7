"""The schema: up, down and up again, the same as the tables in code, and once however many start at once."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from bot.demo.data import load
from bot.demo.seed import seed_demo
from storage import sqlite
from storage.database import Database
from storage.migrate import FOLDER, downgrade, head, upgrade
from storage.new_migration import new_migration
from storage.tables import metadata, search_pages
from storage.tables.search import is_ours
from storage.urls import parse
from tests.services import keyring, postgres_database


@pytest.fixture(params=["sqlite", "postgresql"])
async def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'new' / 'cabinet.db'}"
        return
    async with postgres_database(migrated=False) as url:
        yield url


async def look(url: str, see: Any) -> Any:
    """What `see(connection)` finds in the database."""
    if url.startswith("sqlite"):
        core = sqlite.create_engine(parse(url))
        with core.connect() as connection:
            return see(connection)
    engine = create_async_engine(parse(url), poolclass=NullPool)
    async with engine.connect() as connection:
        return await connection.run_sync(see)


def checks(connection: sqlalchemy.Connection) -> dict[str, set[Any]]:
    """Names and texts of the check constraints of every table, as the engine keeps them."""
    inspector = sqlalchemy.inspect(connection)
    return {
        table: {(check["name"], check["sqltext"]) for check in inspector.get_check_constraints(table)}
        for table in metadata.tables
    }


def tables(connection: sqlalchemy.Connection) -> set[str]:
    return {name for name in sqlalchemy.inspect(connection).get_table_names() if is_ours(name)}


async def test_up_down_and_up_again(empty_url: str) -> None:
    await upgrade(empty_url)
    assert await look(empty_url, tables) == {*metadata.tables, "alembic_version"}
    await downgrade(empty_url, "base")
    assert await look(empty_url, tables) == {"alembic_version"}
    await upgrade(empty_url)
    await upgrade(empty_url)
    assert await look(empty_url, tables) == {*metadata.tables, "alembic_version"}


async def test_the_migrated_schema_is_that_of_the_tables(empty_url: str) -> None:
    await upgrade(empty_url)

    def differences(connection: sqlalchemy.Connection) -> list[Any]:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_name": lambda name, *_: is_ours(name)}
        )
        return list(compare_metadata(context, metadata))

    assert await look(empty_url, differences) == []
    migrated = await look(empty_url, checks)
    await downgrade(empty_url, "base")

    def made(connection: sqlalchemy.Connection) -> dict[str, set[Any]]:
        metadata.create_all(connection)
        return checks(connection)

    assert migrated == await look(empty_url, made)


def test_a_new_migration_is_written_only_when_there_is_something_to_write() -> None:
    before = sorted(FOLDER.rglob("*.py"))
    with pytest.raises(ValueError, match="already"):
        new_migration("nothing")
    assert sorted(FOLDER.rglob("*.py")) == before


async def test_prices_come_into_the_search_index_as_the_program_writes_them(empty_url: str) -> None:
    def facets(connection: sqlalchemy.Connection) -> list[tuple[int, str]]:
        pages = sqlalchemy.select(search_pages.c.product_id, search_pages.c.facets).order_by(search_pages.c.product_id)
        return [(row.product_id, row.facets) for row in connection.execute(pages)]

    await upgrade(empty_url)
    database = Database(empty_url, keyring())
    await seed_demo(database, load())
    await database.close()
    written = await look(empty_url, facets)
    await downgrade(empty_url, "0024_own_broadcasts")
    without = await look(empty_url, facets)
    assert not [each for _, each in without if "xqp" in each]
    await upgrade(empty_url)
    assert await look(empty_url, facets) == written


async def test_several_starts_at_once_migrate_once(empty_url: str) -> None:
    await asyncio.gather(*(upgrade(empty_url) for _ in range(4)))
    assert "orders" in await look(empty_url, tables)


async def test_a_failing_migration_leaves_nothing_behind(empty_url: str) -> None:
    def occupy(connection: sqlalchemy.Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE screens (x INTEGER)")
        if not empty_url.startswith("sqlite"):
            connection.commit()

    await look(empty_url, occupy)
    with pytest.raises(sqlalchemy.exc.DBAPIError):
        await upgrade(empty_url)
    assert await look(empty_url, tables) == {"screens"}


def test_the_head_is_found_without_alembic() -> None:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    assert head() == ScriptDirectory.from_config(config).get_current_head()
