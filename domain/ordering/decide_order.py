"""What happens to an order after it is placed, and who may see and do it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.notices.models import Notice, NoticeKind
from domain.ordering.errors import AlreadyDecided
from domain.ordering.models import OUTCOMES, Decision, Order, OrderBrief, OrderState
from domain.ordering.ports import OrderingWork
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.errors import Forbidden, NotFound
from domain.shared.ids import OrderId
from domain.shared.paging import Page, clamp_page
from domain.shared.transaction import Transaction

PAGE = 6


def may_see(person: Person, order: Order) -> bool:
    """The buyer, the consultant who serves the order, and admins."""
    return (
        person.is_admin
        or order.customer_id == person.customer_id
        or (person.own_consultant_id is not None and order.consultant_id == person.own_consultant_id)
    )


def decisions(person: Person, order: Order) -> tuple[Decision, ...]:
    """What this person may do with the order in its present state."""
    if order.state is not OrderState.PLACED:
        return ()
    allowed: list[Decision] = []
    if person.own_consultant_id is not None and order.consultant_id == person.own_consultant_id:
        allowed += [Decision.ACCEPT, Decision.DECLINE]
    if order.customer_id == person.customer_id:
        allowed.append(Decision.CANCEL)
    return tuple(allowed)


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


@dataclass(frozen=True, slots=True)
class ListOrders:
    """A page of one's own orders: those one placed, or (`serving`) those one serves; for an admin everyone's."""

    read: Transaction[OrderingWork]

    async def __call__(self, person: Person, number: int, *, serving: bool = False) -> Page[OrderBrief]:
        async with self.read() as work:
            number = max(0, min(number, 10_000))
            found, total = await self._find(work, person, number, serving)
            if not found and total:
                number = clamp_page(number, PAGE, total)
                found, total = await self._find(work, person, number, serving)
        return Page(found, clamp_page(number, PAGE, total), PAGE, total)

    @staticmethod
    async def _find(work: OrderingWork, person: Person, number: int, serving: bool) -> tuple[Sequence[OrderBrief], int]:
        lists, offset = work.order_lists, number * PAGE
        if not serving:
            return await lists.of_customer(person.customer_id, offset, PAGE)
        if person.is_admin:
            return await lists.everyones(offset, PAGE)
        return await lists.of_consultant(person.require_consultant(), offset, PAGE)


@dataclass(frozen=True, slots=True)
class DecideOrder:
    """Accepts, declines or cancels an order that is still open, and owes the other side a notice.

    Goods of a declined or cancelled order go back to stock. The same decision again changes nothing. Raises NotFound
    (not there or not theirs to see), Forbidden (theirs to see, not to decide), AlreadyDecided.
    """

    write: Transaction[OrderingWork]
    clock: Clock

    async def __call__(self, person: Person, order_id: OrderId, decision: Decision) -> Order:
        old, new = OUTCOMES[decision]
        async with self.write() as work:
            order = await visible(work, person, order_id)
            self._check_right(person, order, decision)
            if await work.orders.move(order_id, old, new, person.id, self.clock()):
                if new in {OrderState.DECLINED, OrderState.CANCELLED}:
                    await work.stock.put_back([(line.article_id, line.quantity) for line in order.lines])
                await self._tell(work, order, new)
            decided = await visible(work, person, order_id)
        if decided.state is not new:
            raise AlreadyDecided(decided.state)
        return decided

    @staticmethod
    def _check_right(person: Person, order: Order, decision: Decision) -> None:
        serves = person.own_consultant_id is not None and order.consultant_id == person.own_consultant_id
        buys = order.customer_id == person.customer_id
        if not (buys if decision is Decision.CANCEL else serves):
            raise Forbidden(f"{decision} order {order.id}")

    @staticmethod
    async def _tell(work: OrderingWork, order: Order, new: OrderState) -> None:
        if new is OrderState.CANCELLED:
            consultant = await work.consultants.get(order.consultant_id)
            told = [consultant.person_id] if consultant and consultant.person_id else []
        else:
            told = list(await work.buyers.persons_of(order.customer_id))
        for person_id in told:
            await work.outbox.put(
                Notice(
                    to=person_id,
                    kind=NoticeKind.ORDER_DECIDED,
                    key=f"order:{order.id}:{new}:{person_id}",
                    args={"order": order.id},
                )
            )
