"""Who wants to be told when things run out, and what they were told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import and_, bindparam, delete, exists, func, select

from domain.ordering.models import OrderState
from domain.ordering.reorder import Supply
from domain.shared.ids import CustomerId, OrderId, ProductId
from storage.connection import for_both, insert
from storage.shelf import Shelf
from storage.tables import articles, order_lines, orders, products, reorder_told, reorder_wishes

_WANTS = select(reorder_wishes.c.customer_id).where(reorder_wishes.c.customer_id == bindparam("customer"))
_WISH = for_both(lambda engine: insert(reorder_wishes, engine).on_conflict_do_nothing(index_elements=["customer_id"]))
_FORGET = delete(reorder_wishes).where(reorder_wishes.c.customer_id == bindparam("customer"))
_TOLD = for_both(
    lambda engine: insert(reorder_told, engine).on_conflict_do_nothing(index_elements=["order_id", "product_id"])
)
_later, _later_lines, _later_articles = orders.alias("later"), order_lines.alias("more"), articles.alias("other")
# A later order of the same product: they need no reminder of this one.
_BOUGHT_SINCE = exists().where(
    _later.c.customer_id == orders.c.customer_id,
    _later.c.id > orders.c.id,
    _later.c.state != OrderState.CANCELLED,
    _later.c.state != OrderState.DECLINED,
    _later.c.state != OrderState.RETURNED,
    _later_lines.c.order_id == _later.c.id,
    _later_articles.c.id == _later_lines.c.article_id,
    _later_articles.c.product_id == articles.c.product_id,
)
_KNOWN = exists().where(
    and_(reorder_told.c.order_id == orders.c.id, reorder_told.c.product_id == articles.c.product_id)
)
_SUPPLIES = (
    select(
        orders.c.customer_id,
        orders.c.id,
        articles.c.product_id,
        orders.c.delivered_at,
        products.c.typical_weeks,
        func.sum(order_lines.c.quantity).label("pieces"),
    )
    .select_from(orders)
    .join(reorder_wishes, reorder_wishes.c.customer_id == orders.c.customer_id)
    .join(order_lines, order_lines.c.order_id == orders.c.id)
    .join(articles, articles.c.id == order_lines.c.article_id)
    .join(products, products.c.id == articles.c.product_id)
    .where(
        orders.c.state == OrderState.DELIVERED,
        orders.c.delivered_at <= bindparam("week_ago"),
        products.c.typical_weeks > 0,
        products.c.on_sale,
        ~_KNOWN,
        ~_BOUGHT_SINCE,
    )
    .group_by(orders.c.customer_id, orders.c.id, articles.c.product_id, orders.c.delivered_at, products.c.typical_weeks)
    .order_by(orders.c.delivered_at)
)


class Reorders(Shelf):
    """Implements domain.ordering.reorder.Reorders."""

    __slots__ = ()

    async def wants(self, customer_id: CustomerId) -> bool:
        return (await self._run(_WANTS, {"customer": customer_id})).first() is not None

    async def wish(self, customer_id: CustomerId, on: bool, at: datetime) -> None:
        if on:
            await self._run(_WISH[self._engine], {"customer_id": customer_id, "asked_at": at})
        else:
            await self._run(_FORGET, {"customer": customer_id})

    async def supplies(self, limit: int, ends_before: datetime) -> Sequence[Supply]:
        rows = (await self._run(_SUPPLIES, {"week_ago": ends_before - timedelta(weeks=1)})).all()
        # How long it lasts is worked out here: the engines count days in ways of their own.
        found = [Supply(*row) for row in rows]
        return [each for each in found if each.ends <= ends_before][:limit]

    async def told(self, order_id: OrderId, product_id: ProductId, at: datetime) -> bool:
        values = {"order_id": order_id, "product_id": product_id, "at": at}
        return bool((await self._run(_TOLD[self._engine], values)).rowcount)
