"""Orders as lists show them, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, bindparam, func, select

from domain.ordering.models import OrderBrief, OrderState
from domain.shared.ids import ConsultantId, CustomerId
from domain.shared.money import Money
from storage.shelf import Shelf
from storage.tables import forms, orders

_LIST: Select[Any] = (
    select(
        orders.c.id,
        orders.c.customer_id,
        forms.c.name_sealed,
        orders.c.state,
        orders.c.total,
        orders.c.currency,
        orders.c.pieces,
        orders.c.placed_at,
    )
    .join_from(orders, forms, forms.c.customer_id == orders.c.customer_id, isouter=True)
    .order_by(orders.c.id.desc())
    .limit(bindparam("limit"))
    .offset(bindparam("offset"))
)
_COUNT = select(func.count()).select_from(orders)
_CUSTOMERS = orders.c.customer_id == bindparam("whose")
_CONSULTANTS = orders.c.consultant_id == bindparam("whose")
_OF_CUSTOMER = (_LIST.where(_CUSTOMERS), _COUNT.where(_CUSTOMERS))
_OF_CONSULTANT = (_LIST.where(_CONSULTANTS), _COUNT.where(_CONSULTANTS))
_EVERYONES = (_LIST, _COUNT)


class OrderLists(Shelf):
    """Implements domain.ordering.ports.OrderLists."""

    __slots__ = ()

    async def of_customer(self, customer_id: CustomerId, offset: int, limit: int) -> tuple[Sequence[OrderBrief], int]:
        return await self._page(_OF_CUSTOMER, {"whose": customer_id}, offset, limit)

    async def of_consultant(
        self, consultant_id: ConsultantId, offset: int, limit: int
    ) -> tuple[Sequence[OrderBrief], int]:
        return await self._page(_OF_CONSULTANT, {"whose": consultant_id}, offset, limit)

    async def everyones(self, offset: int, limit: int) -> tuple[Sequence[OrderBrief], int]:
        return await self._page(_EVERYONES, {}, offset, limit)

    async def _page(
        self, statements: tuple[Select[Any], Select[Any]], where: dict[str, int], offset: int, limit: int
    ) -> tuple[Sequence[OrderBrief], int]:
        page, count = statements
        total = (await self._run(count, where)).scalar_one()
        rows = (await self._run(page, {**where, "offset": offset, "limit": limit})).all()
        found = [
            OrderBrief(
                id=row.id,
                customer_name=self._open(row.name_sealed, "forms", "name", row.customer_id) or "",
                state=OrderState(row.state),
                total=Money(row.total, row.currency),
                pieces=row.pieces,
                placed_at=row.placed_at,
            )
            for row in rows
        ]
        return found, total
