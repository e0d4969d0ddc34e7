"""Broadcasts; a person of one is a row of the outbox whose key names both."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, func, or_, select, update

from domain.broadcasts.kinds import BroadcastKind
from domain.broadcasts.links import link_of, plain_link
from domain.broadcasts.models import ENDED, Announcement, Broadcast, BroadcastId, BroadcastState, Tally
from domain.broadcasts.segments import AsOf, Segment, plain, segment_of
from domain.broadcasts.times import plain_times, times_of
from domain.pricing.promotions import PromotionId
from domain.shared.ids import PersonId, PressKey
from domain.shared.localised import Localised
from storage.broadcast_audience import lives_in
from storage.broadcast_feeding import HELD, Feeding, subject_of
from storage.connection import ResultRow, for_both, insert
from storage.tables import broadcasts, outbox, people
from storage.tables.delivery import OutboxState

_ADD = for_both(lambda engine: insert(broadcasts, engine).on_conflict_do_nothing())
_BY_KEY = select(broadcasts).where(
    or_(
        broadcasts.c.key == bindparam("press"),
        (broadcasts.c.parent_id == bindparam("parent")) & (broadcasts.c.starts_at == bindparam("starts")),
    )
)
_GET = select(broadcasts).where(broadcasts.c.id == bindparam("broadcast"))
_GET_STILL = _GET.with_for_update()
_STRETCH = select(broadcasts).order_by(broadcasts.c.id.desc()).limit(bindparam("count")).offset(bindparam("start"))
_TOTAL = select(func.count()).select_from(broadcasts)
_RUNNING = (
    select(broadcasts.c.id)
    .where(
        broadcasts.c.state == BroadcastState.RUNNING,
        or_(broadcasts.c.look_at.is_(None), broadcasts.c.look_at <= bindparam("now")),
    )
    .order_by(broadcasts.c.id)
)
_PLANNED_FOR = (
    select(broadcasts.c.id)
    .where(broadcasts.c.state == BroadcastState.PLANNED, broadcasts.c.starts_at <= bindparam("now"))
    .order_by(broadcasts.c.starts_at, broadcasts.c.id)
)
_ONE = broadcasts.c.id == bindparam("broadcast")
_BECOME = update(broadcasts).where(_ONE).values(state=bindparam("to"), ended_at=bindparam("ended"), look_at=None)
_APPROVE = update(broadcasts).where(_ONE).values(approved_by=bindparam("by"))
_PLAN = update(broadcasts).where(_ONE).values(starts_at=bindparam("starts"))
_OURS = outbox.c.subject == bindparam("about")
_WAITING = outbox.c.state == OutboxState.WAITING
_NOT_TAKEN = or_(outbox.c.lease_until.is_(None), outbox.c.lease_until <= bindparam("now"))
_DUE = update(outbox).where(_OURS, _WAITING).values(due_at=bindparam("due"))
_DROP = delete(outbox).where(_OURS, _WAITING, _NOT_TAKEN)
_TALLY = (
    select(outbox.c.state, outbox.c.message_id.is_(None).label("unsaid"), func.count().label("number"))
    .where(_OURS)
    .group_by(outbox.c.state, outbox.c.message_id.is_(None))
)


class Broadcasts(Feeding):
    """Implements domain.broadcasts.ports.Broadcasts."""

    __slots__ = ()

    async def add(
        self,
        what: Announcement,
        author: PersonId,
        key: PressKey,
        state: BroadcastState,
        starts_at: datetime,
        parent: BroadcastId | None = None,
    ) -> Broadcast:
        values = {
            "key": key,
            "author_id": author,
            "text_ru": what.text.ru,
            "text_en": what.text.en,
            "state": state,
            "reached": 0,
            "created_at": self._work.clock(),
            "kind": what.kind,
            "segment": plain(what.segment),
            "pictures": list(what.pictures),
            "links": [plain_link(each) for each in what.links],
            "promotion_id": what.promotion,
            "times": plain_times(what.times),
            "starts_at": starts_at,
            "parent_id": parent,
        }
        await self._run(_ADD[self._engine], values)
        found = await self._run(_BY_KEY, {"press": key, "parent": parent, "starts": starts_at})
        return _broadcast(found.one())

    async def get(self, id: BroadcastId) -> Broadcast | None:
        still = self._work.writing and self._engine == "postgresql"
        row = (await self._run(_GET_STILL if still else _GET, {"broadcast": id})).first()
        return None if row is None else _broadcast(row)

    async def stretch(self, start: int, count: int) -> tuple[Sequence[Broadcast], int]:
        rows = (await self._run(_STRETCH, {"start": start, "count": count})).all()
        return [_broadcast(row) for row in rows], (await self._run(_TOTAL)).scalar_one()

    async def running(self, at: datetime) -> Sequence[BroadcastId]:
        return [BroadcastId(id) for id in (await self._run(_RUNNING, {"now": at})).scalars()]

    async def due(self, at: datetime) -> Sequence[BroadcastId]:
        return [BroadcastId(id) for id in (await self._run(_PLANNED_FOR, {"now": at})).scalars()]

    async def become(self, id: BroadcastId, state: BroadcastState, at: datetime) -> None:
        ended = at if state in ENDED else None
        await self._run(_BECOME, {"broadcast": id, "to": state, "ended": ended})
        match state:
            case BroadcastState.PAUSED:
                await self._run(_DUE, {"about": subject_of(id), "due": HELD})
            case BroadcastState.RUNNING:
                await self._run(_DUE, {"about": subject_of(id), "due": at})
            case BroadcastState.CANCELLED:
                # What delivery holds in its hands already it finds void by itself.
                await self._run(_DROP, {"about": subject_of(id), "now": at})
            case _:
                pass

    async def approve(self, id: BroadcastId, by: PersonId) -> None:
        await self._run(_APPROVE, {"broadcast": id, "by": by})

    async def plan(self, id: BroadcastId, starts_at: datetime) -> None:
        await self._run(_PLAN, {"broadcast": id, "starts": starts_at})

    async def audience(self, kind: BroadcastKind, segment: Segment, as_of: AsOf) -> int:
        return await self._count(*self._people(kind, segment, as_of))

    async def tally(self, broadcast: Broadcast, as_of: AsOf) -> Tally:
        rows = (await self._run(_TALLY, {"about": subject_of(broadcast.id)})).all()
        counts = {(OutboxState(row.state), bool(row.unsaid)): int(row.number) for row in rows}
        return Tally(
            sent=counts.get((OutboxState.SENT, False), 0),
            blocked=counts.get((OutboxState.UNREACHABLE, True), 0),
            failed=counts.get((OutboxState.DEAD, True), 0),
            left=counts.get((OutboxState.WAITING, True), 0) + await self._to_come(broadcast, as_of),
            skipped=counts.get((OutboxState.SENT, True), 0),
        )

    async def _to_come(self, broadcast: Broadcast, as_of: AsOf) -> int:
        if broadcast.state in ENDED:
            return 0
        wanted = self._people(broadcast.what.kind, broadcast.what.segment, as_of)
        legs = await self.legs(broadcast.id) if broadcast.what.times.by_zone else ()
        if not legs:
            return await self._count(*wanted, people.c.id > broadcast.reached)
        left = [lives_in(leg.zone) & (people.c.id > leg.reached) for leg in legs if not leg.done]
        return await self._count(*wanted, or_(*left)) if left else 0


def _broadcast(row: ResultRow) -> Broadcast:
    what = Announcement(
        text=Localised(row.text_ru, row.text_en),
        kind=BroadcastKind(row.kind),
        segment=segment_of(row.segment),
        pictures=tuple(row.pictures),
        links=tuple(link_of(each) for each in row.links),
        promotion=None if row.promotion_id is None else PromotionId(row.promotion_id),
        times=times_of(row.times),
    )
    return Broadcast(
        id=BroadcastId(row.id),
        what=what,
        state=BroadcastState(row.state),
        reached=row.reached,
        created_at=row.created_at,
        starts_at=row.starts_at or row.created_at,
        author=PersonId(row.author_id),
        parent=None if row.parent_id is None else BroadcastId(row.parent_id),
        approved_by=None if row.approved_by is None else PersonId(row.approved_by),
    )
