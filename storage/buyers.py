"""What ordering needs to know about a customer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import and_, bindparam, case, func, select

from domain.consultants.models import Consultant
from domain.joining.models import Step
from domain.ordering.models import OrderState
from domain.pricing.promotions import CustomerFacts
from domain.shared.ids import CustomerId, PersonId
from domain.shared.money import Money
from storage.consultants import CARD, consultant_of_row
from storage.joining import blocked_of
from storage.shelf import Shelf
from storage.tables import consultants, customers, forms, orders, people

NOT_COUNTED = (OrderState.DECLINED, OrderState.CANCELLED, OrderState.RETURNED)
"""Orders in these states never came to anything."""

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
    *(orders.c.state != state for state in NOT_COUNTED),
)
_FACTS = (
    select(
        func.max(
            case(
                (
                    and_(orders.c.placed_at >= bindparam("start"), orders.c.placed_at < bindparam("end")),
                    orders.c.goods_full,
                )
            )
        ).label("last_month"),
        func.count(orders.c.id).label("orders"),
        func.max(orders.c.placed_at).label("last_order_at"),
        forms.c.birth_date_sealed,
        forms.c.blocked,
    )
    .select_from(customers)
    .join(forms, forms.c.customer_id == customers.c.id, isouter=True)
    .join(
        orders,
        and_(orders.c.customer_id == customers.c.id, *(orders.c.state != state for state in NOT_COUNTED)),
        isouter=True,
    )
    .where(customers.c.id == bindparam("customer"))
    .group_by(customers.c.id, forms.c.birth_date_sealed, forms.c.blocked)
)
_PERSONS = select(people.c.id).where(people.c.customer_id == bindparam("customer")).order_by(people.c.id)
_KNOWN = select(people.c.id).where(people.c.id.in_(bindparam("ids", expanding=True))).order_by(people.c.id)


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

    async def facts(self, customer_id: CustomerId, now: datetime, *, birthday: bool = False) -> CustomerFacts:
        row = (await self._run(_FACTS, {"customer": customer_id, **_month_before(now)})).first()
        if row is None:
            return CustomerFacts()
        known = birthday and Step.BIRTH_DATE not in blocked_of(row.blocked)
        born = self._open(row.birth_date_sealed, "forms", "birth_date", customer_id) if known else None
        return CustomerFacts(
            last_month=Money(row.last_month or 0),
            orders=row.orders,
            last_order_at=row.last_order_at,
            birthday=None if born is None else date.fromisoformat(born),
        )

    async def last_month(self, customer_id: CustomerId, now: datetime) -> Money:
        found = await self._run(_LAST_MONTH, {"customer": customer_id, **_month_before(now)})
        return Money(found.scalar_one() or 0)

    async def persons_of(self, customer_id: CustomerId) -> Sequence[PersonId]:
        return [PersonId(id_) for id_ in (await self._run(_PERSONS, {"customer": customer_id})).scalars()]

    async def known(self, ids: Sequence[PersonId]) -> Sequence[PersonId]:
        return [PersonId(id_) for id_ in (await self._run(_KNOWN, {"ids": list(ids)})).scalars()]


def _month_before(now: datetime) -> dict[str, datetime]:
    """The calendar month before; the calendar is that of the zone `now` comes in."""
    end = now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return {"start": (end - timedelta(days=1)).replace(day=1), "end": end}
