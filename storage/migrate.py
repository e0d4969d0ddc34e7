"""Brings the database to the schema this program needs, at start, once however many processes start together."""

from __future__ import annotations

import asyncio
import fcntl
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy
from sqlalchemy import URL
from sqlalchemy.pool import NullPool

from storage import sqlite
from storage.urls import engine_of, parse, sqlite_path

if TYPE_CHECKING:
    from alembic.config import Config

FOLDER = Path(__file__).parent / "migrations"
_LOCK = 5_402_016_775_173_003_611
"""Any number of the program's own: whoever migrates holds PostgreSQL's advisory lock of it."""

Step = Callable[[sqlalchemy.Connection], None]
_REVISION = re.compile(r'^(down_)?revision\b[^=]*= (?:"([^"]+)"|None)$', re.MULTILINE)


async def upgrade(url: str, revision: str = "head") -> None:
    """Applies what is missing; all of it or, on PostgreSQL, nothing. Waits while another process does the same."""
    await _run(parse(url), lambda connection: _upgrade(connection, revision))


async def downgrade(url: str, revision: str) -> None:
    """Goes back to an earlier schema; what only the newer one could hold is lost. `base` is the empty database."""
    from alembic import command

    await _run(parse(url), lambda connection: command.downgrade(config_for(connection), revision))


def head() -> str:
    """The newest revision: the one that no other stands on."""
    revisions: set[str] = set()
    below: set[str] = set()
    for file in (FOLDER / "versions").glob("*.py"):
        for is_down, name in _REVISION.findall(file.read_text(encoding="utf-8")):
            (below if is_down else revisions).add(name)
    (newest,) = revisions - below
    return newest


def _upgrade(connection: sqlalchemy.Connection, revision: str) -> None:
    if revision == "head" and _present(connection) == head():
        return
    # Imported when there is something to do: most starts need no Alembic, which takes 12 MB and a quarter of a second.
    from alembic import command

    command.upgrade(config_for(connection), revision)


def _present(connection: sqlalchemy.Connection) -> str | None:
    """The revision the database is at; None for an empty one."""
    if not sqlalchemy.inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(sqlalchemy.text("SELECT version_num FROM alembic_version")).scalars().all()
    return str(found[0]) if len(found) == 1 else None


def config_for(connection: sqlalchemy.Connection) -> Config:
    """Alembic's settings for a connection in whose transaction it shall run."""
    from alembic.config import Config

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
                step(connection)
                broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
                if broken:
                    connection.exec_driver_sql("ROLLBACK")
                    raise RuntimeError(f"the migration left {len(broken)} rows that refer to nothing")
                connection.exec_driver_sql("COMMIT")
        finally:
            core.dispose()


async def _run_postgres(url: URL, step: Step) -> None:
    from sqlalchemy.ext.asyncio import create_async_engine

    engine = create_async_engine(url, poolclass=NullPool)
    try:
        async with engine.begin() as connection:
            await connection.execute(sqlalchemy.select(sqlalchemy.func.pg_advisory_xact_lock(_LOCK)))
            await connection.run_sync(step)
    finally:
        await engine.dispose()
