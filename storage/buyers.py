"""What ordering needs to know about a customer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import bindparam, func, select

from domain.consultants.models import Consultant
from domain.ordering.models import OrderState
from domain.shared.ids import CustomerId, PersonId
from domain.shared.money import Money
from storage.consultants import CARD, consultant_of_row
from storage.shelf import Shelf
from storage.tables import consultants, customers, orders, people

_MAY_BUY = (
    CARD.add_columns(customers.c.registered)
    .join(customers, customers.c.consultant_id == consultants.c.id)
    .where(customers.c.id == bindparam("customer"))
)
_REGISTERED = select(customers.c.registered).where(customers.c.id == bindparam("customer"))
_LAST_MONTH = select(func.max(orders.c.goods_full)).where(
    orders.c.customer_id == bindparam("customer"),
    orders.c.placed_at >= bindparam("start"),
    orders.c.placed_at < bindparam("end"),
    # Not NOT IN: SQLAlchemy writes such a list out anew at every execution.
    orders.c.state != OrderState.DECLINED,
    orders.c.state != OrderState.CANCELLED,
    orders.c.state != OrderState.RETURNED,
)
_PERSONS = select(people.c.id).where(people.c.customer_id == bindparam("customer")).order_by(people.c.id)


class Buyers(Shelf):
    """Implements domain.ordering.ports.Buyers."""

    __slots__ = ()

    async def may_buy(self, customer_id: CustomerId) -> tuple[bool, Consultant | None]:
        await self._work.hold(customer_id)
        row = (await self._run(_MAY_BUY, {"customer": customer_id})).first()
        if row is not None:
            return row.registered, consultant_of_row(row)
        registered = (await self._run(_REGISTERED, {"customer": customer_id})).scalar_one_or_none()
        return bool(registered), None

    async def last_month(self, customer_id: CustomerId, now: datetime) -> Money:
        # The calendar is that of the zone `now` comes in.
        end = now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        start = (end - timedelta(days=1)).replace(day=1)
        found = await self._run(_LAST_MONTH, {"customer": customer_id, "start": start, "end": end})
        return Money(found.scalar_one() or 0)

    async def persons_of(self, customer_id: CustomerId) -> Sequence[PersonId]:
        return [PersonId(id_) for id_ in (await self._run(_PERSONS, {"customer": customer_id})).scalars()]
