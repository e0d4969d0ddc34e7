"""Orders: written once, then moved from state to state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, false, func, or_, select, update
from sqlalchemy import insert as plain_insert

from domain.ordering.cart import Goods
from domain.ordering.models import EventKind, NewOrder, Order, OrderEvent, OrderState, Party, Payment, Silent
from domain.shared.ids import ArticleId, ConsultantId, CustomerId, OrderId
from domain.shared.money import Money
from storage.carts import GOODS_COLUMNS, goods_of_row
from storage.connection import ResultRow, for_both, insert
from storage.order_moves import GO_ON, MOVES, NOTED, ONE
from storage.order_rows import ORDER, as_order, line_values, row_of
from storage.shelf import Shelf
from storage.tables import articles, consultants, order_events, order_lines, orders, people, products

_GET = ORDER.where(orders.c.id == bindparam("order"))
_BY_KEY = ORDER.where(orders.c.customer_id == bindparam("customer"), orders.c.key == bindparam("press_key"))
_MANY = ORDER.where(orders.c.id.in_(bindparam("ids", expanding=True)))
_STRETCH = 500
_ADD = for_both(
    lambda engine: (
        insert(orders, engine).on_conflict_do_nothing(index_elements=["customer_id", "key"]).returning(orders.c.id)
    )
)
_ADD_LINE = plain_insert(order_lines)
_ADD_EVENT = plain_insert(order_events)
_HOLD = select(orders.c.id).where(orders.c.id == bindparam("order")).with_for_update(key_share=True)
_EVENTS: Select[Any] = (
    select(order_events).where(order_events.c.order_id == bindparam("order")).order_by(order_events.c.id)
)
_EVENTS_COUNT = select(func.count()).select_from(order_events).where(order_events.c.order_id == bindparam("order"))
_HAND_OVER = (
    update(orders)
    .where(ONE)
    .values(
        consultant_id=bindparam("consultant"),
        waits_since=bindparam("since"),
        reminded_at=None,
        escalated_at=None,
    )
)
_ACCOUNT = people.alias("account")
_GONE = or_(consultants.c.left_at.is_not(None), func.coalesce(_ACCOUNT.c.reachable, False) == false())
_SILENT = (
    select(orders.c.id, orders.c.waits_since, orders.c.reminded_at, _GONE.label("is_gone"))
    .select_from(orders)
    .join(consultants, consultants.c.id == orders.c.consultant_id)
    .join(_ACCOUNT, _ACCOUNT.c.own_consultant_id == consultants.c.id, isouter=True)
    .where(
        orders.c.waits_since.is_not(None),
        orders.c.escalated_at.is_(None),
        or_(func.coalesce(orders.c.reminded_at, orders.c.waits_since) <= bindparam("before"), _GONE),
    )
    .order_by(orders.c.waits_since)
    .limit(bindparam("limit"))
)
_REMINDED = update(orders).where(ONE).values(reminded_at=bindparam("at"))
_ESCALATED = update(orders).where(ONE).values(escalated_at=bindparam("at"))
_GOODS_BACK = update(orders).where(ONE).values(goods_back=bindparam("back"))
_SWATCHES = (
    select(articles.c.id, articles.c.hex)
    .join_from(articles, order_lines, order_lines.c.article_id == articles.c.id)
    .where(order_lines.c.order_id == bindparam("order"))
)
_GOODS = (
    select(*GOODS_COLUMNS)
    .join_from(articles, products, products.c.id == articles.c.product_id)
    .join(order_lines, order_lines.c.article_id == articles.c.id)
    .where(order_lines.c.order_id == bindparam("order"))
)
_SEAT = select(orders.c.customer_id, orders.c.key).where(ONE)
_TRACK = update(orders).where(ONE).values(tracking_sealed=bindparam("tracking"))


class Orders(Shelf):
    """Implements domain.ordering.ports.Orders."""

    __slots__ = ()

    async def add(self, order: NewOrder) -> OrderId | None:
        await self._work.hold(order.customer_id)
        goods = sum((line.full for line in order.lines), Money(0, order.delivery_cost.currency))
        discount = sum((line.discount for line in order.lines), Money(0, order.delivery_cost.currency))
        values = {
            "customer_id": order.customer_id,
            "consultant_id": order.consultant_id,
            "key": order.key,
            "state": OrderState.PLACED,
            "percent": order.percent,
            "delivery": order.delivery,
            "delivery_cost": order.delivery_cost.minor,
            "goods_full": goods.minor,
            "total": (goods - discount + order.delivery_cost).minor,
            "pieces": sum(line.quantity for line in order.lines),
            "currency": goods.currency,
            "comment_sealed": self._seal(order.comment or None, "orders", "comment", row_of(order)),
            "placed_at": order.placed_at,
            "payment": order.payment,
            "address_sealed": self._seal(order.address or None, "orders", "address", row_of(order)),
            "contact_sealed": self._seal(order.contact or None, "orders", "contact", row_of(order)),
            "pay_until": order.pay_until,
            "waits_since": None if order.payment is Payment.CARD else order.placed_at,
        }
        order_id: int | None = (await self._run(_ADD[self._engine], values)).scalar_one_or_none()
        if order_id is None:
            return None
        await self._run(_ADD_LINE, [line_values(order_id, at, line) for at, line in enumerate(order.lines)])
        await self._event(OrderId(order_id), OrderEvent(EventKind.PLACED, Party.CUSTOMER, None, order.placed_at))
        return OrderId(order_id)

    async def by_key(self, customer_id: CustomerId, key: str) -> Order | None:
        await self._work.hold(customer_id)
        return as_order((await self._run(_BY_KEY, {"customer": customer_id, "press_key": key})).all(), self._open)

    async def get(self, order_id: OrderId) -> Order | None:
        return as_order((await self._run(_GET, {"order": order_id})).all(), self._open)

    async def hold(self, order_id: OrderId) -> Order | None:
        if self._work.writing and self._engine != "sqlite":
            await self._run(_HOLD, {"order": order_id})
        return await self.get(order_id)

    async def many(self, ids: Sequence[OrderId]) -> Sequence[Order]:
        """Those with these ids, in this order; read in stretches, since a statement takes only so many values."""
        found: dict[int, list[ResultRow]] = {}
        for start in range(0, len(ids), _STRETCH):
            rows = (await self._run(_MANY, {"ids": list(ids[start : start + _STRETCH])})).all()
            for row in rows:
                found.setdefault(row.id, []).append(row)
        return [order for id_ in ids if (order := as_order(found.get(id_), self._open)) is not None]

    async def move(self, order_id: OrderId, old: OrderState, new: OrderState, event: OrderEvent) -> bool:
        statement = MOVES.get(new, GO_ON)
        values: dict[str, Any] = {"order": order_id, "old": old, "new": new}
        if new in {OrderState.PAID, OrderState.DELIVERED}:
            values["at"] = event.at
        if not (await self._run(statement, values)).rowcount:
            return False
        await self._event(order_id, event)
        return True

    async def note(self, order_id: OrderId, event: OrderEvent) -> None:
        if (statement := NOTED.get(event.kind)) is not None:
            needs_time = event.kind is not EventKind.RETURN_REFUSED
            await self._run(statement, {"order": order_id, **({"at": event.at} if needs_time else {})})
        await self._event(order_id, event)

    async def events(self, order_id: OrderId) -> Sequence[OrderEvent]:
        rows = (await self._run(_EVENTS, {"order": order_id})).all()
        return [
            OrderEvent(
                EventKind(row.kind),
                Party(row.party),
                row.person_id,
                row.at,
                self._open(row.text_sealed, "order_events", "text", f"{order_id}:{row.kind}") or "",
            )
            for row in rows
        ]

    async def events_count(self, order_id: OrderId) -> int:
        return int((await self._run(_EVENTS_COUNT, {"order": order_id})).scalar_one())

    async def set_tracking(self, order_id: OrderId, tracking: str) -> None:
        row = (await self._run(_SEAT, {"order": order_id})).one()
        sealed = self._seal(tracking or None, "orders", "tracking", f"{row.customer_id}:{row.key}")
        await self._run(_TRACK, {"order": order_id, "tracking": sealed})

    async def hand_over(self, order_id: OrderId, consultant_id: ConsultantId, waits_since: datetime | None) -> None:
        await self._run(_HAND_OVER, {"order": order_id, "consultant": consultant_id, "since": waits_since})

    async def silent(self, reminded_before: datetime, limit: int) -> Sequence[Silent]:
        rows = (await self._run(_SILENT, {"before": reminded_before, "limit": limit})).all()
        return [Silent(row.id, row.waits_since, row.reminded_at, bool(row.is_gone)) for row in rows]

    async def reminded(self, order_id: OrderId, at: datetime) -> None:
        await self._run(_REMINDED, {"order": order_id, "at": at})

    async def escalated(self, order_id: OrderId, at: datetime) -> None:
        await self._run(_ESCALATED, {"order": order_id, "at": at})

    async def swatches(self, order_id: OrderId) -> Mapping[ArticleId, str]:
        rows = (await self._run(_SWATCHES, {"order": order_id})).all()
        return {row.id: row.hex for row in rows if row.hex}

    async def goods_of(self, order_id: OrderId) -> Mapping[ArticleId, Goods]:
        rows = (await self._run(_GOODS, {"order": order_id})).all()
        return {ArticleId(row.id): goods_of_row(row) for row in rows}

    async def set_goods_back(self, order_id: OrderId, back: bool) -> None:
        await self._run(_GOODS_BACK, {"order": order_id, "back": back})

    async def _event(self, order_id: OrderId, event: OrderEvent) -> None:
        values = {
            "order_id": order_id,
            "kind": event.kind,
            "party": event.party,
            "person_id": event.person_id,
            "at": event.at,
            "text_sealed": self._seal(event.text or None, "order_events", "text", f"{order_id}:{event.kind}"),
        }
        await self._run(_ADD_EVENT, values)
