"""Carts: what customers have gathered."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, bindparam, delete, or_, select, update

from domain.ordering.models import Cart, CartLine, Goods
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
_CART: Select[Any] = (
    select(*GOODS_COLUMNS, cart_lines.c.quantity, carts.c.version, carts.c.comment_sealed)
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
_SET_COMMENT = _GROW.values(comment_sealed=bindparam("comment"))


class Carts(Shelf):
    """Implements domain.ordering.ports.Carts."""

    __slots__ = ()

    async def get(self, customer_id: CustomerId, gifts: Collection[ArticleId] = ()) -> Cart:
        await self._work.hold(customer_id)
        where = {"customer": customer_id}
        if self._work.writing and self._engine == "postgresql" and not self._work.holds_goods(customer_id):
            lock = _LOCK_WITH_GIFTS if gifts else _LOCK_ARTICLES
            await self._run(lock, {**where, "gifts": list(gifts)} if gifts else where)
        rows = (await self._run(_CART, where)).all()
        if not rows:
            return Cart()
        lines = tuple(CartLine(goods_of_row(row), row.quantity) for row in rows if row.id is not None)
        first = rows[0]
        return Cart(lines, first.version, self._open(first.comment_sealed, "carts", "comment", customer_id) or "")

    async def goods(self, article_id: ArticleId) -> Goods | None:
        row = (await self._run(_GOODS, {"article": article_id})).first()
        return None if row is None else goods_of_row(row)

    async def set_quantity(self, customer_id: CustomerId, article_id: ArticleId, quantity: int) -> None:
        await self._work.hold(customer_id)
        version = (await self._run(_GROW_AND_TELL, {"customer": customer_id})).scalar_one()
        if quantity == 0:
            await self._run(_DROP_LINE, {"customer": customer_id, "article": article_id})
            return
        line = {"customer_id": customer_id, "article_id": article_id, "quantity": quantity, "added_in": version}
        await self._run(_SET_LINE[self._engine], line)

    async def set_comment(self, customer_id: CustomerId, comment: str) -> None:
        await self._work.hold(customer_id)
        sealed = self._seal(comment or None, "carts", "comment", customer_id)
        await self._run(_SET_COMMENT, {"customer": customer_id, "comment": sealed})

    async def clear(self, customer_id: CustomerId) -> None:
        await self.set_comment(customer_id, "")
        await self._run(_DROP_LINES, {"customer": customer_id})


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
