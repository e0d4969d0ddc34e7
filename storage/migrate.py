"""Brings the database to the schema this program needs, at start, once however many processes start together."""

from __future__ import annotations

import asyncio
import fcntl
from collections.abc import Callable
from pathlib import Path

import sqlalchemy
from alembic import command
from alembic.config import Config
from sqlalchemy import URL
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from storage import sqlite
from storage.urls import engine_of, parse, sqlite_path

FOLDER = Path(__file__).parent / "migrations"
_LOCK = 5_402_016_775_173_003_611
"""Any number of the program's own: whoever migrates holds PostgreSQL's advisory lock of it."""

Step = Callable[[Config], None]


async def upgrade(url: str, revision: str = "head") -> None:
    """Applies what is missing; all of it or, on PostgreSQL, nothing. Waits while another process does the same."""
    await _run(parse(url), lambda config: command.upgrade(config, revision))


async def downgrade(url: str, revision: str) -> None:
    """Goes back to an earlier schema; what only the newer one could hold is lost. `base` is the empty database."""
    await _run(parse(url), lambda config: command.downgrade(config, revision))


def config_for(connection: sqlalchemy.Connection) -> Config:
    """Alembic's settings for a connection in whose transaction it shall run."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


async def _run(url: URL, step: Step) -> None:
    if engine_of(url) == "sqlite":
        await asyncio.to_thread(_run_sqlite, url, step)
    else:
        await _run_postgres(url, step)


def _run_sqlite(url: URL, step: Step) -> None:
    path = sqlite_path(url)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.with_name(f"{path.name}.migrate.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        core = sqlite.create_engine(url)
        try:
            with core.connect() as connection:
                # Batch migrations copy tables: with foreign keys on, dropping the old one would be refused.
                connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
                connection.exec_driver_sql("BEGIN IMMEDIATE")
                step(config_for(connection))
                broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
                if broken:
                    connection.exec_driver_sql("ROLLBACK")
                    raise RuntimeError(f"the migration left {len(broken)} rows that refer to nothing")
                connection.exec_driver_sql("COMMIT")
        finally:
            core.dispose()


async def _run_postgres(url: URL, step: Step) -> None:
    engine = create_async_engine(url, poolclass=NullPool)
    try:
        async with engine.begin() as connection:
            await connection.execute(sqlalchemy.select(sqlalchemy.func.pg_advisory_xact_lock(_LOCK)))
            await connection.run_sync(lambda sync: step(config_for(sync)))
    finally:
        await engine.dispose()
