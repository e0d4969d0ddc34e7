"""The price of an order: one pure function of everything it may depend on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from domain.pricing.codes import CodeProblem, PromoCode
from domain.pricing.discounts import Cut, cuts
from domain.pricing.hints import hints
from domain.pricing.ladder import Ladder
from domain.pricing.points import PointsRules, worth
from domain.pricing.promotions import (
    PRICE_KINDS,
    CustomerFacts,
    Item,
    Promotion,
    PromotionId,
    PromotionKind,
    goods_of,
    in_order,
    is_for,
    segments,
)
from domain.pricing.quote import GiftOffer, Quote, QuoteLine, Reason, ReasonKind
from domain.pricing.shipping import Shipping
from domain.pricing.spread import spread
from domain.shared.ids import ArticleId
from domain.shared.money import Money


@dataclass(frozen=True, slots=True)
class Terms:
    """The company's terms, all of them settings."""

    ladder: Ladder = field(default_factory=Ladder)
    points: PointsRules = field(default_factory=PointsRules)


@dataclass(frozen=True, slots=True)
class Offers:
    """What is on: promotions, the code that was typed, and how many pieces of the gifts there are beside the cart."""

    promotions: Sequence[Promotion] = ()
    code: PromoCode | None = None
    gift_stock: Mapping[ArticleId, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the customer chose: points to spend, and a gift for each promotion that gives one."""

    points: int = 0
    gifts: Mapping[PromotionId, ArticleId] = field(default_factory=dict)


def quote(
    items: Sequence[Item],
    facts: CustomerFacts,
    offers: Offers,
    wishes: Wishes,
    terms: Terms,
    now: datetime,
    shipping: Shipping | None = None,
    balance: int = 0,
) -> Quote:
    """Prices the lines for this customer at this moment.

    Every amount is whole kopecks, the reasons add up to the total, no line's discounts pass the ladder's cap, and the
    order of the lines changes nothing. Points pay, they are no discount: the cap does not count them, a limit of their
    own does.
    """
    subtotal = sum((item.full for item in items), Money(0))
    percent = terms.ladder.percent(subtotal, facts.last_month)
    for_them = _for_them(offers, facts, terms, now)
    holding = [each for each in for_them if goods_of(each, items).minor >= max(1, each.conditions.from_goods.minor)]
    cut = cuts(items, percent, [each for each in holding if each.kind in PRICE_KINDS], terms.ladder.cap)
    goods = subtotal - sum((part.off for each in cut for part in each.parts), Money(0))
    points = terms.points.spent(wishes.points, goods, balance)
    lines = _lines(items, cut, points)
    delivery, free_by = _delivery(shipping, goods, holding)
    due = [each for each in holding if each.kind is PromotionKind.GIFT]
    gifts = tuple(
        gift for each in _unless_alone(due) if (gift := _gift(each, offers.gift_stock, wishes.gifts)) is not None
    )
    extra = _unless_alone([each for each in holding if each.kind is PromotionKind.POINTS])
    opened_by = offers.code.code if offers.code else ""
    reasons = [Reason(ReasonKind.GOODS, subtotal), *_off(cut, percent, holding, opened_by)]
    if points:
        reasons.append(Reason(ReasonKind.POINTS, Money(-worth(points).minor), points))
    if delivery is not None:
        reasons.append(Reason(ReasonKind.DELIVERY, delivery, title=free_by.title if free_by else None))
    return Quote(
        lines=lines,
        reasons=tuple(reasons),
        percent=percent,
        delivery=delivery,
        points=points,
        points_most=terms.points.most(goods, balance),
        points_balance=balance,
        points_earned=terms.points.earned(goods - worth(points)) + sum(each.value for each in extra),
        gifts=gifts,
        hints=hints(items, subtotal, goods, facts, for_them, terms.ladder, offers.gift_stock, shipping, delivery),
        code=opened_by,
        code_problem=_code_problem(offers.code, holding, now),
    )


def _for_them(offers: Offers, facts: CustomerFacts, terms: Terms, now: datetime) -> list[Promotion]:
    """The promotions that hold for this customer now, by priority; those by code only with a code that is good."""
    mine = segments(facts, terms.ladder.top, now)
    code = offers.code
    opened = code.promotion_id if code is not None and code.problem(now) is None else None
    return in_order(
        [
            each
            for each in offers.promotions
            if (not each.by_code or each.id == opened) and is_for(each, facts, mine, now)
        ]
    )


def _lines(items: Sequence[Item], cut: Sequence[Cut], points: int) -> tuple[QuoteLine, ...]:
    left = [item.full.minor - sum(part.off.minor for part in each.parts) for item, each in zip(items, cut, strict=True)]
    order = sorted(range(len(items)), key=lambda at: (items[at].article_id, items[at].price.minor, items[at].quantity))
    shares = spread(worth(points).minor, [left[at] for at in order])
    paid = dict(zip(order, shares, strict=True))
    return tuple(
        QuoteLine(item.full, each.parts, Money(paid[at]))
        for at, (item, each) in enumerate(zip(items, cut, strict=True))
    )


def _delivery(
    shipping: Shipping | None, goods: Money, holding: Sequence[Promotion]
) -> tuple[Money | None, Promotion | None]:
    """What delivery costs, and the promotion that made it free."""
    if shipping is None:
        return None, None
    if not shipping.cost.minor or (shipping.free_from is not None and goods.minor >= shipping.free_from.minor):
        return Money(0), None
    free_by = next((each for each in holding if each.kind is PromotionKind.FREE_DELIVERY), None)
    return (Money(0) if free_by else shipping.cost), free_by


def _unless_alone(promotions: Sequence[Promotion]) -> list[Promotion]:
    """All that add up, and of those that stand alone the first."""
    alone = next((each for each in promotions if each.alone), None)
    return [each for each in promotions if not each.alone or each is alone]


def _gift(
    promotion: Promotion, stock: Mapping[ArticleId, int], chosen: Mapping[PromotionId, ArticleId]
) -> GiftOffer | None:
    options = tuple(article_id for article_id in promotion.gifts if stock.get(article_id, 0) > 0)
    wish = chosen.get(promotion.id)
    if not options and wish is None:
        return None
    if wish not in options:
        wish = options[0] if options and len(promotion.gifts) == 1 else None
    return GiftOffer(promotion.id, promotion.title, options, wish)


def _off(cut: Sequence[Cut], percent: int, holding: Sequence[Promotion], opened_by: str) -> list[Reason]:
    """A reason for the ladder and for each promotion that took something off or was kept from it by the cap."""
    sums: dict[PromotionId | None, int] = {}
    capped: set[PromotionId | None] = set()
    for each in cut:
        capped |= each.capped
        for part in each.parts:
            sums[part.promotion_id] = sums.get(part.promotion_id, 0) + part.off.minor
    ladder = [Reason(ReasonKind.LADDER, Money(-sums[None]), percent)] if sums.get(None) else []
    return ladder + [
        Reason(
            kind=ReasonKind.CODE if promotion.by_code else ReasonKind.PROMOTION,
            amount=Money(-sums.get(promotion.id, 0)),
            title=promotion.title,
            code=opened_by if promotion.by_code else "",
            capped=promotion.id in capped,
        )
        for promotion in holding
        if promotion.id in sums or promotion.id in capped
    ]


def _code_problem(code: PromoCode | None, holding: Sequence[Promotion], now: datetime) -> CodeProblem | None:
    if code is None:
        return None
    if (problem := code.problem(now)) is not None:
        return problem
    return None if any(each.id == code.promotion_id for each in holding) else CodeProblem.NOT_FOR_THIS
