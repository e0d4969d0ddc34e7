"""Orders: written once, then moved from state to state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, false, func, or_, select, update
from sqlalchemy import insert as plain_insert

from domain.ordering.models import (
    Delivery,
    EventKind,
    Goods,
    NewOrder,
    Order,
    OrderEvent,
    OrderLine,
    OrderState,
    Party,
    Payment,
    Silent,
)
from domain.shared.ids import ArticleId, ConsultantId, CustomerId, OrderId
from domain.shared.localised import Localised
from domain.shared.money import Money
from storage.connection import ResultRow, for_both, insert
from storage.deals import reasons_of
from storage.shelf import Shelf, maybe_localised
from storage.tables import (
    articles,
    consultants,
    forms,
    order_deals,
    order_events,
    order_lines,
    orders,
    people,
    products,
)

_ORDER: Select[Any] = (
    select(
        orders,
        forms.c.name_sealed.label("customer_name_sealed"),
        consultants.c.name_ru.label("consultant_ru"),
        consultants.c.name_en.label("consultant_en"),
        order_lines.c.article_id,
        order_lines.c.code,
        order_lines.c.name_ru,
        order_lines.c.name_en,
        order_lines.c.shade_ru,
        order_lines.c.shade_en,
        order_lines.c.price,
        order_lines.c.quantity,
        order_lines.c.discount,
        order_deals.c.reasons,
    )
    .select_from(orders)
    .join(order_lines, order_lines.c.order_id == orders.c.id)
    .join(consultants, consultants.c.id == orders.c.consultant_id)
    .join(forms, forms.c.customer_id == orders.c.customer_id, isouter=True)
    .join(order_deals, order_deals.c.order_id == orders.c.id, isouter=True)
    .order_by(order_lines.c.position)
)
_GET = _ORDER.where(orders.c.id == bindparam("order"))
_BY_KEY = _ORDER.where(orders.c.customer_id == bindparam("customer"), orders.c.key == bindparam("press_key"))
_MANY = _ORDER.where(orders.c.id.in_(bindparam("ids", expanding=True)))
_STRETCH = 500
_ADD = for_both(
    lambda engine: (
        insert(orders, engine).on_conflict_do_nothing(index_elements=["customer_id", "key"]).returning(orders.c.id)
    )
)
_ADD_LINE = plain_insert(order_lines)
_ADD_EVENT = plain_insert(order_events)
_HOLD = select(orders.c.id).where(orders.c.id == bindparam("order")).with_for_update(key_share=True)
_ONE = orders.c.id == bindparam("order")
_MOVE = update(orders).where(_ONE, orders.c.state == bindparam("old"))
_GO_ON = _MOVE.values(state=bindparam("new"))
_GO_ON_FROM_OPEN = _MOVE.values(state=bindparam("new"), waits_since=None)
_BECOME_PAID = _MOVE.values(state=bindparam("new"), paid_at=bindparam("at"), waits_since=bindparam("at"))
_ARRIVE = _MOVE.values(state=bindparam("new"), delivered_at=bindparam("at"))
_END = _MOVE.values(state=bindparam("new"), waits_since=None, return_asked_at=None)
_MOVES = {
    OrderState.PAID: _BECOME_PAID,
    OrderState.ACCEPTED: _GO_ON_FROM_OPEN,
    OrderState.DELIVERED: _ARRIVE,
    OrderState.DECLINED: _END,
    OrderState.CANCELLED: _END,
    OrderState.RETURNED: _END,
}
_NOTED = {
    EventKind.PAID: update(orders).where(_ONE).values(paid_at=bindparam("at")),
    EventKind.RETURN_ASKED: update(orders).where(_ONE).values(return_asked_at=bindparam("at")),
    EventKind.RETURN_REFUSED: update(orders).where(_ONE).values(return_asked_at=None),
}
_EVENTS: Select[Any] = (
    select(order_events).where(order_events.c.order_id == bindparam("order")).order_by(order_events.c.id)
)
_EVENTS_COUNT = select(func.count()).select_from(order_events).where(order_events.c.order_id == bindparam("order"))
_HAND_OVER = (
    update(orders)
    .where(_ONE)
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
_REMINDED = update(orders).where(_ONE).values(reminded_at=bindparam("at"))
_ESCALATED = update(orders).where(_ONE).values(escalated_at=bindparam("at"))
_GOODS_BACK = update(orders).where(_ONE).values(goods_back=bindparam("back"))
_SWATCHES = (
    select(articles.c.id, articles.c.hex)
    .join_from(articles, order_lines, order_lines.c.article_id == articles.c.id)
    .where(order_lines.c.order_id == bindparam("order"))
)
_GOODS = (
    select(
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
    )
    .join_from(articles, products, products.c.id == articles.c.product_id)
    .join(order_lines, order_lines.c.article_id == articles.c.id)
    .where(order_lines.c.order_id == bindparam("order"))
)
_SEAT = select(orders.c.customer_id, orders.c.key).where(_ONE)
_TRACK = update(orders).where(_ONE).values(tracking_sealed=bindparam("tracking"))


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
            "comment_sealed": self._seal(order.comment or None, "orders", "comment", _row(order)),
            "placed_at": order.placed_at,
            "payment": order.payment,
            "address_sealed": self._seal(order.address or None, "orders", "address", _row(order)),
            "contact_sealed": self._seal(order.contact or None, "orders", "contact", _row(order)),
            "pay_until": order.pay_until,
            "waits_since": None if order.payment is Payment.CARD else order.placed_at,
        }
        order_id: int | None = (await self._run(_ADD[self._engine], values)).scalar_one_or_none()
        if order_id is None:
            return None
        await self._run(_ADD_LINE, [_line_values(order_id, at, line) for at, line in enumerate(order.lines)])
        await self._event(OrderId(order_id), OrderEvent(EventKind.PLACED, Party.CUSTOMER, None, order.placed_at))
        return OrderId(order_id)

    async def by_key(self, customer_id: CustomerId, key: str) -> Order | None:
        await self._work.hold(customer_id)
        return self._order((await self._run(_BY_KEY, {"customer": customer_id, "press_key": key})).all())

    async def get(self, order_id: OrderId) -> Order | None:
        return self._order((await self._run(_GET, {"order": order_id})).all())

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
        return [order for id_ in ids if (order := self._order(found.get(id_))) is not None]

    async def move(self, order_id: OrderId, old: OrderState, new: OrderState, event: OrderEvent) -> bool:
        statement = _MOVES.get(new, _GO_ON)
        values: dict[str, Any] = {"order": order_id, "old": old, "new": new}
        if new in {OrderState.PAID, OrderState.DELIVERED}:
            values["at"] = event.at
        if not (await self._run(statement, values)).rowcount:
            return False
        await self._event(order_id, event)
        return True

    async def note(self, order_id: OrderId, event: OrderEvent) -> None:
        if (statement := _NOTED.get(event.kind)) is not None:
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
        return {
            row.id: Goods(
                article_id=row.id,
                product_id=row.product_id,
                code=row.code,
                name=Localised(row.name_ru, row.name_en),
                shade=maybe_localised(row.shade_ru, row.shade_en),
                price=Money(row.price, row.currency),
                stock=row.stock,
                on_sale=row.on_sale,
            )
            for row in rows
        }

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

    def _order(self, rows: Any) -> Order | None:
        if not rows:
            return None
        row = rows[0]
        sealed_for = f"{row.customer_id}:{row.key}"
        return Order(
            id=row.id,
            customer_id=row.customer_id,
            consultant_id=row.consultant_id,
            customer_name=self._open(row.customer_name_sealed, "forms", "name", row.customer_id) or "",
            consultant_name=Localised(row.consultant_ru, row.consultant_en),
            state=OrderState(row.state),
            lines=tuple(_line(row) for row in rows),
            percent=row.percent,
            delivery=Delivery(row.delivery),
            delivery_cost=Money(row.delivery_cost, row.currency),
            comment=self._open(row.comment_sealed, "orders", "comment", sealed_for) or "",
            placed_at=row.placed_at,
            payment=Payment(row.payment),
            address=self._open(row.address_sealed, "orders", "address", sealed_for) or "",
            contact=self._open(row.contact_sealed, "orders", "contact", sealed_for) or "",
            pay_until=row.pay_until,
            paid_at=row.paid_at,
            delivered_at=row.delivered_at,
            return_asked_at=row.return_asked_at,
            tracking=self._open(row.tracking_sealed, "orders", "tracking", f"{row.customer_id}:{row.key}") or "",
            reasons=reasons_of(row.reasons),
        )


def _row(order: NewOrder) -> str:
    # The key names the row before it has an id.
    return f"{order.customer_id}:{order.key}"


def _line_values(order_id: int, position: int, line: OrderLine) -> dict[str, Any]:
    return {
        "order_id": order_id,
        "position": position,
        "article_id": line.article_id,
        "code": line.code,
        "name_ru": line.name.ru,
        "name_en": line.name.en,
        "shade_ru": line.shade.ru if line.shade else None,
        "shade_en": line.shade.en if line.shade else None,
        "price": line.price.minor,
        "quantity": line.quantity,
        "discount": line.discount.minor,
        "sought": sought(line),
    }


def sought(line: OrderLine) -> str:
    """What a line is found by."""
    words = [line.code, line.name.ru, line.name.en, *([line.shade.ru, line.shade.en] if line.shade else [])]
    return " ".join(words).casefold().replace("ё", "е")


def _line(row: ResultRow) -> OrderLine:
    return OrderLine(
        article_id=row.article_id,
        code=row.code,
        name=Localised(row.name_ru, row.name_en),
        shade=maybe_localised(row.shade_ru, row.shade_en),
        price=Money(row.price, row.currency),
        quantity=row.quantity,
        discount=Money(row.discount, row.currency),
    )
