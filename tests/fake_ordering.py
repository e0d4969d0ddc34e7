"""Carts, stock and orders of the in-memory database of tests/fakes.py."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from domain.consultants.models import Consultant
from domain.joining.models import Form
from domain.ordering.cart import Cart, CartLine, Choice, CodedGoods, Goods
from domain.ordering.models import (
    Delivery,
    EventKind,
    NewOrder,
    Order,
    OrderBrief,
    OrderEvent,
    OrderState,
    Party,
    Silent,
)
from domain.ordering.reorder import Supply
from domain.ordering.wanted import Wanted, Whose
from domain.pricing.promotions import CustomerFacts
from domain.shared.ids import ArticleId, ConsultantId, CustomerId, OrderId, PersonId, ProductId
from domain.shared.money import Money
from tests.fake_data import Data


class FakeCarts:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def get(self, customer_id: CustomerId, gifts: Collection[ArticleId] = (), *, placing: bool = False) -> Cart:
        lines = []
        for (owner, article_id), quantity in self.data.cart_lines.items():
            goods = await self.goods(article_id)
            if owner == customer_id and goods is not None:
                lines.append(CartLine(goods, quantity, self.data.seen_prices.get((owner, article_id))))
        version = self.data.cart_versions.get(customer_id, 0)
        choice = self.data.cart_choices.get(customer_id, Choice())
        return Cart(tuple(lines), version, self.data.cart_comments.get(customer_id, ""), choice)

    async def by_codes(self, codes: Collection[str]) -> Sequence[CodedGoods]:
        found = []
        for product, article in self.data.articles():
            if article.code in codes or product.code in codes or any(article.code.startswith(code) for code in codes):
                goods = await self.goods(article.id)
                assert goods is not None
                found.append(CodedGoods(goods, product.code))
        return found

    async def see_prices(self, customer_id: CustomerId) -> None:
        for line in (await self.get(customer_id)).lines:
            self.data.seen_prices[customer_id, line.goods.article_id] = line.goods.price
        self._grow(customer_id)

    async def choose(self, customer_id: CustomerId, choice: Choice) -> None:
        self.data.cart_choices[customer_id] = choice
        self._grow(customer_id)

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

    async def choose_delivery(self, customer_id: CustomerId, delivery: Delivery) -> None:
        self.data.cart_choices[customer_id] = replace(
            self.data.cart_choices.get(customer_id, Choice()), delivery=delivery
        )

    async def set_quantity(
        self, customer_id: CustomerId, article_id: ArticleId, quantity: int, seen: Money | None = None
    ) -> int:
        if quantity:
            if seen is not None and (customer_id, article_id) not in self.data.cart_lines:
                self.data.seen_prices[customer_id, article_id] = seen
            self.data.cart_lines[customer_id, article_id] = quantity
        else:
            self.data.cart_lines.pop((customer_id, article_id), None)
        self._grow(customer_id)
        return self.data.cart_versions[customer_id]

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
            payment=order.payment,
            address=order.address,
            contact=order.contact,
            pay_until=order.pay_until,
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
        noted: dict[EventKind, dict[str, Any]] = {
            EventKind.PAID: {"paid_at": event.at},
            EventKind.RETURN_ASKED: {"return_asked_at": event.at},
            EventKind.RETURN_REFUSED: {"return_asked_at": None},
        }
        self._keep(replace(self.data.orders[order_id], **noted.get(event.kind, {})), event)

    async def events(self, order_id: OrderId) -> Sequence[OrderEvent]:
        return self.data.order_events.get(order_id, ())

    async def events_count(self, order_id: OrderId) -> int:
        return len(await self.events(order_id))

    async def set_tracking(self, order_id: OrderId, tracking: str) -> None:
        self.data.orders[order_id] = replace(self.data.orders[order_id], tracking=tracking)

    async def hand_over(self, order_id: OrderId, consultant_id: ConsultantId, waits_since: datetime | None) -> None:
        name = self.data.consultants[consultant_id].name
        changed = replace(self.data.orders[order_id], consultant_id=consultant_id, consultant_name=name)
        self.data.orders[order_id] = changed

    async def silent(self, reminded_before: datetime, limit: int) -> Sequence[Silent]:
        raise NotImplementedError("the database's own tests show it")

    async def reminded(self, order_id: OrderId, at: datetime) -> None:
        raise NotImplementedError("the database's own tests show it")

    async def escalated(self, order_id: OrderId, at: datetime) -> None:
        raise NotImplementedError("the database's own tests show it")

    async def swatches(self, order_id: OrderId) -> Mapping[ArticleId, str]:
        return {line.article_id: "#9B1B30" for line in self.data.orders[order_id].lines}

    async def goods_of(self, order_id: OrderId) -> Mapping[ArticleId, Goods]:
        found = [await FakeCarts(self.data).goods(line.article_id) for line in self.data.orders[order_id].lines]
        return {each.article_id: each for each in found if each is not None}

    async def set_goods_back(self, order_id: OrderId, back: bool) -> None:
        self.data.goods_back[order_id] = back

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

    async def find(self, whose: Whose, wanted: Wanted, offset: int, limit: int) -> Sequence[OrderBrief]:
        found = [order for order in self._of(whose, wanted) if order.state in wanted.states]
        return self._stretch(found, offset, limit)[0]

    async def counts(self, whose: Whose, wanted: Wanted) -> Mapping[OrderState, int]:
        return Counter(order.state for order in self._of(whose, wanted))

    async def full(self, whose: Whose, wanted: Wanted, limit: int) -> Sequence[Order]:
        found = [order for order in self._of(whose, wanted) if order.state in wanted.states]
        return sorted(found, key=lambda order: -order.id)[:limit]

    def _of(self, whose: Whose, wanted: Wanted) -> list[Order]:
        def fits(order: Order) -> bool:
            words = [f"{line.code} {line.name.ru} {line.name.en}".casefold() for line in order.lines]
            told = order.id == wanted.order_id or any(all(w in each for w in wanted.words) for each in words)
            return (
                whose.customer in {None, order.customer_id}
                and whose.consultant in {None, order.consultant_id}
                and (wanted.since is None or order.placed_at >= wanted.since)
                and told
            )

        return [order for order in self.data.orders.values() if fits(order)]

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

    async def known(self, ids: Sequence[PersonId]) -> Sequence[PersonId]:
        return [each for each in ids if each in self.data.people]


class FakeReorders:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def wants(self, customer_id: CustomerId) -> bool:
        return customer_id in self.data.reorder_wishes

    async def wish(self, customer_id: CustomerId, on: bool, at: datetime) -> None:
        self.data.reorder_wishes.pop(customer_id, None)
        if on:
            self.data.reorder_wishes[customer_id] = at

    async def supplies(self, limit: int, ends_before: datetime) -> Sequence[Supply]:
        raise NotImplementedError("the database's own tests show it")

    async def told(self, order_id: OrderId, product_id: ProductId, at: datetime) -> bool:
        raise NotImplementedError("the database's own tests show it")
