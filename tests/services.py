"""Real servers for tests: where one is not reachable the test is skipped with the reason, or fails if CI demands it.

TEST_DATABASE_URL (default: user postgres on 127.0.0.1) leads to a PostgreSQL where databases may be created,
TEST_REDIS_URL (default: 127.0.0.1, database 15) to a Redis. REQUIRE_SERVICES=1 turns skipping into failing.
"""

from __future__ import annotations

import asyncio
import atexit
import os
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg
import pytest
import redis.asyncio
from redis.exceptions import RedisError
from sqlalchemy import make_url

from storage.migrate import upgrade
from storage.sealing import Keyring
from storage.tables import metadata

POSTGRES = os.environ.get("TEST_DATABASE_URL", "postgresql://postgres@127.0.0.1:5432/postgres")
REDIS = os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:6379/15")
SECRET = "a secret for tests, 1"
_sqlite_template: list[bytes] = []
_postgres_template: list[str] = []
_postgres_emptied: list[str] = []


def keyring() -> Keyring:
    """Keys as good as any."""
    return Keyring.from_secrets([SECRET])


def missing(reason: str) -> None:
    """Skips the test for want of a service; fails it where services are required."""
    if os.environ.get("REQUIRE_SERVICES") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


async def sqlite_database(folder: Path) -> str:
    """The address of a new, migrated SQLite database in the folder."""
    path = folder / "cabinet.db"
    if _sqlite_template:
        path.write_bytes(_sqlite_template[0])
    else:
        await upgrade(f"sqlite:///{path}")
        _sqlite_template.append(path.read_bytes())
    return f"sqlite:///{path}"


@asynccontextmanager
async def postgres_database(*, migrated: bool = True) -> AsyncIterator[str]:
    """The address of a new PostgreSQL database, dropped in the end; skips where there is no server."""
    name = f"cabinet_test_{uuid.uuid4().hex[:12]}"
    if migrated and not _postgres_template:
        template = f"cabinet_test_template_{os.getpid()}"
        await _sql(f'DROP DATABASE IF EXISTS "{template}" WITH (FORCE)', f'CREATE DATABASE "{template}"')
        await upgrade(_address(template))
        _postgres_template.append(template)
        atexit.register(_drop, template)
    origin = f' TEMPLATE "{_postgres_template[0]}"' if migrated else ""
    await _sql(f'CREATE DATABASE "{name}"{origin}')
    try:
        yield _address(name)
    finally:
        await _sql(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


async def emptied_postgres() -> str:
    """The address of this process's own migrated PostgreSQL database, without a row; dropped when the process ends.

    Far quicker than a new one for each test; only one test at a time can use it.
    """
    if not _postgres_emptied:
        name = f"cabinet_test_{uuid.uuid4().hex[:12]}"
        await _sql(f'CREATE DATABASE "{name}"')
        await upgrade(_address(name))
        _postgres_emptied.append(name)
        atexit.register(_drop, name)
    connection = await asyncpg.connect(_address(_postgres_emptied[0]))
    try:
        await connection.execute(";".join(f'DELETE FROM "{table}"' for table in reversed(metadata.sorted_tables)))
    finally:
        await connection.close()
    return _address(_postgres_emptied[0])


@asynccontextmanager
async def redis_client() -> AsyncIterator[redis.asyncio.Redis]:
    """A client of the test Redis; skips where there is no server. Keys are the test's own to name and delete."""
    client = redis.asyncio.Redis.from_url(REDIS)
    try:
        await client.ping()
    except (OSError, RedisError) as error:
        await client.aclose()
        missing(f"no Redis at {REDIS}: {error}")
    try:
        yield client
    finally:
        await client.aclose()


def _address(database: str) -> str:
    url = make_url(POSTGRES).set(drivername="postgresql", database=database)
    return url.render_as_string(hide_password=False)


async def _sql(*statements: str) -> None:
    try:
        connection = await asyncpg.connect(_address(make_url(POSTGRES).database or "postgres"), timeout=5)
    except (OSError, TimeoutError, asyncpg.PostgresError) as error:
        missing(f"no PostgreSQL at {make_url(POSTGRES)}: {error}")
        raise
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


def _drop(name: str) -> None:
    asyncio.run(_sql(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))
