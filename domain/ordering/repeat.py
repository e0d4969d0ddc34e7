"""Buying again what was bought before, and taking an order back to change it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.ordering.cart import MAX_LINES, MAX_PIECES, Goods, Obstacle
from domain.ordering.decide_order import visible
from domain.ordering.drive import drive, rightful
from domain.ordering.errors import CartFull
from domain.ordering.life import Decision, author_of
from domain.ordering.models import Delivery, Order, OrderLine
from domain.ordering.ports import OrderingWork
from domain.ordering.serve import seen
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.errors import NotFound
from domain.shared.ids import OrderId
from domain.shared.money import Money
from domain.shared.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Again:
    """A line bought before, as it could be bought now. `goods` is None where the article is no more."""

    line: OrderLine
    goods: Goods | None

    @property
    def pieces(self) -> int:
        """How many of it can be had."""
        if self.goods is None or not self.goods.on_sale:
            return 0
        return min(self.line.quantity, max(0, self.goods.stock), MAX_PIECES)

    @property
    def obstacle(self) -> Obstacle | None:
        if self.goods is None or not self.goods.on_sale:
            return Obstacle.OFF_SALE
        if self.goods.stock <= 0:
            return Obstacle.OUT_OF_STOCK
        return Obstacle.TOO_FEW if self.pieces < self.line.quantity else None

    @property
    def new_price(self) -> Money | None:
        """What a piece costs now, if that differs."""
        return None if self.goods is None or self.goods.price == self.line.price else self.goods.price


@dataclass(frozen=True, slots=True)
class RepeatOrder:
    """An order of one's own once more: first what differs by now, then what can be had of it into the cart.

    What is in the cart already stays, and is made up to the pieces of the order, so that twice is the same as once.
    Raises NotFound, CartFull.
    """

    read: Transaction[OrderingWork]
    write: Transaction[OrderingWork]

    async def preview(self, person: Person, order_id: OrderId) -> tuple[Order, Sequence[Again]]:
        """The order and its lines as they are today."""
        async with self.read() as work:
            order = await _own(work, person, order_id)
            return order, await again(work, order)

    async def way(self, person: Person) -> Delivery | None:
        """The delivery that was chosen last; None where none was, or where other goods wait in the cart already."""
        async with self.read() as work:
            cart = await work.carts.get(person.customer_id)
        return None if cart.lines else cart.choice.delivery

    async def __call__(self, person: Person, order_id: OrderId) -> Order:
        async with self.write() as work:
            order = await _own(work, person, order_id)
            await into_cart(work, person, await again(work, order))
            return order


@dataclass(frozen=True, slots=True)
class ChangeOrder:
    """Takes one's own order that the consultant has not accepted back into the cart, to be changed and ordered anew.

    The order is cancelled and its goods are on the shelf again for whoever orders; lines, pieces and the comment come
    into the cart, so that stock, price and delivery are worked out by the one way there is. Raises NotFound, Forbidden,
    AlreadyDecided, CartFull.
    """

    write: Transaction[OrderingWork]
    clock: Clock

    async def __call__(self, person: Person, order_id: OrderId) -> Order:
        async with self.write() as work:
            # The cart's owner is held before the order: locks have one order.
            cart = await work.carts.get(person.customer_id)
            order = await seen(work, person, order_id)
            author = author_of(person, order)
            rightful(author, Decision.CHANGE, order)
            changed = await drive(work, order, Decision.CANCEL, author, self.clock())
            await into_cart(work, person, await again(work, order))
            if order.comment and not cart.comment:
                await work.carts.set_comment(person.customer_id, order.comment)
            return changed


async def again(work: OrderingWork, order: Order) -> Sequence[Again]:
    """The order's lines beside the goods of today; gifts were given and are not bought."""
    goods = await work.orders.goods_of(order.id)
    return [Again(line, goods.get(line.article_id)) for line in order.lines if not line.is_gift]


async def into_cart(work: OrderingWork, person: Person, lines: Sequence[Again]) -> None:
    """What can be had of the lines, into the person's cart."""
    cart = await work.carts.get(person.customer_id)
    wanted = [each for each in lines if each.pieces > cart.quantity_of(each.line.article_id)]
    new = [each for each in wanted if not cart.quantity_of(each.line.article_id)]
    if len(cart.lines) + len(new) > MAX_LINES:
        raise CartFull
    for each in wanted:
        await work.carts.set_quantity(person.customer_id, each.line.article_id, each.pieces)


async def _own(work: OrderingWork, person: Person, order_id: OrderId) -> Order:
    order = await visible(work, person, order_id)
    if order.customer_id != person.customer_id:
        raise NotFound(f"order {order_id}")
    return order
