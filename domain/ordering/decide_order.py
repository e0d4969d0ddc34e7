"""What happens to an order after it is placed, and who may see and do it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.ordering.drive import drive, held, refresh
from domain.ordering.errors import AlreadyDecided
from domain.ordering.life import LIVE, RULES, Author, Decision, author_of
from domain.ordering.models import EventKind, Order, OrderEvent, OrderState, Party
from domain.ordering.ports import OrderingWork
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.errors import Forbidden, NotFound
from domain.shared.ids import OrderId, PersonId
from domain.shared.transaction import Transaction


def may_see(person: Person, order: Order) -> bool:
    """The buyer, the consultant who serves the order, and admins."""
    return (
        person.is_admin
        or order.customer_id == person.customer_id
        or (person.own_consultant_id is not None and order.consultant_id == person.own_consultant_id)
    )


async def visible(work: OrderingWork, person: Person, order_id: OrderId) -> Order:
    """The order, if there is one and the person may see it; NotFound looks the same in both cases."""
    order = await work.orders.get(order_id)
    if order is None or not may_see(person, order):
        raise NotFound(f"order {order_id}")
    return order


@dataclass(frozen=True, slots=True)
class ShowOrder:
    """An order to its buyer, its consultant or an admin. Raises NotFound."""

    read: Transaction[OrderingWork]

    async def __call__(self, person: Person, order_id: OrderId) -> Order:
        async with self.read() as work:
            return await visible(work, person, order_id)

    async def events(self, person: Person, order_id: OrderId) -> tuple[Order, Sequence[OrderEvent]]:
        """The order with what happened to it, the oldest first. Raises NotFound."""
        async with self.read() as work:
            order = await visible(work, person, order_id)
            return order, await work.orders.events(order_id)


@dataclass(frozen=True, slots=True)
class DecideOrder:
    """Takes an order one state further, by the table of domain.ordering.life, and owes the others notices.

    Goods of a declined or cancelled order go back to stock. The same decision again changes nothing. Raises NotFound
    (not there or not theirs to see), Forbidden (theirs to see, not to decide), AlreadyDecided.
    """

    write: Transaction[OrderingWork]
    clock: Clock

    async def __call__(self, person: Person, order_id: OrderId, decision: Decision) -> Order:
        async with self.write() as work:
            order = await held(work, order_id)
            if not may_see(person, order):
                raise NotFound(f"order {order_id}")
            if RULES[decision].to is None or decision is Decision.RETURN:
                raise Forbidden(f"{decision} is done elsewhere")
            return await drive(work, order, decision, author_of(person, order), self.clock())


@dataclass(frozen=True, slots=True)
class MarkPaid:
    """Marks an order paid from its stored payment; `by` is who paid, if known. Twice is the same as once.

    Call it in the transaction that stores the payment. Raises NotFound, and AlreadyDecided for an order that has ended:
    its payment is to be refunded.
    """

    write: Transaction[OrderingWork]
    clock: Clock

    async def __call__(self, order_id: OrderId, by: PersonId | None = None) -> Order:
        async with self.write() as work:
            return await mark_paid(work, order_id, by, self.clock())


async def mark_paid(work: OrderingWork, order_id: OrderId, by: PersonId | None, now: datetime) -> Order:
    """As MarkPaid, for who has a unit of work at hand."""
    order = await held(work, order_id)
    if order.paid_at is not None:
        return order
    if order.state is OrderState.PLACED:
        return await drive(work, order, Decision.PAY, Author(by, frozenset({Party.SYSTEM})), now)
    if order.state not in LIVE | {OrderState.DELIVERED}:
        raise AlreadyDecided(order.state)
    await work.orders.note(order_id, OrderEvent(EventKind.PAID, Party.SYSTEM, by, now))
    await refresh(work, order)
    return await held(work, order_id)
