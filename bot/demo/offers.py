"""The demo's promotions on prices and its promo code."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from domain.deals.models import NewPromoCode
from domain.pricing.promotions import Conditions, Promotion, PromotionId, PromotionKind
from domain.shared.ids import ArticleId, CategoryId, ProductId
from domain.shared.localised import Localised
from domain.shared.money import rubles
from storage.work import Work

CODE = "VESNA10"
GIFTS = ("50-0508", "40-0408", "60-0605")
EYESHADOW = "30-0301"
FRAGRANCE = "fragrance-and-body"


async def seed_offers(
    work: Work, articles: Mapping[str, int], products: Mapping[str, int], categories: Mapping[str, int]
) -> None:
    """Adds them, each once: what the staff pauses later stays paused."""
    now = datetime.now(UTC)
    for key, promotion in _offers(articles, products, categories).items():
        kept = await work.price_promotions.add(promotion, f"demo:{key}", now)
        if promotion.by_code:
            await work.price_promotions.add_code(NewPromoCode(CODE, kept.promotion.id, 1_000), f"demo:{key}", now)


def _offers(
    articles: Mapping[str, int], products: Mapping[str, int], categories: Mapping[str, int]
) -> dict[str, Promotion]:
    new = PromotionId(0)
    return {
        "gift": Promotion(
            new,
            PromotionKind.GIFT,
            Localised("Подарок к заказу на выбор", "A gift of your choice"),
            gifts=tuple(ArticleId(articles[code]) for code in GIFTS if code in articles),
            conditions=Conditions(from_goods=rubles(5_000)),
        ),
        "eyeshadow": Promotion(
            new,
            PromotionKind.N_PLUS_M,
            Localised("Тени «Моно»: две плюс одна", "Mono eyeshadow: two plus one"),
            buy=2,
            free=1,
            conditions=Conditions(products=frozenset({ProductId(products[EYESHADOW])})),
            alone=True,
        ),
        "fragrance": Promotion(
            new,
            PromotionKind.PERCENT,
            Localised("Неделя ароматов", "Fragrance week"),
            value=5,
            conditions=Conditions(categories=frozenset({CategoryId(categories[FRAGRANCE])})),
        ),
        "birthday": Promotion(
            new,
            PromotionKind.POINTS,
            Localised("С днём рождения", "Happy birthday"),
            value=300,
            conditions=Conditions(birthday=True),
        ),
        "code": Promotion(
            new,
            PromotionKind.PERCENT,
            Localised("Весенний промокод", "Spring code"),
            value=10,
            by_code=True,
        ),
    }
