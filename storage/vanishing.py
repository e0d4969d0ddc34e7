"""Messages that must not stay in a chat. The outbox knows which they are, so a restart forgets none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select, text, update

from domain.shared.ids import PersonId
from storage.database import Database
from storage.tables import outbox
from storage.tables.delivery import VANISHING

_MOST = 100
# Written as it stands in the index: a bound parameter would leave the index unused.
_DUE = (
    select(outbox.c.id, outbox.c.person_id, outbox.c.message_id)
    .where(text(VANISHING), outbox.c.sent_at <= bindparam("before"))
    .order_by(outbox.c.sent_at)
    .limit(_MOST)
)
_GONE = update(outbox).where(outbox.c.id == bindparam("row")).values(message_id=None)


@dataclass(frozen=True, slots=True)
class Vanishing:
    """A message to delete."""

    id: int
    person_id: PersonId
    message_id: int


class VanishingMessages:
    """Every method is a transaction of its own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def due(self, before: datetime) -> list[Vanishing]:
        """Those sent by that moment which are still there."""
        async with self._database.read() as work:
            rows = (await work.connection.execute(_DUE, {"before": before})).all()
        return [Vanishing(row.id, PersonId(row.person_id), row.message_id) for row in rows]

    async def gone(self, id: int) -> None:
        """Notes that it was deleted."""
        async with self._database.write() as work:
            await work.connection.execute(_GONE, {"row": id})
