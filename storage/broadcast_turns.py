"""What is asked once for every message of an announcement, and therefore in one statement."""

from __future__ import annotations

from sqlalchemy import bindparam, exists, select

from domain.broadcasts.models import BroadcastId, BroadcastState
from domain.broadcasts.turns import Turn
from domain.shared.ids import PersonId
from storage.broadcast_audience import AGREES, ZONE
from storage.shelf import Shelf
from storage.tables import broadcasts, muted_kinds, people

_MUTED = exists().where(muted_kinds.c.customer_id == people.c.customer_id, muted_kinds.c.kind == broadcasts.c.kind)
_LOOK = (
    select(broadcasts.c.state, (AGREES & ~_MUTED).label("wanted"), ZONE.label("zone"))
    .select_from(broadcasts.join(people, people.c.id == bindparam("person")))
    .where(broadcasts.c.id == bindparam("broadcast"))
)


class BroadcastTurns(Shelf):
    """Implements domain.broadcasts.turns.BroadcastTurns."""

    __slots__ = ()

    async def look(self, id: BroadcastId, person_id: PersonId) -> Turn | None:
        row = (await self._run(_LOOK, {"broadcast": id, "person": person_id})).first()
        return None if row is None else Turn(BroadcastState(row.state), bool(row.wanted), row.zone)
