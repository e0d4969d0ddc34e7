"""Carts and orders, and what may follow what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.pricing.quote import Reason
from domain.shared.ids import (
    AddressId,
    ArticleId,
    CategoryId,
    ConsultantId,
    CustomerId,
    OrderId,
    PersonId,
    PointId,
    ProductId,
)
from domain.shared.localised import Localised
from domain.shared.money import Money

MAX_PIECES = 99
MAX_LINES = 50
COMMENT_LIMIT = 300
NOWHERE = CategoryId(0)


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


class Obstacle(StrEnum):
    """Why a line of a cart cannot be ordered as it stands."""

    OFF_SALE = "off_sale"
    OUT_OF_STOCK = "out_of_stock"
    TOO_FEW = "too_few"


@dataclass(frozen=True, slots=True)
class Goods:
    """An article as it is at this moment: its words, price and stock."""

    article_id: ArticleId
    product_id: ProductId
    code: str
    name: Localised
    shade: Localised | None
    price: Money
    stock: int
    on_sale: bool
    category_id: CategoryId = NOWHERE


@dataclass(frozen=True, slots=True)
class CodedGoods:
    """An article with the code of its product, which is its own where there are no shades."""

    goods: Goods
    product_code: str


@dataclass(frozen=True, slots=True)
class CartLine:
    """`seen` is the price of a piece that the customer has seen and not objected to; None where nobody noted it."""

    goods: Goods
    quantity: int
    seen: Money | None = None

    @property
    def old_price(self) -> Money | None:
        """What a piece cost when the customer put it in, if it costs something else now."""
        return None if self.seen == self.goods.price else self.seen

    @property
    def obstacle(self) -> Obstacle | None:
        if not self.goods.on_sale:
            return Obstacle.OFF_SALE
        if self.goods.stock <= 0:
            return Obstacle.OUT_OF_STOCK
        return Obstacle.TOO_FEW if self.goods.stock < self.quantity else None


@dataclass(frozen=True, slots=True)
class Choice:
    """How the customer wants it: of this order once chosen, until then of the last one.

    Without `address_id` goods go to the registered address. An address or a point may have gone since it was chosen.
    """

    delivery: Delivery | None = None
    address_id: AddressId | None = None
    point_id: PointId | None = None
    payment: Payment | None = None


@dataclass(frozen=True, slots=True)
class Cart:
    """What a customer has gathered. `version` grows with every change, so a summary knows whether it is still true."""

    lines: tuple[CartLine, ...] = ()
    version: int = 0
    comment: str = ""
    choice: Choice = Choice()

    @property
    def pieces(self) -> int:
        return sum(line.quantity for line in self.lines)

    @property
    def has_changes(self) -> bool:
        """Something differs from what was put in, and the customer has not agreed to it yet."""
        return any(line.obstacle or line.old_price for line in self.lines)

    def quantity_of(self, article_id: ArticleId) -> int:
        return next((line.quantity for line in self.lines if line.goods.article_id == article_id), 0)


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
