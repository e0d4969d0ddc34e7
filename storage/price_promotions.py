"""Promotions on prices, and the codes that open them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, or_, select, true, update

from domain.deals.models import KeptPromoCode, KeptPromotion, NewPromoCode
from domain.ordering.cart import Goods
from domain.pricing.codes import CodeId
from domain.pricing.promotions import Conditions, Promotion, PromotionId, PromotionKind, Segment
from domain.shared.ids import ArticleId
from domain.shared.localised import Localised
from domain.shared.money import Money
from storage.carts import GOODS_COLUMNS, goods_of_row
from storage.connection import ResultRow, for_both, insert
from storage.shelf import Shelf
from storage.tables import articles, price_promotions, products, promo_codes

_HOLDING = (
    select(price_promotions)
    .where(
        price_promotions.c.is_on == true(),
        or_(price_promotions.c.starts_at.is_(None), price_promotions.c.starts_at <= bindparam("now")),
        or_(price_promotions.c.ends_at.is_(None), price_promotions.c.ends_at > bindparam("now")),
    )
    .order_by(price_promotions.c.id)
)
_GIFTS = (
    select(*GOODS_COLUMNS)
    .join_from(articles, products, products.c.id == articles.c.product_id)
    .where(articles.c.id.in_(bindparam("ids", expanding=True)))
)
_BY_CODES = (
    select(*GOODS_COLUMNS)
    .join_from(articles, products, products.c.id == articles.c.product_id)
    .where(
        or_(
            articles.c.code.in_(bindparam("codes", expanding=True)),
            products.c.code.in_(bindparam("codes", expanding=True)),
        )
    )
    .order_by(articles.c.id)
)
_GET = select(price_promotions).where(price_promotions.c.id == bindparam("promotion"))
_BY_KEY = select(price_promotions).where(price_promotions.c.key == bindparam("press_key"))
_ADD = for_both(
    lambda engine: (
        insert(price_promotions, engine).on_conflict_do_nothing(index_elements=["key"]).returning(price_promotions.c.id)
    )
)
_LIST = (
    select(price_promotions).order_by(price_promotions.c.id.desc()).offset(bindparam("skip")).limit(bindparam("most"))
)
_COUNT = select(func.count()).select_from(price_promotions)
_SWITCH = (
    update(price_promotions).where(price_promotions.c.id == bindparam("promotion")).values(is_on=bindparam("switched"))
)
_CODES = (
    select(promo_codes)
    .where(promo_codes.c.promotion_id == bindparam("promotion"))
    .order_by(promo_codes.c.id.desc())
    .limit(bindparam("most"))
)
_CODE_BY_KEY = select(promo_codes).where(promo_codes.c.key == bindparam("press_key"))
_ADD_CODE = for_both(lambda engine: insert(promo_codes, engine).on_conflict_do_nothing().returning(promo_codes.c.id))
_SWITCH_CODE = (
    update(promo_codes)
    .where(promo_codes.c.id == bindparam("code_id"))
    .values(is_on=bindparam("switched"))
    .returning(promo_codes.c.promotion_id)
)


class PricePromotions(Shelf):
    """Implements domain.deals.ports.PricePromotions."""

    __slots__ = ()

    async def holding(self, now: datetime) -> Sequence[Promotion]:
        return [promotion_of_row(row) for row in await self._run(_HOLDING, {"now": now})]

    async def gift_goods(self, article_ids: Sequence[ArticleId]) -> Mapping[ArticleId, Goods]:
        if not article_ids:
            return {}
        rows = await self._run(_GIFTS, {"ids": list(article_ids)})
        return {ArticleId(row.id): goods_of_row(row) for row in rows}

    async def by_codes(self, codes: Sequence[str]) -> Sequence[Goods]:
        return [goods_of_row(row) for row in await self._run(_BY_CODES, {"codes": list(codes)})]

    async def add(self, promotion: Promotion, key: str, at: datetime) -> KeptPromotion:
        await self._run(_ADD[self._engine], promotion_row(promotion) | {"key": key, "is_on": True, "created_at": at})
        return _kept((await self._run(_BY_KEY, {"press_key": key})).one())

    async def get(self, promotion_id: PromotionId) -> KeptPromotion | None:
        row = (await self._run(_GET, {"promotion": promotion_id})).first()
        return None if row is None else _kept(row)

    async def stretch(self, offset: int, limit: int) -> tuple[Sequence[KeptPromotion], int]:
        total = (await self._run(_COUNT)).scalar_one()
        return [_kept(row) for row in await self._run(_LIST, {"skip": offset, "most": limit})], total

    async def switch(self, promotion_id: PromotionId, on: bool) -> None:
        await self._run(_SWITCH, {"promotion": promotion_id, "switched": on})

    async def codes(self, promotion_id: PromotionId, limit: int) -> Sequence[KeptPromoCode]:
        return [_code(row) for row in await self._run(_CODES, {"promotion": promotion_id, "most": limit})]

    async def add_code(self, code: NewPromoCode, key: str, at: datetime) -> KeptPromoCode | None:
        row = {
            "key": key,
            "code": code.code,
            "promotion_id": code.promotion_id,
            "limit": code.limit,
            "used": 0,
            "expires_at": code.expires_at,
            "is_on": True,
            "created_at": at,
        }
        await self._run(_ADD_CODE[self._engine], row)
        found = (await self._run(_CODE_BY_KEY, {"press_key": key})).first()
        return None if found is None else _code(found)

    async def switch_code(self, code_id: CodeId, on: bool) -> PromotionId | None:
        found = (await self._run(_SWITCH_CODE, {"code_id": code_id, "switched": on})).scalar_one_or_none()
        return None if found is None else PromotionId(found)


def promotion_row(promotion: Promotion) -> dict[str, Any]:
    """A promotion as columns, without its id."""
    terms = promotion.conditions
    return {
        "kind": promotion.kind,
        "title_ru": promotion.title.ru,
        "title_en": promotion.title.en,
        "value": promotion.value,
        "buy": promotion.buy,
        "free": promotion.free,
        "gifts": list(promotion.gifts),
        "products": sorted(terms.products),
        "categories": sorted(terms.categories),
        "segments": sorted(terms.segments),
        "from_goods": terms.from_goods.minor,
        "starts_at": terms.starts_at,
        "ends_at": terms.ends_at,
        "first_order": terms.first_order,
        "birthday": terms.birthday,
        "priority": promotion.priority,
        "alone": promotion.alone,
        "by_code": promotion.by_code,
    }


def promotion_of_row(row: ResultRow) -> Promotion:
    """A row of price_promotions."""
    conditions = Conditions(
        products=frozenset(row.products),
        categories=frozenset(row.categories),
        segments=frozenset(Segment(each) for each in row.segments),
        from_goods=Money(row.from_goods),
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        first_order=row.first_order,
        birthday=row.birthday,
    )
    return Promotion(
        id=PromotionId(row.id),
        kind=PromotionKind(row.kind),
        title=Localised(row.title_ru, row.title_en),
        value=row.value,
        buy=row.buy,
        free=row.free,
        gifts=tuple(ArticleId(each) for each in row.gifts),
        conditions=conditions,
        priority=row.priority,
        alone=row.alone,
        by_code=row.by_code,
    )


def _kept(row: ResultRow) -> KeptPromotion:
    return KeptPromotion(promotion_of_row(row), row.is_on)


def _code(row: ResultRow) -> KeptPromoCode:
    return KeptPromoCode(
        CodeId(row.id), row.code, PromotionId(row.promotion_id), row.limit, row.used, row.expires_at, row.is_on
    )
