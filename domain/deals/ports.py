"""What promotions on prices ask of storage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from domain.deals.models import CartDeal, KeptPromoCode, KeptPromotion, NewPromoCode, OrderDeal
from domain.ordering.cart import Goods
from domain.points.ports import Points
from domain.pricing.codes import CodeId, PromoCode
from domain.pricing.promotions import Promotion, PromotionId
from domain.shared.ids import ArticleId, CustomerId, OrderId


class Deals(Protocol):
    """Of carts and of orders."""

    async def of_cart(self, customer_id: CustomerId) -> CartDeal: ...

    async def set_code(self, customer_id: CustomerId, code_id: CodeId | None) -> None:
        """Like everything set here it grows the cart's version."""
        ...

    async def set_points(self, customer_id: CustomerId, points: int) -> None: ...

    async def set_gifts(self, customer_id: CustomerId, gifts: Mapping[PromotionId, ArticleId]) -> None: ...

    async def clear(self, customer_id: CustomerId) -> None: ...

    async def keep(self, order_id: OrderId, deal: OrderDeal) -> None:
        """With the order; once."""
        ...

    async def of_order(self, order_id: OrderId) -> OrderDeal:
        """An empty one for an order without."""
        ...


class PricePromotions(Protocol):
    async def holding(self, now: datetime) -> Sequence[Promotion]:
        """Those that are on at this moment."""
        ...

    async def gift_goods(self, article_ids: Sequence[ArticleId]) -> Mapping[ArticleId, Goods]: ...

    async def by_codes(self, codes: Sequence[str]) -> Sequence[Goods]:
        """Articles whose own or whose product's code is one of these."""
        ...

    async def add(self, promotion: Promotion, key: str, at: datetime) -> KeptPromotion:
        """The promotion of this key; written if there is none yet. The id it is given is not looked at."""
        ...

    async def get(self, promotion_id: PromotionId) -> KeptPromotion | None: ...

    async def stretch(self, offset: int, limit: int) -> tuple[Sequence[KeptPromotion], int]:
        """The newest first, and how many there are."""
        ...

    async def switch(self, promotion_id: PromotionId, on: bool) -> None: ...

    async def codes(self, promotion_id: PromotionId, limit: int) -> Sequence[KeptPromoCode]: ...

    async def add_code(self, code: NewPromoCode, key: str, at: datetime) -> KeptPromoCode | None:
        """The code of this key, written if there is none yet; None if another has the same word."""
        ...

    async def switch_code(self, code_id: CodeId, on: bool) -> PromotionId | None:
        """Gives the promotion it opens; None without such a code."""
        ...


class PromoCodes(Protocol):
    async def find(self, code: str, customer_id: CustomerId) -> PromoCode | None:
        """By the code as it is kept, with whether this customer used it."""
        ...

    async def take(self, code_id: CodeId, customer_id: CustomerId, order_id: OrderId, at: datetime) -> bool:
        """Counts a use; False if the customer used it before or the limit is reached, and then nothing is counted."""
        ...

    async def give_back(self, order_id: OrderId) -> None:
        """Takes back the use with this order, if there was one."""
        ...


class DealsWork(Protocol):
    @property
    def deals(self) -> Deals: ...

    @property
    def price_promotions(self) -> PricePromotions: ...

    @property
    def promo_codes(self) -> PromoCodes: ...

    @property
    def points(self) -> Points: ...
