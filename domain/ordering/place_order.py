"""From a cart to an order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from domain.access.consulting import ConsultingWork, apply
from domain.access.issue import open_cabinet
from domain.consultants.models import Consultant
from domain.deals.errors import GiftGone
from domain.deals.settle import agree
from domain.notices.models import Notice, NoticeKind
from domain.ordering.delivery import DeliveryTable
from domain.ordering.drive import subject_of
from domain.ordering.errors import CartBlocked, CartChanged, CartEmpty, ConsultantLeft, NoConsultant, NotRegistered
from domain.ordering.models import Delivery, Goods, NewOrder, Order, OrderLine
from domain.ordering.ports import OrderingWork
from domain.ordering.price_cart import PricedCart, priced
from domain.people.models import Person
from domain.pricing.engine import Terms
from domain.pricing.promotions import PromotionId
from domain.pricing.quote import Quote
from domain.shared.clock import Clock
from domain.shared.errors import NotFound
from domain.shared.ids import ArticleId, PressKey, new_press_key
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
    def quote(self) -> Quote:
        """With the delivery, once it is chosen."""
        return self.cart.delivered(self.delivery_costs[self.delivery]) if self.delivery else self.cart.quote

    @property
    def total(self) -> Money:
        return self.quote.total


async def _checked(
    work: OrderingWork, person: Person, terms: Terms, clock: Clock, *, placing: bool = False
) -> tuple[PricedCart, Consultant]:
    cart = await priced(work, person, terms, clock, placing=placing)
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
    terms: Terms
    delivery: DeliveryTable

    async def __call__(self, person: Person, delivery: Delivery | None) -> Summary:
        async with self.read() as work:
            cart, consultant = await _checked(work, person, self.terms, self.clock)
        costs = {way: self.delivery.cost(way, cart.quote.goods) for way in Delivery}
        return Summary(cart, consultant, delivery, costs, new_press_key())


@dataclass(frozen=True, slots=True)
class PlaceOrder:
    """Makes the cart an order, takes its goods from stock and owes the consultant a notice, all or nothing.

    With the first order the cabinet becomes active: its number is issued and the letter owed (see access.issue), and
    where the form asks to serve customers, the admins are told.
    The same key gives the same order, so a double tap or a press sent again buys once. `version` and `total` are what
    the person saw: if the cart, its prices or the delivery's cost differ by now, CartChanged is raised and nothing
    bought; GiftGone where a chosen gift has gone, once, since the choice is forgotten.
    Also raises CartEmpty, NoConsultant, ConsultantLeft, NotRegistered, CartBlocked.
    """

    write: Transaction[PlacingWork]
    clock: Clock
    terms: Terms
    delivery: DeliveryTable
    admins: Collection[int] = ()

    async def __call__(self, person: Person, key: PressKey, delivery: Delivery, version: int, total: Money) -> Order:
        async with self.write() as work:
            if (order := await work.orders.by_key(person.customer_id, key)) is not None:
                return order
            cart, consultant = await _checked(work, person, self.terms, self.clock, placing=True)
            quote = cart.delivered(self.delivery.cost(delivery, cart.quote.goods))
            if cart.cart.version != version or quote.total != total:
                raise CartChanged
            if lost := lost_gifts(cart):
                kept = {id_: gift for id_, gift in cart.deal.gifts.items() if id_ not in lost}
                await work.deals.set_gifts(person.customer_id, kept)
                raise GiftGone
            order_id = await work.orders.add(
                NewOrder(
                    customer_id=person.customer_id,
                    consultant_id=consultant.id,
                    key=key,
                    lines=_lines(cart, quote),
                    percent=quote.percent,
                    delivery=delivery,
                    delivery_cost=quote.delivery or Money(0),
                    comment=cart.cart.comment,
                    placed_at=self.clock(),
                )
            )
            if order_id is not None:
                await work.stock.take(_pieces(cart))
                await agree(work, order_id, person.customer_id, quote, cart.deal.code, self.clock())
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


def lost_gifts(cart: PricedCart) -> set[PromotionId]:
    """Promotions whose gift the customer chose, and which is still due but not to be had any more."""
    return {
        gift.promotion_id
        for gift in cart.quote.gifts
        if gift.promotion_id in cart.deal.gifts and gift.chosen != cart.deal.gifts[gift.promotion_id]
    }


def _lines(cart: PricedCart, quote: Quote) -> tuple[OrderLine, ...]:
    bought = tuple(
        _line(line.goods, line.goods.price, line.quantity, amounts.full - amounts.total)
        for line, amounts in zip(cart.cart.lines, quote.lines, strict=True)
    )
    return bought + tuple(_line(goods, Money(0), 1, Money(0)) for _, goods in cart.taken_gifts)


def _line(goods: Goods, price: Money, quantity: int, discount: Money) -> OrderLine:
    return OrderLine(
        article_id=goods.article_id,
        code=goods.code,
        name=goods.name,
        shade=goods.shade,
        price=price,
        quantity=quantity,
        discount=discount,
    )


def _pieces(cart: PricedCart) -> list[tuple[ArticleId, int]]:
    """What leaves the shelf: an article that is bought and given as well, together."""
    count = Counter({line.goods.article_id: line.quantity for line in cart.cart.lines})
    count.update(goods.article_id for _, goods in cart.taken_gifts)
    return list(count.items())
