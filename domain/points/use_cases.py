"""A customer's points: looking at them, and their end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.notices.models import Notice, NoticeKind
from domain.people.models import Person
from domain.points.models import HistoryLine, Move, MoveKind
from domain.points.ports import PointsWork, WarningWork
from domain.pricing.points import PointsRules
from domain.shared.clock import Clock
from domain.shared.paging import Page, clamp_page
from domain.shared.transaction import Transaction

PAGE = 8
BATCH = 200


@dataclass(frozen=True, slots=True)
class PointsBook:
    """What a customer has, until when if nothing moves, and what came and went."""

    points: int
    expires_at: datetime | None
    history: Page[HistoryLine]
    rules: PointsRules


@dataclass(frozen=True, slots=True)
class ShowPoints:
    """A page of the person's own points; everybody has a cabinet, so nobody is refused."""

    read: Transaction[PointsWork]
    rules: PointsRules

    async def __call__(self, person: Person, number: int = 0) -> PointsBook:
        number = max(0, min(number, 10_000))
        async with self.read() as work:
            balance = await work.points.balance(person.customer_id)
            found, total = await work.points.history(person.customer_id, number * PAGE, PAGE)
            if not found and total:
                number = clamp_page(number, PAGE, total)
                found, total = await work.points.history(person.customer_id, number * PAGE, PAGE)
        expires = balance.active_at + self.rules.idle if balance.points and balance.active_at else None
        return PointsBook(balance.points, expires, Page(found, number, PAGE, total), self.rules)


@dataclass(frozen=True, slots=True)
class WarnOfPoints:
    """Owes everybody whose points are about to expire a notice, once for the time they stand still.

    Run by the scheduler; who is told is marked in the transaction that owes the notice. Gives how many customers are
    told.
    """

    write: Transaction[WarningWork]
    clock: Clock
    rules: PointsRules

    async def __call__(self) -> int:
        told = 0
        while self.rules.warn and (batch := await self._batch()):
            told += len(batch)
        return told

    async def _batch(self) -> Sequence[object]:
        last = self.clock() - self.rules.idle
        async with self.write() as work:
            batch = await work.points.ending(last + self.rules.warn, last, BATCH)
            for customer_id, balance in batch:
                if balance.active_at is None:
                    continue
                until = int((balance.active_at + self.rules.idle).timestamp())
                for person_id in await work.buyers.persons_of(customer_id):
                    key = f"points:{customer_id}:{until}:{person_id}"
                    await work.outbox.put(Notice(person_id, NoticeKind.POINTS_ENDING, key, {"until": until}))
        return batch


@dataclass(frozen=True, slots=True)
class ExpirePoints:
    """Takes away points that have not moved for the time of the rules.

    Run by the scheduler; a batch is one transaction and the key names what expired, so a crash repeats nothing and
    loses nothing. Gives how many customers lost theirs.
    """

    write: Transaction[PointsWork]
    clock: Clock
    idle: timedelta

    async def __call__(self) -> int:
        expired = 0
        while batch := await self._batch():
            expired += len(batch)
        return expired

    async def _batch(self) -> Sequence[object]:
        now = self.clock()
        async with self.write() as work:
            batch = await work.points.idle(now - self.idle, BATCH)
            for customer_id, balance in batch:
                last = f"{balance.active_at:%Y%m%d%H%M%S%f}" if balance.active_at else ""
                key = f"expire:{customer_id}:{last}"
                await work.points.move(Move(key, MoveKind.EXPIRED, customer_id, balance.points, now))
        return batch
