"""Promotions on prices: what each gives, to whom, on what and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NewType

from domain.shared.ids import ArticleId, CategoryId, ProductId
from domain.shared.localised import Localised
from domain.shared.money import Money

PromotionId = NewType("PromotionId", int)

SLEEPING_AFTER = timedelta(days=90)
"""Without an order for so long a customer counts as sleeping."""
BIRTHDAY_WINDOW = 7
"""A birthday promotion holds so many days before and after the day."""


class PromotionKind(StrEnum):
    PERCENT = "percent"
    AMOUNT = "amount"
    FIXED_PRICE = "fixed_price"
    N_PLUS_M = "n_plus_m"
    GIFT = "gift"
    POINTS = "points"
    FREE_DELIVERY = "free_delivery"


PRICE_KINDS = frozenset(
    {PromotionKind.PERCENT, PromotionKind.AMOUNT, PromotionKind.FIXED_PRICE, PromotionKind.N_PLUS_M}
)
"""Those that take something off the goods, and so meet the cap."""


class Segment(StrEnum):
    """Customers who are spoken to in the same way; follows from what they bought, nobody is put into one."""

    NEW = "new"
    """No order yet."""
    ACTIVE = "active"
    SLEEPING = "sleeping"
    """Bought once, but not for a long time."""
    LOYAL = "loyal"
    """Last month's order reached the ladder's top."""


@dataclass(frozen=True, slots=True)
class CustomerFacts:
    """What the price may depend on. Declined, cancelled and returned orders do not count.

    `birthday` is the birth date of the form, known only where a promotion asks for it.
    """

    last_month: Money = field(default=Money(0))
    orders: int = 0
    last_order_at: datetime | None = None
    birthday: date | None = None


def segments(facts: CustomerFacts, top: Money, now: datetime) -> frozenset[Segment]:
    """Every segment the customer is in; `top` is the amount of the ladder's highest rung."""
    found = set()
    if not facts.orders:
        found.add(Segment.NEW)
    elif facts.last_order_at is not None and facts.last_order_at < now - SLEEPING_AFTER:
        found.add(Segment.SLEEPING)
    else:
        found.add(Segment.ACTIVE)
    if facts.last_month.minor >= top.minor > 0:
        found.add(Segment.LOYAL)
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Conditions:
    """All of them have to hold. Without products and categories the promotion is on everything.

    `from_goods` is the least amount, at catalog prices, of the goods it is on.
    """

    products: frozenset[ProductId] = frozenset()
    categories: frozenset[CategoryId] = frozenset()
    segments: frozenset[Segment] = frozenset()
    from_goods: Money = field(default=Money(0))
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    first_order: bool = False
    birthday: bool = False


@dataclass(frozen=True, slots=True)
class Promotion:
    """A promotion on prices.

    `value` is per cent (PERCENT), kopecks (AMOUNT off, FIXED_PRICE of a piece) or points (POINTS); `buy` and `free` are
    the n and m of N_PLUS_M; `gifts` the articles of GIFT to choose one from.
    Higher `priority` goes first. One that is `alone` stands for itself: a line gets either the first such promotion or
    the ladder with everything that adds up, whichever takes off more. `by_code` holds only with one of its promo codes.
    """

    id: PromotionId
    kind: PromotionKind
    title: Localised
    value: int = 0
    buy: int = 0
    free: int = 0
    gifts: tuple[ArticleId, ...] = ()
    conditions: Conditions = field(default_factory=Conditions)
    priority: int = 0
    alone: bool = False
    by_code: bool = False


@dataclass(frozen=True, slots=True)
class Offered:
    """Goods that promotions are made for: of these products, and everything in these categories."""

    products: frozenset[ProductId] = frozenset()
    categories: frozenset[CategoryId] = frozenset()


NOT_OFFERED = Offered()


def offered(promotions: Sequence[Promotion]) -> Offered:
    """The goods the promotions name; one for everything names none."""
    terms = [each.conditions for each in promotions]
    return Offered(
        frozenset(product for each in terms for product in each.products),
        frozenset(category for each in terms for category in each.categories),
    )


@dataclass(frozen=True, slots=True)
class Item:
    """A line to be priced."""

    article_id: ArticleId
    product_id: ProductId
    category_id: CategoryId
    price: Money
    quantity: int

    @property
    def full(self) -> Money:
        return self.price * self.quantity


def is_on(promotion: Promotion, item: Item) -> bool:
    """Whether the goods are among those of the promotion."""
    conditions = promotion.conditions
    if not conditions.products and not conditions.categories:
        return True
    return item.product_id in conditions.products or item.category_id in conditions.categories


def goods_of(promotion: Promotion, items: Sequence[Item]) -> Money:
    """What the goods of the promotion come to at catalog prices."""
    return sum((item.full for item in items if is_on(promotion, item)), Money(0))


def is_for(promotion: Promotion, facts: CustomerFacts, mine: frozenset[Segment], now: datetime) -> bool:
    """Whether it holds for this customer at this moment, whatever is in the cart."""
    conditions = promotion.conditions
    if conditions.starts_at is not None and now < conditions.starts_at:
        return False
    if conditions.ends_at is not None and now >= conditions.ends_at:
        return False
    if conditions.first_order and facts.orders:
        return False
    if conditions.segments and not conditions.segments & mine:
        return False
    return not conditions.birthday or is_birthday(facts.birthday, now.date())


def is_birthday(birthday: date | None, today: date) -> bool:
    """Whether today is within BIRTHDAY_WINDOW days of it; who was born on 29 February celebrates on 1 March."""
    if birthday is None:
        return False
    return any(abs((_in(birthday, today.year + step) - today).days) <= BIRTHDAY_WINDOW for step in (-1, 0, 1))


def _in(birthday: date, year: int) -> date:
    try:
        return birthday.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def in_order(promotions: Sequence[Promotion]) -> list[Promotion]:
    """The highest priority first; of equals the older one."""
    return sorted(promotions, key=lambda each: (-each.priority, each.id))
