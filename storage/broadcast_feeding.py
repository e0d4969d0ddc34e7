"""Putting announcements into the outbox; a person of one is a row whose key names both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, TextClause, bindparam, exists, func, select, text, update

from domain.broadcasts.kinds import BroadcastKind
from domain.broadcasts.models import Broadcast, BroadcastId
from domain.broadcasts.ports import Leg
from domain.broadcasts.segments import EVERYBODY, AsOf, Segment
from domain.notices.models import Channel, NoticeKind, Priority
from domain.shared.ids import PersonId
from storage.broadcast_audience import ZONE, audience, lives_in, serves
from storage.broadcast_figures import BroadcastFigures
from storage.broadcast_rows import HELD, subject_of
from storage.connection import for_both, insert
from storage.shelf import Shelf
from storage.tables import audience_marks, broadcast_legs, broadcasts, consultants, outbox, people
from storage.tables.delivery import UNSAID, OutboxState

BATCH = 500
"""People put by one statement."""
LOOKED_AT = 5000
"""Of how many people one statement asks whether they live in a time zone."""
STEPS = 4
"""Such statements in one transaction."""
DONE = 2**62
"""Beyond everybody's id: a leg that reached it has nobody left to put."""

_ONE = broadcasts.c.id == bindparam("broadcast")
_WAITING = outbox.c.state == OutboxState.WAITING
_LOOK = update(broadcasts).where(_ONE).values(look_at=bindparam("then"), rests_until=bindparam("rests"))
_REACHED = update(broadcasts).where(_ONE).values(reached=bindparam("last"))
_LEGS = (
    select(broadcast_legs)
    .where(broadcast_legs.c.broadcast_id == bindparam("broadcast"))
    .order_by(broadcast_legs.c.due_at, broadcast_legs.c.zone)
)
_ADD_LEG = for_both(lambda engine: insert(broadcast_legs, engine).on_conflict_do_nothing())
_LEG_REACHED = (
    update(broadcast_legs)
    .where(broadcast_legs.c.broadcast_id == bindparam("broadcast"), broadcast_legs.c.zone == bindparam("where"))
    .values(reached=bindparam("last"))
)
_MARKED_ZONES = select(audience_marks.c.time_zone).where(audience_marks.c.time_zone.is_not(None)).distinct()
_CONSULTANTS_ZONES = select(consultants.c.time_zone).distinct()
_ZONE_OF = select(ZONE).select_from(people).where(people.c.id == bindparam("person"))
_AS_FAR_AS = (
    select(people.c.id)
    .where(people.c.id > bindparam("reached"))
    .order_by(people.c.id)
    .limit(1)
    .offset(bindparam("count"))
)
_PUT = for_both(lambda engine: insert(outbox, engine).on_conflict_do_nothing(index_elements=["key"]))
# By state and due_at, never by subject: what waits is little, what was sent may be a million rows.
_OWED = select(func.count()).select_from(outbox).where(_WAITING, outbox.c.due_at < bindparam("held"))
_UNSENT = (
    select(func.count())
    .select_from(outbox)
    .where(_WAITING, outbox.c.due_at <= bindparam("held"), func.coalesce(outbox.c.subject, "") == bindparam("about"))
)


class Feeding(Shelf):
    """The part of domain.broadcasts.ports.Broadcasts that brings announcements to people."""

    __slots__ = ()

    async def put_next(self, broadcast: Broadcast, most: int, at: datetime, as_of: AsOf) -> bool:
        room = most - (await self._run(_OWED, {"held": HELD})).scalar_one()
        wanted = self._people(broadcast.what.kind, broadcast.what.segment, as_of)
        reached = broadcast.reached
        while room > 0:
            found = await self._next(wanted, reached, min(room, BATCH))
            if not found:
                return False
            await self._put(broadcast.id, found, at)
            reached, room = found[-1], room - len(found)
            await self._run(_REACHED, {"broadcast": broadcast.id, "last": reached})
        return True

    async def legs(self, id: BroadcastId) -> Sequence[Leg]:
        rows = (await self._run(_LEGS, {"broadcast": id})).all()
        return [Leg(row.zone, row.due_at, row.reached, row.reached >= DONE) for row in rows]

    async def zones(self) -> frozenset[str]:
        marked = (await self._run(_MARKED_ZONES)).scalars()
        return frozenset({"", *marked, *(await self._run(_CONSULTANTS_ZONES)).scalars()})

    async def add_legs(self, id: BroadcastId, due: Mapping[str, datetime]) -> None:
        rows = [{"broadcast_id": id, "zone": zone, "due_at": at, "reached": 0} for zone, at in sorted(due.items())]
        if rows:
            await self._run(_ADD_LEG[self._engine], rows)

    async def put_leg(self, broadcast: Broadcast, leg: Leg, most: int, at: datetime, as_of: AsOf) -> bool:
        room = most - (await self._run(_OWED, {"held": HELD})).scalar_one()
        has_it = exists().where(outbox.c.person_id == people.c.id, outbox.c.subject == subject_of(broadcast.id))
        # Somebody may have moved here from a zone whose people were put already.
        wanted = [*self._people(broadcast.what.kind, broadcast.what.segment, as_of), lives_in(leg.zone), ~has_it]
        reached, steps = leg.reached, STEPS
        while room > 0 and steps > 0:
            end = (await self._run(_AS_FAR_AS, {"reached": reached, "count": LOOKED_AT})).scalar_one_or_none()
            near = wanted if end is None else [*wanted, people.c.id <= end]
            count = min(room, BATCH)
            found = await self._next(near, reached, count)
            await self._put(broadcast.id, found, at)
            room -= len(found)
            if len(found) == count:
                reached = found[-1]
            elif end is None:
                reached = DONE
            else:
                reached, steps = end, steps - 1
            await self._run(_LEG_REACHED, {"broadcast": broadcast.id, "where": leg.zone, "last": reached})
            if reached == DONE:
                return False
        return True

    async def look_again(self, id: BroadcastId, at: datetime | None, rests_until: datetime | None = None) -> None:
        await self._run(_LOOK, {"broadcast": id, "then": at, "rests": rests_until})

    async def zone_of(self, person_id: PersonId) -> str:
        return str((await self._run(_ZONE_OF, {"person": person_id})).scalar_one_or_none() or "")

    async def waits(self, id: BroadcastId) -> bool:
        return bool((await self._run(_UNSENT, {"about": subject_of(id), "held": HELD})).scalar_one())

    async def unsaid(self, broadcast: Broadcast) -> frozenset[str]:
        statement = (
            select(ZONE)
            .select_from(outbox)
            .join(people, people.c.id == outbox.c.person_id)
            .where(*_unsaid(broadcast.id), *self._still(broadcast))
            .distinct()
        )
        return frozenset(str(zone) for zone in (await self._run(statement)).scalars())

    async def put_again(self, broadcast: Broadcast, zones: frozenset[str], at: datetime) -> int:
        theirs = exists().where(
            people.c.id == outbox.c.person_id,
            *self._still(broadcast),
            ZONE.in_(sorted(zones)),
        )
        again = (
            update(outbox)
            .where(*_unsaid(broadcast.id), theirs)
            .values(state=OutboxState.WAITING, sent_at=None, attempts=0, due_at=at)
        )
        return (await self._run(again)).rowcount

    def _people(self, kind: BroadcastKind, segment: Segment, as_of: AsOf | None) -> list[ColumnElement[bool]]:
        return audience(kind, segment, self._work.keyring, as_of or AsOf(self._work.clock()))

    def _still(self, broadcast: Broadcast) -> list[ColumnElement[bool]]:
        """Who was put and may still get it: whoever agrees; a consultant's own, while they serve that customer."""
        wanted = self._people(broadcast.what.kind, EVERYBODY, None)
        return wanted if broadcast.what.consultant is None else [*wanted, serves(broadcast.what.consultant)]

    async def _count(self, *wanted: ColumnElement[bool]) -> int:
        return int((await self._run(select(func.count()).select_from(people).where(*wanted))).scalar_one())

    async def _next(self, wanted: Sequence[ColumnElement[bool]], reached: int, count: int) -> list[int]:
        after: Select[Any] = select(people.c.id).where(*wanted, people.c.id > reached)
        return list((await self._run(after.order_by(people.c.id).limit(count))).scalars())

    async def _put(self, id: BroadcastId, people_ids: Sequence[int], at: datetime) -> None:
        if people_ids:
            await self._run(_PUT[self._engine], [_row(id, person_id, at) for person_id in people_ids])
            await BroadcastFigures(self._work).put(id, len(people_ids))


def _unsaid(id: BroadcastId) -> tuple[ColumnElement[bool] | TextClause, ...]:
    """Rows of who was put and got nothing."""
    # The first condition as it stands in the index of the few that got nothing.
    return text(UNSAID), outbox.c.subject == subject_of(id), outbox.c.state == OutboxState.SENT


def _row(id: BroadcastId, person_id: int, at: datetime) -> dict[str, object]:
    return {
        "key": f"broadcast:{id}:{person_id}",
        "person_id": person_id,
        "channel": Channel.TELEGRAM,
        "kind": NoticeKind.BROADCAST,
        "args": {"broadcast": id},
        "priority": Priority.BULK,
        "state": OutboxState.WAITING,
        "due_at": at,
        "attempts": 0,
        "created_at": at,
        "subject": subject_of(id),
    }
