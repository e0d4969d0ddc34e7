"""Carts: what customers have gathered."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Select, bindparam, delete, or_, select, update

from domain.ordering.cart import Cart, CartLine, Choice, CodedGoods, Goods
from domain.ordering.models import Delivery, Payment
from domain.shared.ids import ArticleId, CustomerId
from domain.shared.localised import Localised
from domain.shared.money import Money
from storage.connection import ResultRow, for_both, upsert
from storage.shelf import Shelf, maybe_localised
from storage.tables import articles, cart_lines, carts, products

GOODS_COLUMNS = (
    articles.c.id,
    articles.c.product_id,
    articles.c.code,
    products.c.name_ru,
    products.c.name_en,
    articles.c.shade_ru,
    articles.c.shade_en,
    products.c.price,
    products.c.currency,
    articles.c.stock,
    products.c.on_sale,
    products.c.category_id,
)
_GOODS = (
    select(*GOODS_COLUMNS)
    .join_from(articles, products, products.c.id == articles.c.product_id)
    .where(articles.c.id == bindparam("article"))
)
_CODED = select(*GOODS_COLUMNS, products.c.code.label("product_code")).join_from(
    articles, products, products.c.id == articles.c.product_id
)
_BY_CODES = _CODED.where(
    or_(
        articles.c.code.in_(bindparam("codes", expanding=True)), products.c.code.in_(bindparam("codes", expanding=True))
    )
)
_PREFIX, _PREFIXES = 4, 5
"""How much of a code has to be typed, and how many shortened ones a list may have."""
_BY_PREFIX = _CODED.where(articles.c.code.like(bindparam("pattern"), escape="\\")).limit(40)
_CART: Select[Any] = (
    select(
        *GOODS_COLUMNS,
        cart_lines.c.quantity,
        cart_lines.c.seen_price,
        carts.c.version,
        carts.c.comment_sealed,
        carts.c.delivery,
        carts.c.address_id,
        carts.c.point_id,
        carts.c.payment,
    )
    .select_from(carts)
    .join(cart_lines, cart_lines.c.customer_id == carts.c.customer_id, isouter=True)
    .join(articles, articles.c.id == cart_lines.c.article_id, isouter=True)
    .join(products, products.c.id == articles.c.product_id, isouter=True)
    .where(carts.c.customer_id == bindparam("customer"))
    .order_by(cart_lines.c.added_in, cart_lines.c.article_id)
)
# In the order of ids whoever locks, so that two carts never wait for each other.
_LOCK_ARTICLES = (
    select(articles.c.id)
    .where(articles.c.id.in_(select(cart_lines.c.article_id).where(cart_lines.c.customer_id == bindparam("customer"))))
    .order_by(articles.c.id)
    .with_for_update(key_share=True)
)
_LOCK_WITH_GIFTS = (
    select(articles.c.id)
    .where(
        or_(
            articles.c.id.in_(select(cart_lines.c.article_id).where(cart_lines.c.customer_id == bindparam("customer"))),
            articles.c.id.in_(bindparam("gifts", expanding=True)),
        )
    )
    .order_by(articles.c.id)
    .with_for_update(key_share=True)
)
_GROW = update(carts).where(carts.c.customer_id == bindparam("customer")).values(version=carts.c.version + 1)
_SET_LINE = for_both(lambda engine: upsert(cart_lines, engine, ["customer_id", "article_id"], ["quantity"]))
_GROW_AND_TELL = _GROW.returning(carts.c.version)
_DROP_LINE = delete(cart_lines).where(
    cart_lines.c.customer_id == bindparam("customer"), cart_lines.c.article_id == bindparam("article")
)
_DROP_LINES = delete(cart_lines).where(cart_lines.c.customer_id == bindparam("customer"))
_SEE_PRICES = (
    update(cart_lines)
    .where(cart_lines.c.customer_id == bindparam("customer"))
    .values(
        seen_price=select(products.c.price)
        .join(articles, articles.c.product_id == products.c.id)
        .where(articles.c.id == cart_lines.c.article_id)
        .scalar_subquery()
    )
)
_CHOOSE = _GROW.values(
    delivery=bindparam("delivery"),
    address_id=bindparam("address"),
    point_id=bindparam("point"),
    payment=bindparam("payment"),
)
_CHOOSE_DELIVERY = update(carts).where(carts.c.customer_id == bindparam("customer")).values(delivery=bindparam("way"))
_SET_COMMENT = _GROW.values(comment_sealed=bindparam("comment"))


class Carts(Shelf):
    """Implements domain.ordering.ports.Carts."""

    __slots__ = ()

    async def get(self, customer_id: CustomerId, gifts: Collection[ArticleId] = (), *, placing: bool = False) -> Cart:
        await self._work.hold(customer_id)
        where = {"customer": customer_id}
        if placing and self._work.writing and self._engine == "postgresql" and not self._work.holds_goods(customer_id):
            lock = _LOCK_WITH_GIFTS if gifts else _LOCK_ARTICLES
            await self._run(lock, {**where, "gifts": list(gifts)} if gifts else where)
        rows = (await self._run(_CART, where)).all()
        if not rows:
            return Cart()
        lines = tuple(_cart_line(row) for row in rows if row.id is not None)
        first = rows[0]
        comment = self._open(first.comment_sealed, "carts", "comment", customer_id) or ""
        return Cart(lines, first.version, comment, _choice(first))

    async def goods(self, article_id: ArticleId) -> Goods | None:
        row = (await self._run(_GOODS, {"article": article_id})).first()
        return None if row is None else goods_of_row(row)

    async def by_codes(self, codes: Collection[str]) -> Sequence[CodedGoods]:
        listed = sorted(codes)
        found = {row.id: _coded(row) for row in (await self._run(_BY_CODES, {"codes": listed})).all()}
        known = {code for each in found.values() for code in (each.goods.code, each.product_code)}
        for code in [each for each in listed if each not in known and len(each) >= _PREFIX][:_PREFIXES]:
            # A typed list is short, and most of it is codes in full.
            rows = (await self._run(_BY_PREFIX, {"pattern": re.sub(r"([_%\\])", r"\\\1", code) + "%"})).all()
            found |= {row.id: _coded(row) for row in rows}
        return list(found.values())

    async def see_prices(self, customer_id: CustomerId) -> None:
        await self._work.hold(customer_id)
        await self._run(_GROW, {"customer": customer_id})
        await self._run(_SEE_PRICES, {"customer": customer_id})

    async def choose(self, customer_id: CustomerId, choice: Choice) -> None:
        await self._work.hold(customer_id)
        values = {
            "customer": customer_id,
            "delivery": choice.delivery,
            "address": choice.address_id,
            "point": choice.point_id,
            "payment": choice.payment,
        }
        await self._run(_CHOOSE, values)

    async def choose_delivery(self, customer_id: CustomerId, delivery: Delivery) -> None:
        await self._work.hold(customer_id)
        await self._run(_CHOOSE_DELIVERY, {"customer": customer_id, "way": delivery})

    async def set_quantity(
        self, customer_id: CustomerId, article_id: ArticleId, quantity: int, seen: Money | None = None
    ) -> int:
        await self._work.hold(customer_id)
        version: int = (await self._run(_GROW_AND_TELL, {"customer": customer_id})).scalar_one()
        if quantity == 0:
            await self._run(_DROP_LINE, {"customer": customer_id, "article": article_id})
            return version
        line: dict[str, int | None] = {
            "customer_id": customer_id,
            "article_id": article_id,
            "quantity": quantity,
            "added_in": version,
            "seen_price": None if seen is None else seen.minor,
        }
        await self._run(_SET_LINE[self._engine], line)
        return version

    async def set_comment(self, customer_id: CustomerId, comment: str) -> None:
        await self._work.hold(customer_id)
        sealed = self._seal(comment or None, "carts", "comment", customer_id)
        await self._run(_SET_COMMENT, {"customer": customer_id, "comment": sealed})

    async def clear(self, customer_id: CustomerId) -> None:
        await self.set_comment(customer_id, "")
        await self._run(_DROP_LINES, {"customer": customer_id})


def _cart_line(row: ResultRow) -> CartLine:
    seen = None if row.seen_price is None else Money(row.seen_price, row.currency)
    return CartLine(goods_of_row(row), row.quantity, seen)


def _choice(row: ResultRow) -> Choice:
    return Choice(
        None if row.delivery is None else Delivery(row.delivery),
        row.address_id,
        row.point_id,
        None if row.payment is None else Payment(row.payment),
    )


def _coded(row: ResultRow) -> CodedGoods:
    return CodedGoods(goods_of_row(row), row.product_code)


def goods_of_row(row: ResultRow) -> Goods:
    """A row that begins with GOODS_COLUMNS."""
    article_id, product_id, code, ru, en, shade_ru, shade_en, price, currency, stock, on_sale, category = row[:12]
    return Goods(
        article_id,
        product_id,
        code,
        Localised(ru, en),
        maybe_localised(shade_ru, shade_en),
        Money(price, currency),
        stock,
        on_sale,
        category,
    )
