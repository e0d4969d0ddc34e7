"""From a cart to an order."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from domain.access.consulting import ConsultingWork, apply
from domain.access.issue import open_cabinet
from domain.consultants.models import Consultant
from domain.notices.models import Notice, NoticeKind
from domain.ordering.carts import PricedCart, priced
from domain.ordering.delivery import DeliveryTable
from domain.ordering.drive import subject_of
from domain.ordering.errors import CartBlocked, CartChanged, CartEmpty, ConsultantLeft, NoConsultant, NotRegistered
from domain.ordering.models import Delivery, NewOrder, Order, OrderLine
from domain.ordering.ports import OrderingWork
from domain.people.models import Person
from domain.pricing.ladder import Ladder
from domain.shared.clock import Clock
from domain.shared.errors import NotFound
from domain.shared.ids import PressKey, new_press_key
from domain.shared.money import Money
from domain.shared.transaction import Transaction


class PlacingWork(OrderingWork, ConsultingWork, Protocol):
    """Placing also completes a registration."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What is about to be ordered. `key` goes into the confirm button, `delivery` is None until chosen."""

    cart: PricedCart
    consultant: Consultant
    delivery: Delivery | None
    delivery_costs: dict[Delivery, Money]
    key: PressKey

    @property
    def total(self) -> Money:
        cost = self.delivery_costs[self.delivery] if self.delivery else Money(0)
        return self.cart.quote.total + cost


async def _checked(work: OrderingWork, person: Person, ladder: Ladder, clock: Clock) -> tuple[PricedCart, Consultant]:
    cart = await priced(work, person, ladder, clock)
    if not cart.cart.lines:
        raise CartEmpty
    complete, consultant = await work.buyers.may_buy(person.customer_id)
    if consultant is None:
        raise NoConsultant
    if consultant.has_left:
        raise ConsultantLeft
    if not complete:
        raise NotRegistered
    if any(line.obstacle for line in cart.cart.lines):
        raise CartBlocked
    return cart, consultant


@dataclass(frozen=True, slots=True)
class Checkout:
    """The summary before ordering; changes nothing.

    Raises CartEmpty, NoConsultant, ConsultantLeft, NotRegistered, CartBlocked.
    """

    read: Transaction[OrderingWork]
    clock: Clock
    ladder: Ladder
    delivery: DeliveryTable

    async def __call__(self, person: Person, delivery: Delivery | None) -> Summary:
        async with self.read() as work:
            cart, consultant = await _checked(work, person, self.ladder, self.clock)
        costs = {way: self.delivery.cost(way, cart.quote.total) for way in Delivery}
        return Summary(cart, consultant, delivery, costs, new_press_key())


@dataclass(frozen=True, slots=True)
class PlaceOrder:
    """Makes the cart an order, takes its goods from stock and owes the consultant a notice, all or nothing.

    With the first order the cabinet becomes active: its number is issued and the letter owed (see access.issue), and
    where the form asks to serve customers, the admins are told.
    The same key gives the same order, so a double tap or a press sent again buys once. `version` and `total` are what
    the person saw: if the cart, its prices or the delivery's cost differ by now, CartChanged is raised and nothing
    bought. Also raises CartEmpty, NoConsultant, ConsultantLeft, NotRegistered, CartBlocked.
    """

    write: Transaction[PlacingWork]
    clock: Clock
    ladder: Ladder
    delivery: DeliveryTable
    admins: Collection[int] = ()

    async def __call__(self, person: Person, key: PressKey, delivery: Delivery, version: int, total: Money) -> Order:
        async with self.write() as work:
            if (order := await work.orders.by_key(person.customer_id, key)) is not None:
                return order
            cart, consultant = await _checked(work, person, self.ladder, self.clock)
            cost = self.delivery.cost(delivery, cart.quote.total)
            if cart.cart.version != version or cart.quote.total + cost != total:
                raise CartChanged
            order_id = await work.orders.add(
                NewOrder(
                    customer_id=person.customer_id,
                    consultant_id=consultant.id,
                    key=key,
                    lines=_lines(cart),
                    percent=cart.quote.percent,
                    delivery=delivery,
                    delivery_cost=cost,
                    comment=cart.cart.comment,
                    placed_at=self.clock(),
                )
            )
            if order_id is not None:
                await work.stock.take([(line.goods.article_id, line.quantity) for line in cart.cart.lines])
                await work.carts.clear(person.customer_id)
                if consultant.person_id is not None:
                    await work.outbox.put(
                        Notice(
                            to=consultant.person_id,
                            kind=NoticeKind.ORDER_PLACED,
                            key=f"order:{order_id}:placed",
                            args={"order": order_id},
                            subject=subject_of(order_id),
                        )
                    )
                await open_cabinet(work, person, self.clock)
                await apply(work, person, self.admins, self.clock)
            placed = await work.orders.by_key(person.customer_id, key)
        if placed is None:
            raise NotFound("the order just written")
        return placed


def _lines(cart: PricedCart) -> tuple[OrderLine, ...]:
    return tuple(
        OrderLine(
            article_id=line.goods.article_id,
            code=line.goods.code,
            name=line.goods.name,
            shade=line.goods.shade,
            price=line.goods.price,
            quantity=line.quantity,
            discount=amounts.discount,
        )
        for line, amounts in zip(cart.cart.lines, cart.quote.lines, strict=True)
    )
