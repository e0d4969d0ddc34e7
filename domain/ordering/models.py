"""Orders, and what can happen to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.pricing.quote import Reason
from domain.shared.ids import ArticleId, ConsultantId, CustomerId, OrderId, PersonId
from domain.shared.localised import Localised
from domain.shared.money import Money

COMMENT_LIMIT = 300


def number_of(order_id: OrderId) -> str:
    """What people call an order by."""
    return f"{10_000 + order_id}"


class Delivery(StrEnum):
    COURIER = "courier"
    PICKUP = "pickup"
    POST = "post"
    IN_PERSON = "in_person"


class Payment(StrEnum):
    """How an order is paid for. Only CARD is paid in the cabinet, before anything is done with the order."""

    CARD = "card"
    ON_DELIVERY = "on_delivery"
    CONSULTANT = "consultant"


class OrderState(StrEnum):
    """Where an order is. DECLINED is the consultant's no before accepting, CANCELLED everybody else's."""

    PLACED = "placed"
    PAID = "paid"
    """Paid by card and not accepted yet. What is paid in another way says so by `paid_at` alone."""
    ACCEPTED = "accepted"
    ASSEMBLED = "assembled"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    RETURNED = "returned"


class EventKind(StrEnum):
    """What can happen to an order: it comes into a state, or something about it changes."""

    PLACED = "placed"
    PAID = "paid"
    ACCEPTED = "accepted"
    ASSEMBLED = "assembled"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    RETURNED = "returned"
    CHANGED = "changed"
    HANDED_OVER = "handed_over"
    REMINDED = "reminded"
    ESCALATED = "escalated"
    TRACKED = "tracked"
    NOTED = "noted"
    RETURN_ASKED = "return_asked"
    RETURN_REFUSED = "return_refused"


class Party(StrEnum):
    """What somebody is to an order."""

    CUSTOMER = "customer"
    CONSULTANT = "consultant"
    ADMIN = "admin"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class OrderLine:
    """What was bought, in the words and at the price of that moment.

    `price` is of a piece, `discount` everything that comes off, points included, `total` what is left to pay.
    """

    article_id: ArticleId
    code: str
    name: Localised
    shade: Localised | None
    price: Money
    quantity: int
    discount: Money

    @property
    def full(self) -> Money:
        return self.price * self.quantity

    @property
    def total(self) -> Money:
        return self.full - self.discount

    @property
    def is_gift(self) -> bool:
        """Given, not bought: nothing in the catalog costs nothing."""
        return not self.price.minor


@dataclass(frozen=True, slots=True)
class NewOrder:
    """An order about to be written; it gets its id and number from storage."""

    customer_id: CustomerId
    consultant_id: ConsultantId
    key: str
    lines: tuple[OrderLine, ...]
    percent: int
    delivery: Delivery
    delivery_cost: Money
    comment: str
    placed_at: datetime
    payment: Payment = Payment.CONSULTANT
    address: str = ""
    contact: str = ""
    pay_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """A placed order. The total is the sum of its lines and the delivery, always.

    `address` is where it goes, in words of that moment; `contact` is where the receipt of a card payment goes;
    `pay_until` is how long its goods are kept for a payment by card.
    `reasons` explain it and add up to it; orders from before they were kept have none. `return_asked_at` is set while a
    wish to return it waits for an answer.
    """

    id: OrderId
    customer_id: CustomerId
    consultant_id: ConsultantId
    customer_name: str
    consultant_name: Localised
    state: OrderState
    lines: tuple[OrderLine, ...]
    percent: int
    delivery: Delivery
    delivery_cost: Money
    comment: str
    placed_at: datetime
    payment: Payment = Payment.CONSULTANT
    address: str = ""
    contact: str = ""
    pay_until: datetime | None = None
    paid_at: datetime | None = None
    delivered_at: datetime | None = None
    return_asked_at: datetime | None = None
    tracking: str = ""
    reasons: tuple[Reason, ...] = ()

    @property
    def number(self) -> str:
        """What people call the order by."""
        return number_of(self.id)

    @property
    def awaits_payment(self) -> bool:
        """It is to be paid by card before anything is done with it."""
        return self.state is OrderState.PLACED and self.payment is Payment.CARD

    @property
    def goods_full(self) -> Money:
        return sum((line.full for line in self.lines), Money(0))

    @property
    def discount(self) -> Money:
        return sum((line.discount for line in self.lines), Money(0))

    @property
    def total(self) -> Money:
        return self.goods_full - self.discount + self.delivery_cost


@dataclass(frozen=True, slots=True)
class OrderBrief:
    """An order as a list shows it."""

    id: OrderId
    customer_name: str
    state: OrderState
    total: Money
    pieces: int
    placed_at: datetime

    @property
    def number(self) -> str:
        return number_of(self.id)


@dataclass(frozen=True, slots=True)
class OrderEvent:
    """Something that happened to an order, and who did it. `text` is what was written with it."""

    kind: EventKind
    party: Party
    person_id: PersonId | None
    at: datetime
    text: str = ""


@dataclass(frozen=True, slots=True)
class Silent:
    """An order that waits for its consultant. `is_gone`: no message reaches them, or they have left."""

    order_id: OrderId
    waits_since: datetime
    reminded_at: datetime | None
    is_gone: bool
