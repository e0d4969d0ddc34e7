"""Recalls of announcements; a deletion is a row of the outbox whose key names the announcement and the person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, func, or_, select, text, update

from domain.broadcasts.models import BroadcastId
from domain.broadcasts.recall import Recall, RecallTally
from domain.notices.models import Channel, NoticeKind, Priority
from storage.broadcast_rows import HELD, subject_of
from storage.connection import ResultRow, for_both, insert
from storage.shelf import Shelf
from storage.tables import broadcast_figures, broadcast_recalls, outbox
from storage.tables.delivery import UNSAID, OutboxState

_OF = broadcast_recalls.c.broadcast_id == bindparam("broadcast")
_ADD = for_both(
    lambda engine: insert(broadcast_recalls, engine).on_conflict_do_nothing(index_elements=["broadcast_id"])
)
_GET = select(broadcast_recalls).where(_OF)
_RUNNING = (
    select(broadcast_recalls).where(broadcast_recalls.c.ended_at.is_(None)).order_by(broadcast_recalls.c.broadcast_id)
)
_REACHED = (
    update(broadcast_recalls)
    .where(_OF)
    .values(reached=bindparam("last"), put=broadcast_recalls.c.put + bindparam("more"))
)
_END = update(broadcast_recalls).where(_OF).values(ended_at=bindparam("at"))
_OURS = outbox.c.subject == bindparam("about")
_WAITS = outbox.c.state == OutboxState.WAITING
_NEXT = (
    select(outbox.c.id, outbox.c.person_id, outbox.c.message_id)
    .where(
        _OURS,
        outbox.c.id > bindparam("reached"),
        outbox.c.state == OutboxState.SENT,
        outbox.c.message_id.is_not(None),
        outbox.c.sent_at > bindparam("since"),
    )
    .order_by(outbox.c.id)
    .limit(bindparam("count"))
)
_LAST = (
    select(outbox.c.sent_at)
    .where(_OURS, outbox.c.state == OutboxState.SENT, outbox.c.message_id.is_not(None))
    .order_by(outbox.c.id.desc())
    .limit(1)
)
_PUT = for_both(lambda engine: insert(outbox, engine).on_conflict_do_nothing(index_elements=["key"]))
_COUNT = (
    select(func.count())
    .select_from(outbox)
    .where(_WAITS, outbox.c.due_at <= bindparam("held"), func.coalesce(outbox.c.subject, "") == bindparam("about"))
)
_FREE = or_(outbox.c.lease_until.is_(None), outbox.c.lease_until <= bindparam("now"))
_DROP = delete(outbox).where(
    _WAITS, outbox.c.due_at <= bindparam("held"), func.coalesce(outbox.c.subject, "") == bindparam("about"), _FREE
)
_DROPPED = (
    update(broadcast_figures)
    .where(broadcast_figures.c.broadcast_id == bindparam("broadcast"))
    .values(put=broadcast_figures.c.put - bindparam("fewer"))
)
_UNSAID = select(outbox.c.state, func.count().label("number")).where(text(UNSAID), _OURS).group_by(outbox.c.state)


class BroadcastRecalls(Shelf):
    """Implements domain.broadcasts.recall.BroadcastRecalls."""

    __slots__ = ()

    async def add(self, id: BroadcastId, at: datetime) -> None:
        await self._run(_ADD[self._engine], {"broadcast_id": id, "reached": 0, "put": 0, "asked_at": at})

    async def get(self, id: BroadcastId) -> Recall | None:
        row = (await self._run(_GET, {"broadcast": id})).first()
        return None if row is None else _recall(row)

    async def running(self) -> Sequence[Recall]:
        return [_recall(row) for row in (await self._run(_RUNNING)).all()]

    async def anything(self, id: BroadcastId, since: datetime) -> bool:
        last = (await self._run(_LAST, {"about": subject_of(id)})).scalar_one_or_none()
        return (last is not None and last > since) or await self._waiting(subject_of(id)) > 0

    async def put_next(self, recall: Recall, most: int, since: datetime, at: datetime) -> bool:
        room = most - await self._waiting(_subject(recall.id))
        if room <= 0:
            return True
        asked = {"about": subject_of(recall.id), "reached": recall.reached, "since": since, "count": room}
        found = (await self._run(_NEXT, asked)).all()
        if not found:
            return False
        await self._run(_PUT[self._engine], [_row(recall.id, row, at) for row in found])
        await self._run(_REACHED, {"broadcast": recall.id, "last": found[-1].id, "more": len(found)})
        return True

    async def waits(self, id: BroadcastId) -> bool:
        return await self._waiting(_subject(id)) > 0

    async def drop_messages(self, id: BroadcastId, at: datetime) -> bool:
        about = subject_of(id)
        dropped = (await self._run(_DROP, {"about": about, "now": at, "held": HELD})).rowcount
        if dropped:
            await self._run(_DROPPED, {"broadcast": id, "fewer": dropped})
        return await self._waiting(about) > 0

    async def end(self, id: BroadcastId, at: datetime) -> None:
        await self._run(_END, {"broadcast": id, "at": at})

    async def tally(self, recall: Recall) -> RecallTally:
        row = (await self._run(_GET, {"broadcast": recall.id})).one()
        about = _subject(recall.id)
        waiting = await self._waiting(about)
        unsaid = {OutboxState(each.state): int(each.number) for each in await self._unsaid(about)}
        gone = unsaid.get(OutboxState.SENT, 0)
        failed = sum(unsaid.values()) - gone
        deleted = max(0, row.put - waiting - gone - failed)
        return RecallTally(deleted, gone, failed, waiting, over=recall.ended_at is not None)

    async def _unsaid(self, about: str) -> Sequence[ResultRow]:
        return (await self._run(_UNSAID, {"about": about})).all()

    async def _waiting(self, about: str) -> int:
        return int((await self._run(_COUNT, {"about": about, "held": HELD})).scalar_one())


def _subject(id: BroadcastId) -> str:
    return f"recall:{id}"


def _recall(row: ResultRow) -> Recall:
    return Recall(BroadcastId(row.broadcast_id), row.reached, row.asked_at, row.ended_at)


def _row(id: BroadcastId, sent: ResultRow, at: datetime) -> dict[str, object]:
    return {
        "key": f"recall:{id}:{sent.person_id}",
        "person_id": sent.person_id,
        "channel": Channel.TELEGRAM,
        "kind": NoticeKind.BROADCAST_RECALL,
        "args": {"broadcast": id, "message": sent.message_id},
        "priority": Priority.BULK,
        "state": OutboxState.WAITING,
        "due_at": at,
        "attempts": 0,
        "created_at": at,
        "subject": _subject(id),
    }
