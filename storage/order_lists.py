"""Orders as lists show them, the newest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, exists, func, or_, select, true

from domain.ordering.models import Order, OrderBrief, OrderState
from domain.ordering.wanted import Wanted, Whose
from domain.shared.ids import ConsultantId, CustomerId, OrderId
from domain.shared.money import Money
from storage.connection import ResultRow
from storage.orders import Orders
from storage.shelf import Shelf
from storage.tables import forms, order_lines, orders

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


@cache
def _conditions(customer: bool, consultant: bool, since: bool, words: int, by_id: bool) -> ColumnElement[bool]:
    """What an order must be, as often asked in this way; the values are bound later."""
    parts: list[ColumnElement[bool]] = [true()]
    if customer:
        parts.append(orders.c.customer_id == bindparam("customer"))
    if consultant:
        parts.append(orders.c.consultant_id == bindparam("consultant"))
    if since:
        parts.append(orders.c.placed_at >= bindparam("since"))
    if words:
        told = [order_lines.c.sought.like(bindparam(f"word{n}"), escape="!") for n in range(words)]
        found = exists().where(order_lines.c.order_id == orders.c.id, *told)
        parts.append(or_(found, orders.c.id == bindparam("number")) if by_id else found)
    return and_(*parts)


@cache
def _statements(*kind: Any) -> tuple[Select[Any], Select[Any], Select[Any]]:
    """(a page, counts by state, ids of all) for one kind of question."""
    where, wanted = _conditions(*kind), orders.c.state.in_(bindparam("states", expanding=True))
    counts = select(orders.c.state, func.count().label("count")).where(where).group_by(orders.c.state)
    ids = select(orders.c.id).where(where, wanted).order_by(orders.c.id.desc()).limit(bindparam("limit"))
    return _LIST.where(where, wanted), counts, ids


def _asked(whose: Whose, wanted: Wanted) -> tuple[tuple[Select[Any], Select[Any], Select[Any]], dict[str, Any]]:
    words = {f"word{n}": f"%{_literal(word)}%" for n, word in enumerate(wanted.words)}
    values = {
        "customer": whose.customer,
        "consultant": whose.consultant,
        "since": wanted.since,
        "number": wanted.order_id if wanted.words else None,
    }
    given = {name: value for name, value in values.items() if value is not None} | words
    kind = ("customer" in given, "consultant" in given, "since" in given, len(words), "number" in given)
    return _statements(*kind), given


def _literal(word: str) -> str:
    return word.replace("!", "!!").replace("%", "!%").replace("_", "!_")


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

    async def find(self, whose: Whose, wanted: Wanted, offset: int, limit: int) -> Sequence[OrderBrief]:
        (page, _, _), values = _asked(whose, wanted)
        values |= {"states": list(wanted.states), "offset": offset, "limit": limit}
        return self._briefs((await self._run(page, values)).all())

    async def counts(self, whose: Whose, wanted: Wanted) -> Mapping[OrderState, int]:
        (_, counts, _), values = _asked(whose, wanted)
        return {OrderState(state): count for state, count in (await self._run(counts, values)).all()}

    async def full(self, whose: Whose, wanted: Wanted, limit: int) -> Sequence[Order]:
        (_, _, ids), values = _asked(whose, wanted)
        found = (await self._run(ids, values | {"states": list(wanted.states), "limit": limit})).scalars().all()
        return await Orders(self._work).many([OrderId(each) for each in found])

    async def _page(
        self, statements: tuple[Select[Any], Select[Any]], where: dict[str, int], offset: int, limit: int
    ) -> tuple[Sequence[OrderBrief], int]:
        page, count = statements
        total = (await self._run(count, where)).scalar_one()
        rows = (await self._run(page, {**where, "offset": offset, "limit": limit})).all()
        return self._briefs(rows), total

    def _briefs(self, rows: Sequence[ResultRow]) -> Sequence[OrderBrief]:
        return [
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
