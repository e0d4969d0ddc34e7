"""Orders whose consultant keeps silent."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.notices.models import Notice, NoticeKind
from domain.ordering.drive import held, refresh, subject_of, tell_consultant
from domain.ordering.models import EventKind, OrderEvent, Party, Silent
from domain.ordering.ports import OrderingWork
from domain.shared.clock import Clock
from domain.shared.ids import PersonId
from domain.shared.transaction import Transaction
from domain.shared.working_time import WorkingTime

BATCH = 100


@dataclass(frozen=True, slots=True)
class WatchOrders:
    """Reminds the consultant who has not reacted for `patience` of working time, and after as much again tells the

    admins; at once where the consultant cannot be reached or has left. Each happens once for an order and consultant,
    however often this runs and however long it did not. Gives how many orders something was done about.
    """

    write: Transaction[OrderingWork]
    clock: Clock
    hours: WorkingTime
    patience: timedelta = timedelta(hours=12)
    admins: Collection[int] = ()

    async def __call__(self) -> int:
        now, done = self.clock(), 0
        async with self.write() as work:
            # Working time is never shorter than time: whoever is due is among these.
            for silent in await work.orders.silent(now - self.patience, BATCH):
                done += await self._look(work, silent, now)
        return done

    async def _look(self, work: OrderingWork, silent: Silent, now: datetime) -> bool:
        due = self.hours.after(silent.reminded_at or silent.waits_since, self.patience)
        if not silent.is_gone and due > now:
            return False
        order = await held(work, silent.order_id)
        if silent.is_gone or silent.reminded_at is not None:
            await work.orders.escalated(order.id, now)
            await work.orders.note(order.id, OrderEvent(EventKind.ESCALATED, Party.SYSTEM, None, now))
            number = await work.orders.events_count(order.id)
            for admin in await work.buyers.known([PersonId(each) for each in sorted(self.admins)]):
                key = f"order:{order.id}:stuck:{number}:{admin}"
                about = subject_of(order.id)
                await work.outbox.put(Notice(admin, NoticeKind.ORDER_STUCK, key, {"order": order.id}, subject=about))
            return True
        await work.orders.reminded(order.id, now)
        await work.orders.note(order.id, OrderEvent(EventKind.REMINDED, Party.SYSTEM, None, now))
        await refresh(work, order)
        number = await work.orders.events_count(order.id)
        await tell_consultant(work, order, NoticeKind.ORDER_REMINDER, f"order:{order.id}:reminder:{number}")
        return True
