"""An order with its lines, as rows and as the thing it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Select, select

from domain.ordering.models import Delivery, NewOrder, Order, OrderLine, OrderState, Payment
from domain.shared.localised import Localised
from domain.shared.money import Money
from storage.connection import ResultRow
from storage.deals import reasons_of
from storage.shelf import maybe_localised
from storage.tables import consultants, forms, order_deals, order_lines, orders

Open = Callable[[bytes | None, str, str, int | str], str | None]
"""Unseals a value of (table, column, row)."""
ORDER: Select[Any] = (
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


def as_order(rows: Sequence[ResultRow] | None, opened: Open) -> Order | None:
    """The rows of one order, a row a line, as the order; None where there are none."""
    if not rows:
        return None
    row = rows[0]
    sealed_for = f"{row.customer_id}:{row.key}"
    return Order(
        id=row.id,
        customer_id=row.customer_id,
        consultant_id=row.consultant_id,
        customer_name=opened(row.customer_name_sealed, "forms", "name", row.customer_id) or "",
        consultant_name=Localised(row.consultant_ru, row.consultant_en),
        state=OrderState(row.state),
        lines=tuple(_line(row) for row in rows),
        percent=row.percent,
        delivery=Delivery(row.delivery),
        delivery_cost=Money(row.delivery_cost, row.currency),
        comment=opened(row.comment_sealed, "orders", "comment", sealed_for) or "",
        placed_at=row.placed_at,
        payment=Payment(row.payment),
        address=opened(row.address_sealed, "orders", "address", sealed_for) or "",
        contact=opened(row.contact_sealed, "orders", "contact", sealed_for) or "",
        pay_until=row.pay_until,
        paid_at=row.paid_at,
        delivered_at=row.delivered_at,
        return_asked_at=row.return_asked_at,
        tracking=opened(row.tracking_sealed, "orders", "tracking", sealed_for) or "",
        reasons=reasons_of(row.reasons),
    )


def row_of(order: NewOrder) -> str:
    """The name of its row to the seals: the key names it before it has an id."""
    return f"{order.customer_id}:{order.key}"


def line_values(order_id: int, position: int, line: OrderLine) -> dict[str, Any]:
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
