"""PostgreSQL through asyncpg, for any number of processes."""

from __future__ import annotations

from sqlalchemy import URL, Executable
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from storage.connection import Connection, Engine, Parameters, Result


class PostgresConnection:
    engine: Engine = "postgresql"
    __slots__ = ("core",)

    def __init__(self, core: AsyncConnection) -> None:
        self.core = core

    async def execute(self, statement: Executable, parameters: Parameters = None) -> Result:
        return await self.core.execute(statement, parameters)


class PostgresBackend:
    """Two pools: readers without transactions (no BEGIN and ROLLBACK around a SELECT), writers in READ COMMITTED.

    A connection found dead makes its pool start afresh; the statement that found it fails.
    """

    engine: Engine = "postgresql"

    def __init__(self, url: URL, pool_size: int) -> None:
        self._readers = create_async_engine(
            url, isolation_level="AUTOCOMMIT", pool_size=pool_size, max_overflow=0, pool_use_lifo=True
        )
        self._writers = create_async_engine(url, pool_size=pool_size, max_overflow=0, pool_use_lifo=True)

    async def acquire(self) -> Connection:
        return PostgresConnection(await self._readers.connect())

    async def release(self, connection: Connection) -> None:
        await _core(connection).close()

    async def begin(self) -> Connection:
        return PostgresConnection(await self._writers.connect())

    async def commit(self, connection: Connection) -> None:
        core = _core(connection)
        try:
            await core.commit()
        finally:
            await core.close()

    async def rollback(self, connection: Connection) -> None:
        await _core(connection).close()

    async def close(self) -> None:
        await self._readers.dispose()
        await self._writers.dispose()


def _core(connection: Connection) -> AsyncConnection:
    if not isinstance(connection, PostgresConnection):
        raise TypeError("a connection of another engine")
    return connection.core
