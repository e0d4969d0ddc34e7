"""What a customer brings to the price of a cart, and what was agreed with an order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from domain.pricing.codes import CodeId, PromoCode
from domain.pricing.promotions import Promotion, PromotionId
from domain.pricing.quote import Reason
from domain.shared.ids import ArticleId


@dataclass(frozen=True, slots=True)
class CartDeal:
    """A promo code, points meant to be spent, the gifts chosen; and `balance`, the points there are."""

    code: PromoCode | None = None
    points: int = 0
    gifts: Mapping[PromotionId, ArticleId] = field(default_factory=dict)
    balance: int = 0


@dataclass(frozen=True, slots=True)
class OrderDeal:
    """What was agreed with an order: why it costs what it does, and what has to be settled once it is over."""

    reasons: tuple[Reason, ...] = ()
    code_id: CodeId | None = None
    points: int = 0
    points_earned: int = 0


@dataclass(frozen=True, slots=True)
class KeptPromotion:
    """A promotion as those who manage it see it: also when it is paused."""

    promotion: Promotion
    is_on: bool


@dataclass(frozen=True, slots=True)
class NewPromoCode:
    """A promo code about to be made. `limit` counts over all customers, None is without end."""

    code: str
    promotion_id: PromotionId
    limit: int | None = None
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class KeptPromoCode:
    """A promo code as those who manage it see it."""

    id: CodeId
    code: str
    promotion_id: PromotionId
    limit: int | None
    used: int
    expires_at: datetime | None
    is_on: bool
