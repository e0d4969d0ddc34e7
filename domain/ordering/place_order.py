"""From a cart to an order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Protocol

from domain.access.consulting import ConsultingWork, apply
from domain.access.issue import open_cabinet
from domain.consultants.models import Consultant
from domain.deals.errors import GiftGone
from domain.deals.settle import agree
from domain.delivery.destination import Destination, destination
from domain.delivery.models import DeliveryTable, Tariff
from domain.delivery.ports import DeliveryWork
from domain.joining.ports import Forms
from domain.notices.models import Notice, NoticeKind
from domain.ordering.drive import subject_of
from domain.ordering.errors import (
    CartBlocked,
    CartChanged,
    CartEmpty,
    ConsultantLeft,
    NoConsultant,
    NoDestination,
    NotOffered,
    NotRegistered,
)
from domain.ordering.models import Choice, Delivery, Goods, NewOrder, Order, OrderLine, Payment
from domain.ordering.ports import OrderingWork
from domain.ordering.price_cart import PricedCart, priced
from domain.ordering.terms import TermsAccepted
from domain.people.models import Person
from domain.pricing.engine import Terms
from domain.pricing.promotions import PromotionId
from domain.pricing.quote import Quote
from domain.shared.clock import Clock
from domain.shared.errors import NotFound
from domain.shared.ids import ArticleId, PressKey, new_press_key
from domain.shared.money import Money
from domain.shared.transaction import Transaction


class CheckoutWork(OrderingWork, DeliveryWork, Protocol):
    """The cart, where it goes, and what has been agreed to."""

    @property
    def terms(self) -> TermsAccepted: ...


class PlacingWork(CheckoutWork, ConsultingWork, Protocol):
    """Placing also completes a registration."""

    @property
    def forms(self) -> Forms: ...


@dataclass(frozen=True, slots=True)
class Selling:
    """The operator's terms of an order: what delivery costs, how it is paid for, what is agreed to.

    `cards` says that payment by card is set up, from `least_by_card` on; goods wait `reserve` for it. A new version of
    the text of the terms is agreed to anew.
    """

    delivery: DeliveryTable = field(default_factory=DeliveryTable)
    cards: bool = False
    least_by_card: Money = field(default=Money(100_00))
    reserve: timedelta = timedelta(minutes=30)
    terms_version: str = "1"

    def payments(self, delivery: Delivery, total: Money) -> tuple[Payment, ...]:
        """How an order can be paid for, the usual way first."""
        usual = (Payment.CONSULTANT,) if delivery is Delivery.IN_PERSON else (Payment.ON_DELIVERY, Payment.CONSULTANT)
        return (*usual, Payment.CARD) if self.cards and total.minor >= self.least_by_card.minor else usual


@dataclass(frozen=True, slots=True)
class Summary:
    """What is about to be ordered. `key` goes into the confirm button, `delivery` is None until chosen.

    Ways that are not offered have no tariff. `destination` is None while it has to be chosen. `payment` is one of
    `payments`; `terms_due` says that ordering agrees to terms this customer has not agreed to before.
    """

    cart: PricedCart
    consultant: Consultant
    delivery: Delivery | None
    tariffs: dict[Delivery, Tariff]
    key: PressKey
    destination: Destination | None = None
    payments: tuple[Payment, ...] = ()
    payment: Payment = Payment.CONSULTANT
    terms_due: bool = False

    @property
    def delivery_costs(self) -> dict[Delivery, Money]:
        return {way: tariff.cost_of(self.cart.quote.goods) for way, tariff in self.tariffs.items()}

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
    if cart.cart.has_changes:
        raise CartBlocked
    return cart, consultant


@dataclass(frozen=True, slots=True)
class _Way:
    """A way of delivery as it can be had by this customer now."""

    destination: Destination | None
    tariff: Tariff


async def _way(work: DeliveryWork, person: Person, delivery: Delivery, choice: Choice, table: DeliveryTable) -> _Way:
    where = await destination(work, person, delivery, choice)
    return _Way(where, table.tariff(delivery, where.region if where else ""))


def _payment(choice: Choice, payments: tuple[Payment, ...]) -> Payment:
    return choice.payment if choice.payment in payments else payments[0]


@dataclass(frozen=True, slots=True)
class Checkout:
    """The summary before ordering. A way of delivery or payment that is given is kept as the customer's choice.

    Raises CartEmpty, NoConsultant, ConsultantLeft, NotRegistered, CartBlocked, NotOffered.
    """

    read: Transaction[CheckoutWork]
    write: Transaction[CheckoutWork]
    clock: Clock
    terms: Terms
    selling: Selling = field(default_factory=Selling)

    async def __call__(
        self, person: Person, delivery: Delivery | None = None, payment: Payment | None = None
    ) -> Summary:
        async with self.read() as work:
            summary = await self._summary(work, person, delivery, payment)
        choice = summary.cart.cart.choice
        kept = replace(choice, delivery=delivery or choice.delivery, payment=payment or choice.payment)
        if kept == choice:
            return summary
        async with self.write() as work:
            now = (await work.carts.get(person.customer_id)).choice
            if delivery is not None and delivery is not now.delivery:
                await work.carts.choose_delivery(person.customer_id, delivery)
                now = replace(now, delivery=delivery)
            if payment is not None and payment is not now.payment:
                await work.carts.choose(person.customer_id, replace(now, payment=payment))
            return await self._summary(work, person, delivery, payment)

    async def as_chosen(self, person: Person) -> Summary:
        """The summary of what was chosen, now or with the last order."""
        async with self.read() as work:
            delivery = (await work.carts.get(person.customer_id)).choice.delivery
        return await self(person, delivery)

    async def _summary(
        self, work: CheckoutWork, person: Person, delivery: Delivery | None, payment: Payment | None
    ) -> Summary:
        cart, consultant = await _checked(work, person, self.terms, self.clock)
        choice, table = cart.cart.choice, self.selling.delivery.with_rates(await work.rates.all())
        ways = {way: await _way(work, person, way, choice, table) for way in Delivery}
        tariffs = {way: each.tariff for way, each in ways.items() if each.tariff.is_on}
        if Delivery.PICKUP in tariffs and not await work.pickup_points.count():
            del tariffs[Delivery.PICKUP]
        summary = Summary(cart, consultant, delivery, tariffs, new_press_key())
        if delivery is None:
            return summary
        if delivery not in tariffs:
            raise NotOffered(delivery)
        payments = self.selling.payments(delivery, summary.total)
        if payment is not None and payment not in payments:
            raise NotOffered(payment)
        return replace(
            summary,
            destination=ways[delivery].destination,
            payments=payments,
            payment=payment or _payment(choice, payments),
            terms_due=not await work.terms.accepted(person.customer_id, self.selling.terms_version),
        )


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
            cart, consultant = await _checked(work, person, self.terms, self.clock, placing=True)
            table = self.selling.delivery.with_rates(await work.rates.all())
            way = await _way(work, person, delivery, cart.cart.choice, table)
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
            payment = _payment(cart.cart.choice, self.selling.payments(delivery, total))
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
