"""Orders: written once, then moved from state to state."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, select, update
from sqlalchemy import insert as plain_insert

from domain.ordering.models import Delivery, NewOrder, Order, OrderLine, OrderState, Payment
from domain.shared.ids import CustomerId, OrderId, PersonId
from domain.shared.localised import Localised
from domain.shared.money import Money
from storage.connection import ResultRow, for_both, insert
from storage.shelf import Shelf, maybe_localised
from storage.tables import consultants, forms, order_events, order_lines, orders

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
    )
    .select_from(orders)
    .join(order_lines, order_lines.c.order_id == orders.c.id)
    .join(consultants, consultants.c.id == orders.c.consultant_id)
    .join(forms, forms.c.customer_id == orders.c.customer_id, isouter=True)
    .order_by(order_lines.c.position)
)
_GET = _ORDER.where(orders.c.id == bindparam("order"))
_BY_KEY = _ORDER.where(orders.c.customer_id == bindparam("customer"), orders.c.key == bindparam("press_key"))
_ADD = for_both(
    lambda engine: (
        insert(orders, engine).on_conflict_do_nothing(index_elements=["customer_id", "key"]).returning(orders.c.id)
    )
)
_ADD_LINE = plain_insert(order_lines)
_ADD_EVENT = plain_insert(order_events)
_MOVE = (
    update(orders)
    .where(orders.c.id == bindparam("order"), orders.c.state == bindparam("old"))
    .values(state=bindparam("new"))
)


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
        }
        order_id: int | None = (await self._run(_ADD[self._engine], values)).scalar_one_or_none()
        if order_id is None:
            return None
        await self._run(_ADD_LINE, [_line_values(order_id, at, line) for at, line in enumerate(order.lines)])
        await self._event(OrderId(order_id), OrderState.PLACED, None, order.placed_at)
        return OrderId(order_id)

    async def by_key(self, customer_id: CustomerId, key: str) -> Order | None:
        await self._work.hold(customer_id)
        return self._order((await self._run(_BY_KEY, {"customer": customer_id, "press_key": key})).all())

    async def get(self, order_id: OrderId) -> Order | None:
        return self._order((await self._run(_GET, {"order": order_id})).all())

    async def move(self, order_id: OrderId, old: OrderState, new: OrderState, by: PersonId, at: datetime) -> bool:
        moved = await self._run(_MOVE, {"order": order_id, "old": old, "new": new})
        if not moved.rowcount:
            return False
        await self._event(order_id, new, by, at)
        return True

    async def _event(self, order_id: OrderId, state: OrderState, by: PersonId | None, at: datetime) -> None:
        await self._run(_ADD_EVENT, {"order_id": order_id, "state": state, "person_id": by, "at": at})

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
    }


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
