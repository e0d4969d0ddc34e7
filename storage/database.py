"""The database: units of work that read or write, and one transaction for each update."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import Token
from datetime import UTC, datetime
from types import TracebackType

from sqlalchemy import URL, literal, select

from storage.connection import Backend, Connection, Engine
from storage.scope import Scope, current, open_scope
from storage.sealing import Keyring
from storage.sqlite import SqliteBackend
from storage.urls import engine_of, parse
from storage.work import Work

_PING = select(literal(1))


def utc_now() -> datetime:
    return datetime.now(UTC)


class Database:
    """Opens units of work on SQLite or PostgreSQL. Made inside a running event loop; `close` it in the end.

    The schema must be there (`storage.migrate.upgrade`). `pool_size` is the number of reading and of writing
    connections to PostgreSQL.
    """

    def __init__(
        self, url: str, keyring: Keyring, *, clock: Callable[[], datetime] = utc_now, pool_size: int = 10
    ) -> None:
        parsed = parse(url)
        self.engine: Engine = engine_of(parsed)
        self.keyring = keyring
        self.clock = clock
        self.backend = _backend(parsed, pool_size)

    def read(self) -> _Reading:
        """`async with db.read() as work`: reads what is committed, each statement the newest.

        Inside a scope that has written it joins that transaction and sees what it wrote.
        """
        return _Reading(self)

    def write(self) -> _Writing:
        """`async with db.write() as work`: a writing transaction, kept at the end of the block, undone by an exception.

        Inside a scope, or another writing block, it joins that transaction, whose end decides for all. Do nothing slow
        in it (a network call): on SQLite everybody else who writes waits.
        """
        return _Writing(self)

    def scope(self, update_id: int | None) -> _Scoped:
        """`async with db.scope(update_id) as scope`: everything one update does, as one transaction.

        The first write opens it and marks the update handled; if it was handled before, AlreadyHandled is raised with
        the outcome stored then. End it with `await scope.commit(outcome)` or `await scope.rollback()`; leaving it
        without a commit rolls back. Without an update_id it is a transaction all the same, with no mark.

        A task started inside belongs to the scope as long as it is open; start work of its own with an empty context.
        """
        return _Scoped(Scope(self, update_id))

    async def ping(self) -> None:
        """Returns when the database answers a question; raises what the driver raises when it does not."""
        async with self.read() as work:
            await work.connection.execute(_PING)

    async def close(self) -> None:
        await self.backend.close()


def _backend(url: URL, pool_size: int) -> Backend:
    if engine_of(url) == "sqlite":
        return SqliteBackend(url)
    # Imported where it is used: the driver and SQLAlchemy's asyncio take 15 MB that SQLite has no use for.
    from storage.postgres import PostgresBackend

    return PostgresBackend(url, pool_size)


class _Reading:
    __slots__ = ("_connection", "_database")

    def __init__(self, database: Database) -> None:
        self._database = database
        self._connection: Connection | None = None

    async def __aenter__(self) -> Work:
        scope = open_scope()
        if scope is not None and (joined := scope.joinable) is not None:
            return joined
        database = self._database
        self._connection = await database.backend.acquire()
        return Work(self._connection, database.keyring, database.clock, writing=False)

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._connection is not None:
            await self._database.backend.release(self._connection)


class _Writing:
    __slots__ = ("_database", "_own", "_scope")

    def __init__(self, database: Database) -> None:
        self._database = database
        self._own: _Scoped | None = None
        self._scope: Scope | None = None

    async def __aenter__(self) -> Work:
        scope = open_scope()
        if scope is None:
            self._own = _Scoped(Scope(self._database, None))
            scope = await self._own.__aenter__()
        self._scope = scope
        try:
            return await scope.writing()
        except BaseException as error:
            if self._own is not None:
                await self._own.__aexit__(type(error), error, error.__traceback__)
            raise

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._scope is None:
            return
        if error is not None:
            self._scope.fail()
        if self._own is not None:
            try:
                if error is None:
                    await self._scope.commit()
            finally:
                await self._own.__aexit__(kind, error, trace)


class _Scoped:
    __slots__ = ("_scope", "_token")

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._token: Token[Scope | None] | None = None

    async def __aenter__(self) -> Scope:
        self._token = current.set(self._scope)
        return self._scope

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._token is not None:
            current.reset(self._token)
        if not self._scope.ended:
            await self._scope.rollback()
