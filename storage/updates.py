"""Updates that could not be handled, and the marks of those that were."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, delete, insert, select, update

from domain.shared.ids import PersonId
from storage.connection import ResultRow
from storage.database import Database
from storage.sealing import Keyring, place
from storage.tables import failed_updates, handled_updates


@dataclass(frozen=True, slots=True)
class FailedUpdate:
    """An update put aside. `payload` is its JSON and may hold personal data: show it to nobody by itself."""

    id: int
    update_id: int
    person_id: PersonId | None
    payload: str
    error: str
    attempts: int
    at: datetime
    replayed_at: datetime | None


_ASIDE = insert(failed_updates)
_ALL: Select[Any] = select(failed_updates)
_OPEN = _ALL.where(failed_updates.c.replayed_at.is_(None)).order_by(failed_updates.c.id).limit(bindparam("limit"))
_GET = _ALL.where(failed_updates.c.id == bindparam("row"))
_REPLAYED = (
    update(failed_updates).where(failed_updates.c.id == bindparam("row")).values(replayed_at=bindparam("moment"))
)
_FORGET = delete(handled_updates).where(handled_updates.c.update_id == bindparam("update"))
_PRUNE = delete(handled_updates).where(handled_updates.c.at < bindparam("before"))


class Updates:
    """Every method is a transaction of its own, or part of the scope it is called in."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def put_aside(
        self, update_id: int, person_id: PersonId | int | None, payload: str, error: str, attempts: int, at: datetime
    ) -> int:
        """Keeps an update that failed for good and returns the row's id. The payload is kept sealed; `error` is not,

        so it must hold no personal data. Call it outside the failed update's scope.
        """
        async with self._database.write() as work:
            values = {
                "update_id": update_id,
                "person_id": person_id,
                "payload_sealed": _seal(work.keyring, payload, update_id),
                "error": error,
                "attempts": attempts,
                "at": at,
            }
            inserted = await work.connection.execute(_ASIDE, values)
        key = inserted.inserted_primary_key
        if key is None:
            raise LookupError("the row just written has no id")
        return int(key[0])

    async def failed(self, limit: int) -> list[FailedUpdate]:
        """The oldest that have not been replayed."""
        async with self._database.read() as work:
            rows = (await work.connection.execute(_OPEN, {"limit": limit})).all()
        return [_failed(row, self._database.keyring) for row in rows]

    async def get(self, id: int) -> FailedUpdate | None:
        """One of them by the row's id, replayed or not."""
        async with self._database.read() as work:
            row = (await work.connection.execute(_GET, {"row": id})).first()
        return None if row is None else _failed(row, self._database.keyring)

    async def mark_replayed(self, id: int, at: datetime) -> None:
        """Takes it off the list of `failed`."""
        async with self._database.write() as work:
            await work.connection.execute(_REPLAYED, {"row": id, "moment": at})

    async def forget_handled(self, update_id: int) -> bool:
        """Drops the mark of an update so that it can be replayed; False if there was none."""
        async with self._database.write() as work:
            return bool((await work.connection.execute(_FORGET, {"update": update_id})).rowcount)

    async def prune(self, before: datetime) -> int:
        """Forgets the marks made before that moment and says how many. Keep 48 h: Telegram repeats for 24."""
        async with self._database.write() as work:
            return (await work.connection.execute(_PRUNE, {"before": before})).rowcount


def _failed(row: ResultRow, keyring: Keyring) -> FailedUpdate:
    payload = keyring.open(row.payload_sealed, place("failed_updates", "payload", row.update_id))
    return FailedUpdate(row.id, row.update_id, row.person_id, payload, row.error, row.attempts, row.at, row.replayed_at)


def _seal(keyring: Keyring, payload: str, update_id: int) -> bytes:
    return keyring.seal(payload, place("failed_updates", "payload", update_id))
