"""PostgreSQL through asyncpg, for any number of processes."""

from __future__ import annotations

import asyncio
from typing import Any

import asyncpg
from sqlalchemy import URL, Executable, event
from sqlalchemy.exc import DBAPIError, DisconnectionError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from domain.shared.errors import NotFound
from storage.connection import Connection, Engine, Parameters, Result


class PostgresConnection:
    engine: Engine = "postgresql"
    __slots__ = ("core", "driver")

    def __init__(self, core: AsyncConnection, driver: asyncpg.Connection | None = None) -> None:
        self.core = core
        self.driver = driver

    async def execute(self, statement: Executable, parameters: Parameters = None) -> Result:
        try:
            return await self.core.execute(statement, parameters)
        except DBAPIError as error:
            # A number beyond 64 bits or a zero byte, as a tampered button may carry: no row can have it.
            if isinstance(getattr(error.orig, "__cause__", None), asyncpg.DataError):
                raise NotFound("a value that no row can have") from None
            raise


class PostgresBackend:
    """Readers without transactions (no BEGIN and ROLLBACK around a SELECT), writers in READ COMMITTED.

    Reading connections are held rather than checked out and in, which saves a fifth of a read. A connection that the
    server has closed is noticed without asking it and replaced; one that broke unnoticed fails the statement that finds
    it, and is let go with all that lie idle.
    """

    engine: Engine = "postgresql"

    def __init__(self, url: URL, pool_size: int) -> None:
        self._readers = _engine(url, pool_size).execution_options(isolation_level="AUTOCOMMIT")
        self._writers = _engine(url, pool_size)
        for engine in (self._readers, self._writers):
            event.listen(engine.sync_engine, "checkout", _refuse_closed)
        self._places = asyncio.Semaphore(pool_size)
        self._idle: list[PostgresConnection] = []

    async def acquire(self) -> Connection:
        await self._places.acquire()
        try:
            while self._idle:
                held = self._idle.pop()
                if held.driver is not None and not held.driver.is_closed():
                    return held
                await held.core.close()
            core = await self._readers.connect()
            return PostgresConnection(core, (await core.get_raw_connection()).driver_connection)
        except BaseException:
            self._places.release()
            raise

    async def release(self, connection: Connection) -> None:
        held = _ours(connection)
        try:
            if held.core.invalidated:
                await self._let_go(held)
            else:
                self._idle.append(held)
        finally:
            self._places.release()

    async def _let_go(self, *more: PostgresConnection) -> None:
        held, self._idle = [*self._idle, *more], []
        for connection in held:
            await connection.core.close()

    async def begin(self) -> Connection:
        return PostgresConnection(await self._writers.connect())

    async def commit(self, connection: Connection) -> None:
        core = _ours(connection).core
        try:
            await core.commit()
        finally:
            await core.close()

    async def rollback(self, connection: Connection) -> None:
        await _ours(connection).core.close()

    async def empty_log(self) -> None:
        """PostgreSQL reuses deleted rows by itself (VACUUM); see storage/README.md for backups."""

    async def close(self) -> None:
        await self._let_go()
        await self._readers.dispose()
        await self._writers.dispose()


def _engine(url: URL, pool_size: int) -> AsyncEngine:
    # Planning with JIT costs more than any statement of the cabinet runs; a statement that hangs is given up.
    # A page from the middle of an index costs what the next one does: disks do not turn any more.
    settings = {"application_name": "cabinet", "jit": "off", "random_page_cost": "1.1"}
    return create_async_engine(
        url,
        pool_size=pool_size,
        max_overflow=0,
        pool_use_lifo=True,
        pool_timeout=600,  # how long anybody may wait is said where they wait: a crowd is no fault of an update
        hide_parameters=True,  # what was to be written must not get into logs with an error
        connect_args={
            "server_settings": settings,
            "timeout": 10,
            "command_timeout": 30,
            "prepared_statement_cache_size": 500,
        },
    )


def _refuse_closed(adapted: Any, _record: object, _proxy: object) -> None:
    """Makes the pool take another connection when the server has closed this one while it lay idle."""
    if adapted.driver_connection.is_closed():
        raise DisconnectionError


def _ours(connection: Connection) -> PostgresConnection:
    if not isinstance(connection, PostgresConnection):
        raise TypeError("a connection of another engine")
    return connection
