"""Carts, stock and orders of the in-memory database of tests/fakes.py."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from domain.consultants.models import Consultant
from domain.joining.models import Form
from domain.ordering.models import (
    Cart,
    CartLine,
    EventKind,
    Goods,
    NewOrder,
    Order,
    OrderBrief,
    OrderEvent,
    OrderState,
    Party,
)
from domain.pricing.promotions import CustomerFacts
from domain.shared.ids import ArticleId, ConsultantId, CustomerId, OrderId, PersonId
from domain.shared.money import Money
from tests.fake_data import Data


class FakeCarts:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def get(self, customer_id: CustomerId, gifts: Collection[ArticleId] = ()) -> Cart:
        lines = []
        for (owner, article_id), quantity in self.data.cart_lines.items():
            goods = await self.goods(article_id)
            if owner == customer_id and goods is not None:
                lines.append(CartLine(goods, quantity))
        version = self.data.cart_versions.get(customer_id, 0)
        return Cart(tuple(lines), version, self.data.cart_comments.get(customer_id, ""))

    async def goods(self, article_id: ArticleId) -> Goods | None:
        for product, article in self.data.articles():
            if article.id == article_id:
                return Goods(
                    article_id=article.id,
                    product_id=product.id,
                    code=article.code,
                    name=product.name,
                    shade=article.shade,
                    price=product.price,
                    stock=article.stock,
                    on_sale=product.on_sale,
                    category_id=product.category_id,
                )
        return None

    async def set_quantity(self, customer_id: CustomerId, article_id: ArticleId, quantity: int) -> None:
        if quantity:
            self.data.cart_lines[customer_id, article_id] = quantity
        else:
            self.data.cart_lines.pop((customer_id, article_id), None)
        self._grow(customer_id)

    async def set_comment(self, customer_id: CustomerId, comment: str) -> None:
        self.data.cart_comments[customer_id] = comment
        self._grow(customer_id)

    async def clear(self, customer_id: CustomerId) -> None:
        for owner, article_id in list(self.data.cart_lines):
            if owner == customer_id:
                del self.data.cart_lines[owner, article_id]
        self.data.cart_comments.pop(customer_id, None)
        self._grow(customer_id)

    def _grow(self, customer_id: CustomerId) -> None:
        self.data.cart_versions[customer_id] = self.data.cart_versions.get(customer_id, 0) + 1


class FakeStock:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def take(self, pieces: Sequence[tuple[ArticleId, int]]) -> None:
        for article_id, quantity in pieces:
            self._change(article_id, -quantity)

    async def put_back(self, pieces: Sequence[tuple[ArticleId, int]]) -> None:
        for article_id, quantity in pieces:
            self._change(article_id, quantity)

    def _change(self, article_id: ArticleId, by: int) -> None:
        for product, article in list(self.data.articles()):
            if article.id == article_id:
                changed = replace(article, stock=article.stock + by)
                articles = tuple(changed if each.id == article_id else each for each in product.articles)
                self.data.products[product.id] = replace(product, articles=articles)


class FakeOrders:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def add(self, order: NewOrder) -> OrderId | None:
        if (order.customer_id, order.key) in self.data.order_keys:
            return None
        order_id = OrderId(next(i for i in itertools.count(1) if i not in self.data.orders))
        self.data.order_keys[order.customer_id, order.key] = order_id
        self.data.orders[order_id] = Order(
            id=order_id,
            customer_id=order.customer_id,
            consultant_id=order.consultant_id,
            customer_name=self.data.forms.get(order.customer_id, Form()).name or "",
            consultant_name=self.data.consultants[order.consultant_id].name,
            state=OrderState.PLACED,
            lines=order.lines,
            percent=order.percent,
            delivery=order.delivery,
            delivery_cost=order.delivery_cost,
            comment=order.comment,
            placed_at=order.placed_at,
        )
        placed = OrderEvent(EventKind.PLACED, Party.CUSTOMER, None, order.placed_at)
        self.data.order_events[order_id] = (placed,)
        return order_id

    async def by_key(self, customer_id: CustomerId, key: str) -> Order | None:
        order_id = self.data.order_keys.get((customer_id, key))
        return None if order_id is None else self.data.orders[order_id]

    async def get(self, order_id: OrderId) -> Order | None:
        return self.data.orders.get(order_id)

    async def hold(self, order_id: OrderId) -> Order | None:
        return self.data.orders.get(order_id)

    async def move(self, order_id: OrderId, old: OrderState, new: OrderState, event: OrderEvent) -> bool:
        order = self.data.orders[order_id]
        if order.state is not old:
            return False
        changes: dict[str, Any] = {"state": new}
        if new in {OrderState.DECLINED, OrderState.CANCELLED, OrderState.RETURNED}:
            changes["return_asked_at"] = None
        if new is OrderState.PAID:
            changes["paid_at"] = event.at
        if new is OrderState.DELIVERED:
            changes["delivered_at"] = event.at
        self._keep(replace(order, **changes), event)
        return True

    async def note(self, order_id: OrderId, event: OrderEvent) -> None:
        changes: dict[str, Any] = {
            EventKind.PAID: {"paid_at": event.at},
            EventKind.RETURN_ASKED: {"return_asked_at": event.at},
            EventKind.RETURN_REFUSED: {"return_asked_at": None},
        }.get(event.kind, {})
        self._keep(replace(self.data.orders[order_id], **changes), event)

    async def events(self, order_id: OrderId) -> Sequence[OrderEvent]:
        return self.data.order_events.get(order_id, ())

    async def events_count(self, order_id: OrderId) -> int:
        return len(await self.events(order_id))

    async def set_tracking(self, order_id: OrderId, tracking: str) -> None:
        self.data.orders[order_id] = replace(self.data.orders[order_id], tracking=tracking)

    def _keep(self, order: Order, event: OrderEvent) -> None:
        self.data.orders[order.id] = order
        self.data.order_events[order.id] = (*self.data.order_events.get(order.id, ()), event)


class FakeOrderLists:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def of_customer(self, customer_id: CustomerId, offset: int, limit: int) -> tuple[Sequence[OrderBrief], int]:
        return self._stretch([o for o in self.data.orders.values() if o.customer_id == customer_id], offset, limit)

    async def of_consultant(
        self, consultant_id: ConsultantId, offset: int, limit: int
    ) -> tuple[Sequence[OrderBrief], int]:
        return self._stretch([o for o in self.data.orders.values() if o.consultant_id == consultant_id], offset, limit)

    async def everyones(self, offset: int, limit: int) -> tuple[Sequence[OrderBrief], int]:
        return self._stretch(list(self.data.orders.values()), offset, limit)

    @staticmethod
    def _stretch(orders: list[Order], offset: int, limit: int) -> tuple[Sequence[OrderBrief], int]:
        newest = sorted(orders, key=lambda order: -order.id)
        briefs = [
            OrderBrief(o.id, o.customer_name, o.state, o.total, sum(line.quantity for line in o.lines), o.placed_at)
            for o in newest[offset : offset + limit]
        ]
        return briefs, len(orders)


class FakeBuyers:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def may_buy(self, customer_id: CustomerId) -> tuple[bool, Consultant | None]:
        chosen = self.data.choices.get(customer_id)
        complete = self.data.forms.get(customer_id, Form()).complete
        return complete, None if chosen is None else self.data.consultants.get(chosen)

    async def facts(self, customer_id: CustomerId, now: datetime, *, birthday: bool = False) -> CustomerFacts:
        ended = {OrderState.DECLINED, OrderState.CANCELLED, OrderState.RETURNED}
        mine = [o for o in self.data.orders.values() if o.customer_id == customer_id and o.state not in ended]
        return CustomerFacts(
            last_month=await self.last_month(customer_id, now),
            orders=len(mine),
            last_order_at=max((order.placed_at for order in mine), default=None),
            birthday=self.data.forms.get(customer_id, Form()).birth_date if birthday else None,
        )

    async def last_month(self, customer_id: CustomerId, now: datetime) -> Money:
        month = (now.year, now.month - 1) if now.month > 1 else (now.year - 1, 12)
        ended = {OrderState.DECLINED, OrderState.CANCELLED, OrderState.RETURNED}
        return max(
            (
                order.goods_full
                for order in self.data.orders.values()
                if order.customer_id == customer_id
                and order.state not in ended
                and (order.placed_at.year, order.placed_at.month) == month
            ),
            default=Money(0),
        )

    async def persons_of(self, customer_id: CustomerId) -> Sequence[PersonId]:
        return [person.id for person in self.data.people.values() if person.customer_id == customer_id]
