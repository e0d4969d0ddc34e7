"""What people did with announcements: presses that were noted, orders that are looked up, and figures that stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import String, bindparam, case, cast, func, select, update

from domain.broadcasts.models import BroadcastId, BroadcastState, Tally
from domain.broadcasts.report import Bought, Deeds
from domain.ordering.models import OrderState
from domain.shared.ids import PersonId
from storage.connection import for_both, insert
from storage.shelf import Shelf
from storage.tables import broadcast_figures, broadcast_presses, broadcasts, orders, outbox, people
from storage.tables.delivery import OutboxState

STRETCH = 500
"""Orders looked at by one statement."""
NO_ORDER = (OrderState.DECLINED, OrderState.CANCELLED)

_OF = broadcast_figures.c.broadcast_id == bindparam("broadcast")
_FIGURES = select(broadcast_figures).where(_OF, broadcast_figures.c.frozen_at.is_not(None))
_SETTLE = (
    update(broadcast_figures)
    .where(_OF, broadcast_figures.c.frozen_at.is_(None))
    .values({name: bindparam(f"new_{name}") for name in ("sent", "blocked", "failed", "skipped")})
    .values({name: bindparam(f"new_{name}") for name in ("pressed", "ordered", "stopped", "frozen_at")})
)
_UNSETTLED = (
    select(broadcasts.c.id)
    .join(broadcast_figures, broadcast_figures.c.broadcast_id == broadcasts.c.id)
    .where(
        broadcast_figures.c.frozen_at.is_(None),
        broadcasts.c.ended_at < bindparam("before"),
        broadcasts.c.state.in_([BroadcastState.DONE, BroadcastState.CANCELLED]),
    )
    .order_by(broadcasts.c.id)
)
_PRESSES = select(
    func.count().label("pressed"), func.sum(case((broadcast_presses.c.stopped, 1), else_=0)).label("stopped")
).where(broadcast_presses.c.broadcast_id == bindparam("broadcast"))
_GOT_IT = select(outbox.c.id).where(
    outbox.c.key == bindparam("name"), outbox.c.state == OutboxState.SENT, outbox.c.message_id.is_not(None)
)
_PRESS = for_both(
    lambda engine: insert(broadcast_presses, engine).on_conflict_do_nothing(
        index_elements=["broadcast_id", "person_id"]
    )
)
_STOPPED = (
    update(broadcast_presses)
    .where(
        broadcast_presses.c.broadcast_id == bindparam("broadcast"), broadcast_presses.c.person_id == bindparam("who")
    )
    .values(stopped=True)
)
# From the orders to the people: since the announcement there are fewer orders than people who got it.
_STRETCH = (
    select(orders.c.id)
    .where(orders.c.id < bindparam("newest"))
    .order_by(orders.c.id.desc())
    .limit(bindparam("stretch"))
    .subquery("stretch")
)
_NEWEST = select(func.max(orders.c.id))
_LOWEST = select(func.min(_STRETCH.c.id), func.max(orders.c.placed_at)).join_from(
    _STRETCH, orders, orders.c.id == _STRETCH.c.id
)
_BOUGHT = (
    select(orders.c.customer_id, orders.c.placed_at, outbox.c.sent_at)
    .join_from(orders, people, people.c.customer_id == orders.c.customer_id)
    .join(outbox, outbox.c.key == bindparam("prefix", type_=String) + cast(people.c.id, String))
    .where(
        orders.c.id >= bindparam("lowest"),
        orders.c.id < bindparam("newest"),
        orders.c.state.not_in(NO_ORDER),
        outbox.c.state == OutboxState.SENT,
        outbox.c.message_id.is_not(None),
        orders.c.placed_at >= outbox.c.sent_at,
    )
)


class BroadcastReports(Shelf):
    """Implements domain.broadcasts.report.BroadcastReports."""

    __slots__ = ()

    async def settled(self, id: BroadcastId) -> tuple[Tally, Deeds, datetime] | None:
        row = (await self._run(_FIGURES, {"broadcast": id})).first()
        if row is None:
            return None
        tally = Tally(row.sent, row.blocked, row.failed, 0, row.skipped)
        return tally, Deeds(row.pressed, row.ordered, row.stopped), row.frozen_at

    async def settle(self, id: BroadcastId, tally: Tally, deeds: Deeds, at: datetime) -> None:
        values = {
            "new_sent": tally.sent,
            "new_blocked": tally.blocked,
            "new_failed": tally.failed,
            "new_skipped": tally.skipped,
            "new_pressed": deeds.pressed,
            "new_ordered": deeds.ordered,
            "new_stopped": deeds.stopped,
            "new_frozen_at": at,
        }
        await self._run(_SETTLE, {"broadcast": id, **values})

    async def unsettled(self, ended_before: datetime) -> Sequence[BroadcastId]:
        return [BroadcastId(id) for id in (await self._run(_UNSETTLED, {"before": ended_before})).scalars()]

    async def presses(self, id: BroadcastId) -> tuple[int, int]:
        row = (await self._run(_PRESSES, {"broadcast": id})).one()
        return int(row.pressed), int(row.stopped or 0)

    async def press(self, id: BroadcastId, person_id: PersonId, *, stopped: bool, at: datetime) -> None:
        if (await self._run(_GOT_IT, {"name": f"broadcast:{id}:{person_id}"})).first() is None:
            return
        values = {"broadcast_id": id, "person_id": person_id, "stopped": stopped, "at": at}
        added = (await self._run(_PRESS[self._engine], values)).rowcount
        if stopped and not added:
            await self._run(_STOPPED, {"broadcast": id, "who": person_id})

    async def orders(self, id: BroadcastId, since: datetime, before: int | None) -> tuple[Sequence[Bought], int | None]:
        newest = before
        if newest is None:
            newest = ((await self._run(_NEWEST)).scalar_one_or_none() or 0) + 1
        lowest, latest = (await self._run(_LOWEST, {"newest": newest, "stretch": STRETCH})).one()
        if lowest is None or latest < since:
            return [], None
        rows = (await self._run(_BOUGHT, {"prefix": f"broadcast:{id}:", "lowest": lowest, "newest": newest})).all()
        return [Bought(row.customer_id, row.placed_at, row.sent_at) for row in rows], lowest
