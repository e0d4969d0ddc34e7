"""What is about to be ordered, before it is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Protocol

from domain.consultants.models import Consultant
from domain.delivery.destination import Destination, destination
from domain.delivery.models import DeliveryTable, Tariff
from domain.delivery.ports import DeliveryWork
from domain.ordering.cart import Choice
from domain.ordering.errors import CartBlocked, CartEmpty, ConsultantLeft, NoConsultant, NotOffered, NotRegistered
from domain.ordering.models import Delivery, Payment
from domain.ordering.ports import OrderingWork
from domain.ordering.price_cart import PricedCart, priced
from domain.ordering.selling import Selling
from domain.ordering.terms import TermsAccepted
from domain.people.models import Person
from domain.pricing.engine import Terms
from domain.pricing.quote import Quote
from domain.shared.clock import Clock
from domain.shared.ids import PressKey, new_press_key
from domain.shared.money import Money
from domain.shared.transaction import Transaction


class CheckoutWork(OrderingWork, DeliveryWork, Protocol):
    """The cart, where it goes, and what has been agreed to."""

    @property
    def terms(self) -> TermsAccepted: ...


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


async def buyable(
    work: OrderingWork, person: Person, terms: Terms, clock: Clock, *, placing: bool = False
) -> tuple[PricedCart, Consultant]:
    """A cart that can be ordered as it stands, and who serves it.

    Raises CartEmpty, NoConsultant, ConsultantLeft, NotRegistered, CartBlocked.
    """
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
class Way:
    """A way of delivery as it can be had by this customer now."""

    destination: Destination | None
    tariff: Tariff


async def way_of(work: DeliveryWork, person: Person, delivery: Delivery, choice: Choice, table: DeliveryTable) -> Way:
    """Where this way of delivery would take the goods, and for how much."""
    where = await destination(work, person, delivery, choice)
    return Way(where, table.tariff(delivery, where.region if where else ""))


def payment_of(choice: Choice, payments: tuple[Payment, ...]) -> Payment:
    """The chosen way of paying where it can be had, else the usual one."""
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
        cart, consultant = await buyable(work, person, self.terms, self.clock)
        choice, table = cart.cart.choice, self.selling.delivery.with_rates(await work.rates.all())
        ways = {way: await way_of(work, person, way, choice, table) for way in Delivery}
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
            payment=payment or payment_of(choice, payments),
            terms_due=not await work.terms.accepted(person.customer_id, self.selling.terms_version),
        )
