"""Broadcasts; a person of one is a row of the outbox whose key names both."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, exists, func, or_, select, text, update

from domain.broadcasts.models import Broadcast, BroadcastId, BroadcastState, Tally
from domain.consents.models import VERSIONS, Purpose
from domain.notices.models import Channel, NoticeKind, Priority
from domain.shared.ids import PersonId, PressKey
from domain.shared.localised import Localised
from storage.broadcast_figures import BroadcastFigures
from storage.broadcast_rows import HELD, as_broadcast, subject_of
from storage.connection import for_both, insert
from storage.shelf import Shelf
from storage.tables import broadcasts, consents, outbox, people
from storage.tables.delivery import UNSAID, OutboxState

BATCH = 500
"""People put by one statement."""

_ADD = for_both(lambda engine: insert(broadcasts, engine).on_conflict_do_nothing(index_elements=["key"]))
_BY_KEY = select(broadcasts).where(broadcasts.c.key == bindparam("press"))
_GET = select(broadcasts).where(broadcasts.c.id == bindparam("broadcast"))
_GET_STILL = _GET.with_for_update()
_STRETCH = select(broadcasts).order_by(broadcasts.c.id.desc()).limit(bindparam("count")).offset(bindparam("start"))
_TOTAL = select(func.count()).select_from(broadcasts)
_RUNNING = select(broadcasts.c.id).where(broadcasts.c.state == BroadcastState.RUNNING).order_by(broadcasts.c.id)
_BECOME = (
    update(broadcasts)
    .where(broadcasts.c.id == bindparam("broadcast"))
    .values(state=bindparam("to"), ended_at=bindparam("ended"))
)
_AGREES = exists().where(
    consents.c.customer_id == people.c.customer_id,
    consents.c.purpose == Purpose.PROMOTIONS,
    consents.c.version == VERSIONS[Purpose.PROMOTIONS],
    consents.c.withdrawn_at.is_(None),
)
_AUDIENCE = select(func.count()).select_from(people).where(people.c.reachable, _AGREES)
_NEXT = (
    select(people.c.id)
    .where(people.c.id > bindparam("reached"), people.c.reachable, _AGREES)
    .order_by(people.c.id)
    .limit(bindparam("count"))
)
_REACHED = update(broadcasts).where(broadcasts.c.id == bindparam("broadcast")).values(reached=bindparam("last"))
_PUT = for_both(lambda engine: insert(outbox, engine).on_conflict_do_nothing(index_elements=["key"]))
# What waits is looked for by state and due_at, never by subject: it is little, and what was sent may be a million rows.
_OURS_WAITING = (
    outbox.c.state == OutboxState.WAITING,
    outbox.c.due_at <= bindparam("held"),
    func.coalesce(outbox.c.subject, "") == bindparam("about"),
)
_NOT_TAKEN = or_(outbox.c.lease_until.is_(None), outbox.c.lease_until <= bindparam("now"))
_DUE = update(outbox).where(*_OURS_WAITING).values(due_at=bindparam("due"))
_DROP = delete(outbox).where(*_OURS_WAITING, _NOT_TAKEN)
# The first condition as it stands in the index of the few that got nothing.
_AGAIN = (
    update(outbox)
    .where(
        text(UNSAID),
        outbox.c.subject == bindparam("about"),
        outbox.c.state == OutboxState.SENT,
        exists().where(people.c.id == outbox.c.person_id, people.c.reachable, _AGREES),
    )
    .values(state=OutboxState.WAITING, sent_at=None, attempts=0, due_at=bindparam("due"))
)
_OWED = (
    select(func.count())
    .select_from(outbox)
    .where(outbox.c.state == OutboxState.WAITING, outbox.c.due_at < bindparam("held"))
)
_UNSENT = select(func.count()).select_from(outbox).where(*_OURS_WAITING)


class Broadcasts(Shelf):
    """Implements domain.broadcasts.ports.Broadcasts."""

    __slots__ = ()

    async def add(self, text: Localised, author: PersonId, key: PressKey, at: datetime) -> Broadcast:
        values = {
            "key": key,
            "author_id": author,
            "text_ru": text.ru,
            "text_en": text.en,
            "state": BroadcastState.RUNNING,
            "reached": 0,
            "created_at": at,
        }
        await self._run(_ADD[self._engine], values)
        return as_broadcast((await self._run(_BY_KEY, {"press": key})).one())

    async def get(self, id: BroadcastId) -> Broadcast | None:
        still = self._work.writing and self._engine == "postgresql"
        row = (await self._run(_GET_STILL if still else _GET, {"broadcast": id})).first()
        return None if row is None else as_broadcast(row)

    async def stretch(self, start: int, count: int) -> tuple[Sequence[Broadcast], int]:
        rows = (await self._run(_STRETCH, {"start": start, "count": count})).all()
        return [as_broadcast(row) for row in rows], (await self._run(_TOTAL)).scalar_one()

    async def running(self) -> Sequence[BroadcastId]:
        return [BroadcastId(id) for id in (await self._run(_RUNNING)).scalars()]

    async def become(self, id: BroadcastId, state: BroadcastState, at: datetime) -> None:
        ended = at if state in (BroadcastState.DONE, BroadcastState.CANCELLED) else None
        await self._run(_BECOME, {"broadcast": id, "to": state, "ended": ended})
        about = subject_of(id)
        match state:
            case BroadcastState.PAUSED:
                await self._run(_DUE, {"about": about, "due": HELD, "held": HELD})
            case BroadcastState.RUNNING:
                await self._run(_DUE, {"about": about, "due": at, "held": HELD})
            case BroadcastState.CANCELLED:
                # What delivery holds in its hands already it finds void by itself.
                dropped = (await self._run(_DROP, {"about": about, "now": at, "held": HELD})).rowcount
                await BroadcastFigures(self._work).put(id, -dropped)
            case BroadcastState.DONE:
                pass

    async def audience(self) -> int:
        return int((await self._run(_AUDIENCE)).scalar_one())

    async def put_next(self, broadcast: Broadcast, most: int, at: datetime) -> bool:
        room = most - (await self._run(_OWED, {"held": HELD})).scalar_one()
        reached = broadcast.reached
        while room > 0:
            count = min(room, BATCH)
            found = list((await self._run(_NEXT, {"reached": reached, "count": count})).scalars())
            if not found:
                return False
            await self._run(_PUT[self._engine], [_row(broadcast.id, person_id, at) for person_id in found])
            reached, room = found[-1], room - len(found)
            await self._run(_REACHED, {"broadcast": broadcast.id, "last": reached})
            await BroadcastFigures(self._work).put(broadcast.id, len(found))
        return True

    async def waits(self, id: BroadcastId) -> bool:
        return bool((await self._run(_UNSENT, {"about": subject_of(id), "held": HELD})).scalar_one())

    async def put_again(self, id: BroadcastId, at: datetime) -> int:
        return (await self._run(_AGAIN, {"about": subject_of(id), "due": at})).rowcount

    async def tally(self, broadcast: Broadcast) -> Tally:
        figures = BroadcastFigures(self._work)
        if await figures.begun(broadcast.id):
            return await figures.tally(broadcast)
        return Tally(left=0 if broadcast.state is BroadcastState.CANCELLED else await self.audience())


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
