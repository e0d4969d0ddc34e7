"""Promotions on prices, promo codes and points of the in-memory database of tests/fakes.py."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from domain.deals.models import CartDeal, KeptPromoCode, KeptPromotion, NewPromoCode, OrderDeal
from domain.ordering.cart import Goods
from domain.points.models import Balance, HistoryLine, Move, NotEnoughPoints, PointsAccount
from domain.pricing.codes import CodeId, PromoCode
from domain.pricing.promotions import Promotion, PromotionId
from domain.shared.ids import ArticleId, CustomerId, OrderId
from tests.fake_data import Data


class FakeDeals:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def of_cart(self, customer_id: CustomerId) -> CartDeal:
        deal = self.data.cart_deals.get(customer_id, CartDeal())
        balance = (await FakePoints(self.data).balance(customer_id)).points
        code = None if deal.code is None else _seen(self.data, deal.code.id, customer_id)
        return replace(deal, balance=balance, code=code)

    async def set_code(self, customer_id: CustomerId, code_id: CodeId | None) -> None:
        code = None if code_id is None else _seen(self.data, code_id, customer_id)
        self._set(customer_id, replace(self.data.cart_deals.get(customer_id, CartDeal()), code=code))

    async def set_points(self, customer_id: CustomerId, points: int) -> None:
        self._set(customer_id, replace(self.data.cart_deals.get(customer_id, CartDeal()), points=points))

    async def set_gifts(self, customer_id: CustomerId, gifts: Mapping[PromotionId, ArticleId]) -> None:
        self._set(customer_id, replace(self.data.cart_deals.get(customer_id, CartDeal()), gifts=dict(gifts)))

    async def clear(self, customer_id: CustomerId) -> None:
        self.data.cart_deals.pop(customer_id, None)

    async def keep(self, order_id: OrderId, deal: OrderDeal) -> None:
        self.data.order_deals.setdefault(order_id, deal)
        order = self.data.orders.get(order_id)
        if order is not None:
            self.data.orders[order_id] = replace(order, reasons=deal.reasons)

    async def of_order(self, order_id: OrderId) -> OrderDeal:
        return self.data.order_deals.get(order_id, OrderDeal())

    def _set(self, customer_id: CustomerId, deal: CartDeal) -> None:
        self.data.cart_deals[customer_id] = deal
        self.data.cart_versions[customer_id] = self.data.cart_versions.get(customer_id, 0) + 1


class FakePricePromotions:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def holding(self, now: datetime) -> Sequence[Promotion]:
        return [kept.promotion for kept in self.data.price_promotions.values() if kept.is_on]

    async def gift_goods(self, article_ids: Sequence[ArticleId]) -> Mapping[ArticleId, Goods]:
        return {
            article.id: Goods(
                article.id,
                product.id,
                article.code,
                product.name,
                article.shade,
                product.price,
                article.stock,
                product.on_sale,
                product.category_id,
            )
            for product, article in self.data.articles()
            if article.id in article_ids
        }

    async def by_codes(self, codes: Sequence[str]) -> Sequence[Goods]:
        found = [each.id for product, each in self.data.articles() if {product.code, each.code} & set(codes)]
        return list((await self.gift_goods(found)).values())

    async def add(self, promotion: Promotion, key: str, at: datetime) -> KeptPromotion:
        if key not in self.data.promotion_keys:
            id_ = PromotionId(len(self.data.price_promotions) + 1)
            self.data.promotion_keys[key] = id_
            self.data.price_promotions[id_] = KeptPromotion(replace(promotion, id=id_), is_on=True)
        return self.data.price_promotions[self.data.promotion_keys[key]]

    async def get(self, promotion_id: PromotionId) -> KeptPromotion | None:
        return self.data.price_promotions.get(promotion_id)

    async def stretch(self, offset: int, limit: int) -> tuple[Sequence[KeptPromotion], int]:
        newest = list(self.data.price_promotions.values())[::-1]
        return newest[offset : offset + limit], len(newest)

    async def switch(self, promotion_id: PromotionId, on: bool) -> None:
        if promotion_id in self.data.price_promotions:
            self.data.price_promotions[promotion_id] = replace(self.data.price_promotions[promotion_id], is_on=on)

    async def codes(self, promotion_id: PromotionId, limit: int) -> Sequence[KeptPromoCode]:
        return [each for each in self.data.promo_codes.values() if each.promotion_id == promotion_id][::-1][:limit]

    async def add_code(self, code: NewPromoCode, key: str, at: datetime) -> KeptPromoCode | None:
        if key not in self.data.code_keys:
            if any(each.code == code.code for each in self.data.promo_codes.values()):
                return None
            id_ = CodeId(len(self.data.promo_codes) + 1)
            self.data.code_keys[key] = id_
            kept = KeptPromoCode(id_, code.code, code.promotion_id, code.limit, 0, code.expires_at, is_on=True)
            self.data.promo_codes[id_] = kept
        return self.data.promo_codes[self.data.code_keys[key]]

    async def switch_code(self, code_id: CodeId, on: bool) -> PromotionId | None:
        code = self.data.promo_codes.get(code_id)
        if code is None:
            return None
        self.data.promo_codes[code_id] = replace(code, is_on=on)
        return code.promotion_id


class FakePromoCodes:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def find(self, code: str, customer_id: CustomerId) -> PromoCode | None:
        found = next((each for each in self.data.promo_codes.values() if each.code == code), None)
        return None if found is None else _seen(self.data, found.id, customer_id)

    async def take(self, code_id: CodeId, customer_id: CustomerId, order_id: OrderId, at: datetime) -> bool:
        code = _seen(self.data, code_id, customer_id)
        if code.used_before or (code.limit is not None and code.used >= code.limit):
            return False
        self.data.promo_uses[code_id, customer_id] = order_id
        self.data.promo_codes[code_id] = replace(self.data.promo_codes[code_id], used=code.used + 1)
        return True

    async def give_back(self, order_id: OrderId) -> None:
        for (code_id, customer_id), used_with in list(self.data.promo_uses.items()):
            if used_with == order_id:
                del self.data.promo_uses[code_id, customer_id]
                kept = self.data.promo_codes[code_id]
                self.data.promo_codes[code_id] = replace(kept, used=kept.used - 1)


class FakePoints:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def balance(self, customer_id: CustomerId) -> Balance:
        mine = [move for move in self.data.point_moves.values() if move.customer_id == customer_id]
        return Balance(sum(_own(move) for move in mine), max((move.at for move in mine), default=None))

    async def knows(self, key: str) -> bool:
        return key in self.data.point_moves

    async def move(self, move: Move) -> bool:
        if move.key in self.data.point_moves:
            return False
        if (await self.balance(move.customer_id)).points + _own(move) < 0:
            raise NotEnoughPoints
        self.data.point_moves[move.key] = move
        return True

    async def history(self, customer_id: CustomerId, offset: int, limit: int) -> tuple[Sequence[HistoryLine], int]:
        mine = [move for move in self.data.point_moves.values() if move.customer_id == customer_id][::-1]
        lines = [HistoryLine(move.kind, _own(move), move.at, move.order_id) for move in mine]
        return lines[offset : offset + limit], len(lines)

    async def idle(self, before: datetime, limit: int) -> Sequence[tuple[CustomerId, Balance]]:
        customers = {move.customer_id for move in self.data.point_moves.values()}
        balances = [(customer_id, await self.balance(customer_id)) for customer_id in sorted(customers)]
        return [(id_, each) for id_, each in balances if each.points and each.active_at and each.active_at < before][
            :limit
        ]

    async def ending(self, before: datetime, after: datetime, limit: int) -> Sequence[tuple[CustomerId, Balance]]:
        return []  # who was told is the database's to remember


def _own(move: Move) -> int:
    return next(points for account, points in move.entries if account is PointsAccount.CUSTOMER)


def _seen(data: Data, code_id: CodeId, customer_id: CustomerId) -> PromoCode:
    kept = data.promo_codes[code_id]
    return PromoCode(
        kept.id,
        kept.code,
        kept.promotion_id,
        kept.limit,
        kept.used,
        kept.expires_at,
        kept.is_on,
        (code_id, customer_id) in data.promo_uses,
    )
