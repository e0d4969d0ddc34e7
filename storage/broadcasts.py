"""Broadcasts; a person of one is a row of the outbox whose key names both."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, exists, func, or_, select, update

from domain.broadcasts.kinds import BroadcastKind
from domain.broadcasts.links import plain_link
from domain.broadcasts.models import ENDED, Announcement, Broadcast, BroadcastId, BroadcastState, Tally
from domain.broadcasts.segments import AsOf, Segment, plain
from domain.broadcasts.times import plain_times
from domain.shared.ids import ConsultantId, PersonId, PressKey
from storage.broadcast_feeding import Feeding
from storage.broadcast_figures import BroadcastFigures
from storage.broadcast_rows import HELD, as_broadcast, subject_of
from storage.connection import for_both, insert
from storage.tables import broadcast_figures, broadcasts, outbox
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
_OWN = broadcasts.c.consultant_id == bindparam("consultant")
# What consultants write is looked through by admins only where it waits for them.
_COMPANYS = or_(broadcasts.c.consultant_id.is_(None), broadcasts.c.state == BroadcastState.AWAITING)
_STRETCH = select(broadcasts).order_by(broadcasts.c.id.desc()).limit(bindparam("count")).offset(bindparam("start"))
_TOTAL = select(func.count()).select_from(broadcasts)
_BEGUN = exists().where(broadcast_figures.c.broadcast_id == broadcasts.c.id)
_NEAR = _TOTAL.where(
    _OWN,
    broadcasts.c.starts_at > bindparam("since"),
    broadcasts.c.starts_at < bindparam("until"),
    or_(broadcasts.c.state.not_in([BroadcastState.CANCELLED, BroadcastState.MISSED]), _BEGUN),
)
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
# What waits is looked for by state and due_at, never by subject: it is little, and what was sent may be a million rows.
_OURS_WAITING = (
    outbox.c.state == OutboxState.WAITING,
    outbox.c.due_at <= bindparam("held"),
    func.coalesce(outbox.c.subject, "") == bindparam("about"),
)
_NOT_TAKEN = or_(outbox.c.lease_until.is_(None), outbox.c.lease_until <= bindparam("now"))
_DUE = update(outbox).where(*_OURS_WAITING).values(due_at=bindparam("due"))
_DROP = delete(outbox).where(*_OURS_WAITING, _NOT_TAKEN)


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
            "consultant_id": what.consultant,
        }
        await self._run(_ADD[self._engine], values)
        found = await self._run(_BY_KEY, {"press": key, "parent": parent, "starts": starts_at})
        return as_broadcast(found.one())

    async def get(self, id: BroadcastId) -> Broadcast | None:
        still = self._work.writing and self._engine == "postgresql"
        row = (await self._run(_GET_STILL if still else _GET, {"broadcast": id})).first()
        return None if row is None else as_broadcast(row)

    async def by_key(self, key: PressKey) -> Broadcast | None:
        row = (await self._run(_BY_KEY, {"press": key, "parent": None, "starts": None})).first()
        return None if row is None else as_broadcast(row)

    async def stretch(self, consultant: ConsultantId | None, start: int, count: int) -> tuple[Sequence[Broadcast], int]:
        whose = _COMPANYS if consultant is None else _OWN
        given = {} if consultant is None else {"consultant": consultant}
        rows = (await self._run(_STRETCH.where(whose), {**given, "start": start, "count": count})).all()
        return [as_broadcast(row) for row in rows], (await self._run(_TOTAL.where(whose), given)).scalar_one()

    async def near(self, consultant: ConsultantId, since: datetime, until: datetime) -> int:
        given = {"consultant": consultant, "since": since, "until": until}
        return int((await self._run(_NEAR, given)).scalar_one())

    async def running(self, at: datetime) -> Sequence[BroadcastId]:
        return [BroadcastId(id) for id in (await self._run(_RUNNING, {"now": at})).scalars()]

    async def due(self, at: datetime) -> Sequence[BroadcastId]:
        return [BroadcastId(id) for id in (await self._run(_PLANNED_FOR, {"now": at})).scalars()]

    async def become(self, id: BroadcastId, state: BroadcastState, at: datetime) -> None:
        ended = at if state in ENDED else None
        await self._run(_BECOME, {"broadcast": id, "to": state, "ended": ended})
        about = {"about": subject_of(id), "held": HELD}
        match state:
            case BroadcastState.PAUSED:
                await self._run(_DUE, {**about, "due": HELD})
            case BroadcastState.RUNNING:
                await self._run(_DUE, {**about, "due": at})
            case BroadcastState.CANCELLED:
                # What delivery holds in its hands already it finds void by itself.
                dropped = (await self._run(_DROP, {**about, "now": at})).rowcount
                await BroadcastFigures(self._work).put(id, -dropped)
            case _:
                pass

    async def approve(self, id: BroadcastId, by: PersonId) -> None:
        await self._run(_APPROVE, {"broadcast": id, "by": by})

    async def plan(self, id: BroadcastId, starts_at: datetime) -> None:
        await self._run(_PLAN, {"broadcast": id, "starts": starts_at})

    async def audience(self, kind: BroadcastKind, segment: Segment, as_of: AsOf) -> int:
        return await self._count(*self._people(kind, segment, as_of))

    async def tally(self, broadcast: Broadcast, as_of: AsOf | None = None) -> Tally:
        figures = BroadcastFigures(self._work)
        if await figures.begun(broadcast.id):
            return await figures.tally(broadcast)
        what = broadcast.what
        seen = as_of or AsOf(self._work.clock())
        return Tally(left=0 if broadcast.state in ENDED else await self.audience(what.kind, what.segment, seen))
