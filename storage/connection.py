"""The one thing statements run on, whichever engine is behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, Protocol, TypeAlias, TypeVar

from sqlalchemy import CursorResult, Executable, Row, Table
from sqlalchemy.dialects import postgresql, sqlite

T = TypeVar("T")
Engine = Literal["sqlite", "postgresql"]
Result: TypeAlias = CursorResult[*tuple[Any, ...]]
ResultRow: TypeAlias = Row[*tuple[Any, ...]]
Parameters: TypeAlias = Mapping[str, Any] | Sequence[Mapping[str, Any]] | None


class Connection(Protocol):
    """A connection held for one unit of work. Results come back whole: nothing stays open on the server."""

    @property
    def engine(self) -> Engine: ...

    async def execute(self, statement: Executable, parameters: Parameters = None) -> Result: ...


class Backend(Protocol):
    """An engine's connections: for reading (each statement sees what is committed by then) and for writing."""

    @property
    def engine(self) -> Engine: ...

    async def acquire(self) -> Connection:
        """A connection for reading."""
        ...

    async def release(self, connection: Connection) -> None: ...

    async def begin(self) -> Connection:
        """A connection inside a new writing transaction; waits for its turn where the engine has one writer."""
        ...

    async def commit(self, connection: Connection) -> None:
        """Makes the transaction last and gives the connection back, also when committing fails."""
        ...

    async def rollback(self, connection: Connection) -> None:
        """Undoes the transaction and gives the connection back."""
        ...

    async def empty_log(self) -> None:
        """Leaves no trace of what was deleted in the log beside the database, where the engine lets us."""
        ...

    async def close(self) -> None: ...


def insert(table: Table, engine: Engine) -> sqlite.Insert | postgresql.Insert:
    """An INSERT that knows ON CONFLICT, in the engine's own dialect."""
    return sqlite.insert(table) if engine == "sqlite" else postgresql.insert(table)


def upsert(
    table: Table, engine: Engine, keys: Sequence[str], columns: Sequence[str]
) -> sqlite.Insert | postgresql.Insert:
    """An INSERT that overwrites `columns` of the row that has the same `keys` already."""
    statement = insert(table, engine)
    overwritten = {name: statement.excluded[name] for name in columns}
    return statement.on_conflict_do_update(index_elements=list(keys), set_=overwritten)


def for_both(build: Callable[[Engine], T]) -> Mapping[Engine, T]:
    """Builds a statement once for each engine, at import: a statement built per call would be compiled per call."""
    return {"sqlite": build("sqlite"), "postgresql": build("postgresql")}
