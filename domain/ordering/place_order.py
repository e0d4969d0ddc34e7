"""From a cart to an order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Protocol

from domain.access.consulting import ConsultingWork, apply
from domain.access.issue import open_cabinet
from domain.deals.errors import GiftGone
from domain.deals.settle import agree
from domain.joining.ports import Forms
from domain.notices.models import Notice, NoticeKind
from domain.ordering.cart import Goods
from domain.ordering.checkout import CheckoutWork, buyable, payment_of, way_of
from domain.ordering.drive import subject_of
from domain.ordering.errors import CartChanged, NoDestination, NotOffered
from domain.ordering.models import Delivery, NewOrder, Order, OrderLine, Payment
from domain.ordering.price_cart import PricedCart
from domain.ordering.selling import Selling
from domain.people.models import Person
from domain.pricing.engine import Terms
from domain.pricing.promotions import PromotionId
from domain.pricing.quote import Quote
from domain.shared.clock import Clock
from domain.shared.errors import NotFound
from domain.shared.ids import ArticleId, PressKey
from domain.shared.money import Money
from domain.shared.transaction import Transaction


class PlacingWork(CheckoutWork, ConsultingWork, Protocol):
    """Placing also completes a registration."""

    @property
    def forms(self) -> Forms: ...


@dataclass(frozen=True, slots=True)
class PlaceOrder:
    """Makes the cart an order, takes its goods from stock and owes the consultant a notice, all or nothing.

    With the first order the cabinet becomes active: its number is issued and the letter owed (see access.issue), and
    where the form asks to serve customers, the admins are told.
    The same key gives the same order, so a double tap or a press sent again buys once. `version` and `total` are what
    the person saw: if the cart, its choice, its prices or the delivery's cost differ by now, CartChanged is raised and
    nothing bought; GiftGone where a chosen gift has gone, once, since the choice is forgotten. Also raises CartEmpty,
    NoConsultant, ConsultantLeft, NotRegistered, CartBlocked, NotOffered, NoDestination. Placing agrees to the terms of
    purchase, which is kept with their version.

    An order to be paid by card keeps its goods for a while; its consultant hears of it once it is paid.
    """

    write: Transaction[PlacingWork]
    clock: Clock
    terms: Terms
    selling: Selling = field(default_factory=Selling)
    admins: Collection[int] = ()

    async def __call__(self, person: Person, key: PressKey, delivery: Delivery, version: int, total: Money) -> Order:
        placed = await self._place(person, key, delivery, version, total)
        if placed is None:
            # Only here, since what the block wrote is to stay: the choice is forgotten.
            raise GiftGone
        return placed

    async def _place(
        self, person: Person, key: PressKey, delivery: Delivery, version: int, total: Money
    ) -> Order | None:
        """The order; None where a chosen gift has gone."""
        async with self.write() as work:
            if (order := await work.orders.by_key(person.customer_id, key)) is not None:
                return order
            cart, consultant = await buyable(work, person, self.terms, self.clock, placing=True)
            table = self.selling.delivery.with_rates(await work.rates.all())
            way = await way_of(work, person, delivery, cart.cart.choice, table)
            if not way.tariff.is_on:
                raise NotOffered(delivery)
            if way.destination is None:
                raise NoDestination(delivery)
            quote = cart.delivered(way.tariff.cost_of(cart.quote.goods))
            if cart.cart.version != version or quote.total != total:
                raise CartChanged
            if lost := lost_gifts(cart):
                kept = {id_: gift for id_, gift in cart.deal.gifts.items() if id_ not in lost}
                await work.deals.set_gifts(person.customer_id, kept)
                return None
            payment = payment_of(cart.cart.choice, self.selling.payments(delivery, total))
            by_card = payment is Payment.CARD
            await work.terms.accept(person, self.selling.terms_version, self.clock())
            form = (await work.forms.get(person.customer_id)).in_use
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
                    payment=payment,
                    address=way.destination.text,
                    contact=(form.email or form.phone or "") if by_card else "",
                    pay_until=self.clock() + self.selling.reserve if by_card else None,
                )
            )
            if order_id is not None:
                await work.stock.take(_pieces(cart))
                await agree(work, order_id, person.customer_id, quote, cart.deal.code, self.clock())
                await work.carts.clear(person.customer_id)
                if way.destination.address_id is not None:
                    await work.addresses.used(person.customer_id, way.destination.address_id, self.clock())
                if consultant.person_id is not None and not by_card:
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
