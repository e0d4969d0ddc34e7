"""How far announcements came. What came to people is counted by what did not, so that a million rows cost no more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, func, select, text, update

from domain.broadcasts.models import Broadcast, BroadcastId, BroadcastState, Tally
from domain.broadcasts.progress import Progress
from domain.broadcasts.recall import RecallTally
from domain.shared.ids import PersonId
from storage.broadcast_recalls import BroadcastRecalls
from storage.broadcast_rows import HELD, as_broadcast, subject_of
from storage.connection import for_both, insert
from storage.shelf import Shelf
from storage.tables import broadcast_figures, broadcasts, outbox
from storage.tables.delivery import UNSAID, OutboxState

_OF = broadcast_figures.c.broadcast_id == bindparam("broadcast")
_GET = select(broadcast_figures).where(_OF)
_BEGIN = for_both(
    lambda engine: insert(broadcast_figures, engine).on_conflict_do_nothing(index_elements=["broadcast_id"])
)
_MORE = update(broadcast_figures).where(_OF).values(put=broadcast_figures.c.put + bindparam("more"))
_KEEP = update(broadcast_figures).where(_OF).values(message_id=bindparam("message"))
_TOLD = update(broadcast_figures).where(_OF).values(told_at=bindparam("at"))
_UNTOLD = (
    select(broadcasts, broadcast_figures.c.message_id)
    .join(broadcast_figures, broadcast_figures.c.broadcast_id == broadcasts.c.id)
    .where(broadcast_figures.c.told_at.is_(None))
    .order_by(broadcasts.c.id)
)
# By state and due_at, never by subject: what waits is little, what was sent may be a million rows.
_WAITING = (
    select(func.count())
    .select_from(outbox)
    .where(
        outbox.c.state == OutboxState.WAITING,
        outbox.c.due_at <= bindparam("held"),
        func.coalesce(outbox.c.subject, "") == bindparam("about"),
    )
)
# The condition as it stands in the index: it alone holds these rows.
_UNSAID = (
    select(outbox.c.state, func.count().label("number"))
    .where(text(UNSAID), outbox.c.subject == bindparam("about"))
    .group_by(outbox.c.state)
)


class BroadcastFigures(Shelf):
    """Implements domain.broadcasts.progress.BroadcastFigures."""

    __slots__ = ()

    async def begun(self, id: BroadcastId) -> bool:
        return (await self._run(_GET, {"broadcast": id})).first() is not None

    async def begin(self, id: BroadcastId, total: int) -> None:
        await self._run(_BEGIN[self._engine], {"broadcast_id": id, "total": total, "put": 0})

    async def put(self, id: BroadcastId, more: int) -> None:
        """So many rows more are in the outbox; fewer where it is negative."""
        if more:
            await self._run(_MORE, {"broadcast": id, "more": more})

    async def untold(self) -> Sequence[Progress]:
        found = []
        for row in (await self._run(_UNTOLD)).all():
            broadcast = as_broadcast(row)
            recalls = BroadcastRecalls(self._work)
            recall = await recalls.get(broadcast.id)
            tally: RecallTally | None = None if recall is None else await recalls.tally(recall)
            progress = Progress(broadcast, PersonId(row.author_id), await self.tally(broadcast), row.message_id, tally)
            found.append(progress)
        return found

    async def keep_message(self, id: BroadcastId, message_id: int) -> None:
        await self._run(_KEEP, {"broadcast": id, "message": message_id})

    async def told(self, id: BroadcastId, at: datetime | None) -> None:
        await self._run(_TOLD, {"broadcast": id, "at": at})

    async def tally(self, broadcast: Broadcast) -> Tally:
        """Its figures; all nothing before it has begun, since nobody was counted."""
        row = (await self._run(_GET, {"broadcast": broadcast.id})).first()
        if row is None:
            return Tally()
        if row.frozen_at is not None:
            return Tally(row.sent, row.blocked, row.failed, 0, row.skipped)
        about = {"about": subject_of(broadcast.id)}
        waiting = int((await self._run(_WAITING, {**about, "held": HELD})).scalar_one())
        unsaid = {OutboxState(each.state): int(each.number) for each in (await self._run(_UNSAID, about)).all()}
        ended = broadcast.state in (BroadcastState.DONE, BroadcastState.CANCELLED)
        return Tally(
            sent=max(0, row.put - waiting - sum(unsaid.values())),
            blocked=unsaid.get(OutboxState.UNREACHABLE, 0),
            failed=unsaid.get(OutboxState.DEAD, 0),
            left=waiting + (0 if ended else max(0, row.total - row.put)),
            skipped=unsaid.get(OutboxState.SENT, 0),
            owed=waiting,
        )
