"""What every area's shelf stands on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from sqlalchemy import Executable

from domain.shared.ids import CustomerId
from domain.shared.localised import Localised
from storage.connection import Connection, Engine, Parameters, Result
from storage.sealing import Keyring, place


class UnitOfWork(Protocol):
    """The part of Work that shelves need; see storage.work."""

    connection: Connection
    keyring: Keyring
    clock: Callable[[], datetime]
    writing: bool
    destroyed: bool

    async def hold(self, customer_id: CustomerId) -> None: ...

    def holds_goods(self, customer_id: CustomerId) -> bool: ...


class Shelf:
    """Statements and sealed fields of one area."""

    __slots__ = ("_work",)

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    @property
    def _engine(self) -> Engine:
        return self._work.connection.engine

    async def _run(self, statement: Executable, parameters: Parameters = None) -> Result:
        return await self._work.connection.execute(statement, parameters)

    def _seal(self, value: str | None, table: str, column: str, row: int | str) -> bytes | None:
        return None if value is None else self._work.keyring.seal(value, place(table, column, row))

    def _open(self, sealed: bytes | None, table: str, column: str, row: int | str) -> str | None:
        return None if sealed is None else self._work.keyring.open(sealed, place(table, column, row))


def maybe_localised(ru: str | None, en: str | None) -> Localised | None:
    """A text that may be missing; it is there in every language or in none."""
    return None if ru is None or en is None else Localised(ru, en)
