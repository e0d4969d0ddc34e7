"""What a little more in the cart would bring."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from domain.pricing.ladder import Ladder
from domain.pricing.promotions import CustomerFacts, Item, Promotion, PromotionKind, goods_of
from domain.pricing.quote import Hint, HintKind
from domain.pricing.shipping import Shipping
from domain.shared.ids import ArticleId
from domain.shared.money import Money


def hints(
    items: Sequence[Item],
    subtotal: Money,
    goods: Money,
    facts: CustomerFacts,
    for_them: Sequence[Promotion],
    ladder: Ladder,
    gift_stock: Mapping[ArticleId, int],
    shipping: Shipping | None,
    delivery: Money | None,
) -> tuple[Hint, ...]:
    """The nearest of each kind: the ladder's next rung, a gift, free delivery, another promotion; nothing if empty."""
    if not items:
        return ()
    found = []
    if (rung := ladder.next_rung(subtotal, facts.last_month)) is not None:
        found.append(Hint(HintKind.LADDER, rung[0], percent=rung[1]))
    missing = sorted(
        (
            (each.conditions.from_goods.minor - has.minor, at, each)
            for at, each in enumerate(for_them)
            if (has := goods_of(each, items)).minor < each.conditions.from_goods.minor
        ),
        key=lambda step: step[:2],
    )
    gifts = [
        Hint(HintKind.GIFT, Money(lack), title=each.title)
        for lack, _, each in missing
        if each.kind is PromotionKind.GIFT and any(gift_stock.get(article_id, 0) > 0 for article_id in each.gifts)
    ]
    others = [
        Hint(HintKind.PROMOTION, Money(lack), title=each.title)
        for lack, _, each in missing
        if each.kind not in {PromotionKind.GIFT, PromotionKind.FREE_DELIVERY}
    ]
    return (*found, *gifts[:1], *_delivery(goods, missing, shipping, delivery), *others[:1])


def _delivery(
    goods: Money, missing: Sequence[tuple[int, int, Promotion]], shipping: Shipping | None, delivery: Money | None
) -> list[Hint]:
    if shipping is None or not delivery or not delivery.minor:
        return []
    by_table = [Hint(HintKind.FREE_DELIVERY, shipping.free_from - goods)] if shipping.free_from is not None else []
    by_promotion = [
        Hint(HintKind.FREE_DELIVERY, Money(lack), title=each.title)
        for lack, _, each in missing
        if each.kind is PromotionKind.FREE_DELIVERY
    ]
    return [*by_table, *by_promotion][:1]
