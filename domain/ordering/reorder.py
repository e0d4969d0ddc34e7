"""Telling people, who want it, when what they bought should run out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from domain.notices.models import Notice, NoticeKind, Priority
from domain.ordering.ports import Buyers, OrderingWork
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.ids import CustomerId, OrderId, ProductId
from domain.shared.transaction import Transaction

BATCH = 500


@dataclass(frozen=True, slots=True)
class Supply:
    """Pieces of a product that a customer got with an order, and how many weeks one of them lasts."""

    customer_id: CustomerId
    order_id: OrderId
    product_id: ProductId
    delivered_at: datetime
    weeks: int
    pieces: int

    @property
    def ends(self) -> datetime:
        return self.delivered_at + timedelta(weeks=self.weeks * self.pieces)


class Reorders(Protocol):
    async def wants(self, customer_id: CustomerId) -> bool: ...

    async def wish(self, customer_id: CustomerId, on: bool, at: datetime) -> None: ...

    async def supplies(self, limit: int, ends_before: datetime) -> Sequence[Supply]:
        """What those who want it got delivered, that should have run out by then, was not told of, and not bought

        again since. What lasts unknown time is left out.
        """
        ...

    async def told(self, order_id: OrderId, product_id: ProductId, at: datetime) -> bool:
        """Notes it; False if it was noted before."""
        ...


class ReorderWork(OrderingWork, Protocol):
    @property
    def reorders(self) -> Reorders: ...

    @property
    def buyers(self) -> Buyers: ...


@dataclass(frozen=True, slots=True)
class WishReorders:
    """A customer's wish to be told, or to be told no more. Twice is the same as once."""

    read: Transaction[ReorderWork]
    write: Transaction[ReorderWork]
    clock: Clock

    async def is_on(self, person: Person) -> bool:
        async with self.read() as work:
            return await work.reorders.wants(person.customer_id)

    async def __call__(self, person: Person, on: bool) -> None:
        async with self.write() as work:
            await work.reorders.wish(person.customer_id, on, self.clock())


@dataclass(frozen=True, slots=True)
class RemindToReorder:
    """Owes a notice for every order of which something should have run out; once for each product of it.

    Only to those who asked for it (38-FZ, article 18). Gives how many orders it was about.
    """

    write: Transaction[ReorderWork]
    clock: Clock

    async def __call__(self) -> int:
        now = self.clock()
        async with self.write() as work:
            ending: dict[OrderId, Supply] = {}
            for each in await work.reorders.supplies(BATCH, now):
                if await work.reorders.told(each.order_id, each.product_id, now):
                    ending.setdefault(each.order_id, each)
            for each in ending.values():
                for person_id in await work.buyers.persons_of(each.customer_id):
                    key = f"reorder:{each.order_id}:{each.product_id}:{person_id}"
                    args = {"order": each.order_id, "product": each.product_id}
                    await work.outbox.put(Notice(person_id, NoticeKind.REORDER, key, args, Priority.BULK))
        return len(ending)
