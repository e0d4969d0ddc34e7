"""What goods cost, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.pricing.codes import CodeProblem
from domain.pricing.promotions import PromotionId
from domain.shared.ids import ArticleId
from domain.shared.localised import Localised
from domain.shared.money import Money


class ReasonKind(StrEnum):
    GOODS = "goods"
    LADDER = "ladder"
    PROMOTION = "promotion"
    CODE = "code"
    POINTS = "points"
    DELIVERY = "delivery"


@dataclass(frozen=True, slots=True)
class Reason:
    """A line of "why this price?": `amount` is added to the total, below zero it takes something off.

    `number` is the ladder's per cent or how many points; `title` that of the promotion (of DELIVERY: of the one that
    made it free); `code` the code that opened it. `capped`: it would have taken off more, were it not for the cap.
    """

    kind: ReasonKind
    amount: Money
    number: int = 0
    title: Localised | None = None
    code: str = ""
    capped: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """What one reason takes off a line; `promotion_id` is None for the ladder."""

    promotion_id: PromotionId | None
    off: Money


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """A line's amounts: `full` at the catalog price, `parts` its discounts, `points` what points pay of it."""

    full: Money
    parts: tuple[Part, ...]
    points: Money

    @property
    def discount(self) -> Money:
        return sum((part.off for part in self.parts), Money(0))

    @property
    def total(self) -> Money:
        return self.full - self.discount - self.points


@dataclass(frozen=True, slots=True)
class GiftOffer:
    """A gift that is due: one of the `options` in stock. `chosen` is None until chosen, where there is a choice.

    Without options all have gone; that is only told to who had chosen one.
    """

    promotion_id: PromotionId
    title: Localised
    options: tuple[ArticleId, ...]
    chosen: ArticleId | None


class HintKind(StrEnum):
    LADDER = "ladder"
    GIFT = "gift"
    FREE_DELIVERY = "free_delivery"
    PROMOTION = "promotion"


@dataclass(frozen=True, slots=True)
class Hint:
    """What a little more would bring: `missing` at catalog prices, for FREE_DELIVERY after discounts."""

    kind: HintKind
    missing: Money
    percent: int = 0
    title: Localised | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """What goods cost. Lines stand in the order they were asked for; the reasons add up to the total exactly.

    `percent` is the ladder's. `delivery` is None while no way is chosen. `points` are spent, `points_most` could be,
    `points_earned` come once the order is delivered.
    """

    lines: tuple[QuoteLine, ...]
    reasons: tuple[Reason, ...]
    percent: int
    delivery: Money | None = None
    points: int = 0
    points_most: int = 0
    points_balance: int = 0
    points_earned: int = 0
    gifts: tuple[GiftOffer, ...] = ()
    hints: tuple[Hint, ...] = ()
    code: str = ""
    code_problem: CodeProblem | None = None

    @property
    def full(self) -> Money:
        """At catalog prices."""
        return sum((line.full for line in self.lines), Money(0))

    @property
    def discount(self) -> Money:
        """Everything taken off, without points."""
        return sum((line.discount for line in self.lines), Money(0))

    @property
    def goods(self) -> Money:
        """Goods after discounts, before points: what thresholds of delivery are compared with."""
        return self.full - self.discount

    @property
    def total(self) -> Money:
        """To pay."""
        return sum((line.total for line in self.lines), self.delivery or Money(0))
