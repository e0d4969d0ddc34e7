"""The client book of a consultant, and what clients do not want to be sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, bindparam, delete, func, select

from domain.clients.models import Client, Quiet
from domain.shared.ids import ConsultantId, CustomerId
from storage.buyers import NOT_COUNTED
from storage.connection import ResultRow, for_both, insert
from storage.shelf import Shelf
from storage.tables import client_quiets, customers, forms, orders

_THEIRS = and_(customers.c.consultant_id == bindparam("consultant"), customers.c.registered)
_COUNTED = and_(
    orders.c.customer_id == customers.c.id,
    orders.c.consultant_id == customers.c.consultant_id,
    *(orders.c.state != state for state in NOT_COUNTED),
)
_LAST = func.max(orders.c.placed_at)
_CLIENTS: Select[Any] = (
    select(
        customers.c.id,
        customers.c.chosen_at,
        forms.c.name_sealed,
        func.count(orders.c.id).label("orders"),
        _LAST.label("last_order_at"),
    )
    .select_from(customers)
    .join(forms, forms.c.customer_id == customers.c.id, isouter=True)
    .join(orders, _COUNTED, isouter=True)
    .where(_THEIRS)
    .group_by(customers.c.id, customers.c.chosen_at, forms.c.name_sealed)
)
_GET = _CLIENTS.where(customers.c.id == bindparam("customer"))
_MANY = _CLIENTS.where(customers.c.id.in_(bindparam("ids", expanding=True)))
_STRETCH = (
    _CLIENTS.order_by(_LAST.desc().nulls_last(), customers.c.id.desc())
    .limit(bindparam("limit"))
    .offset(bindparam("offset"))
)
_COUNT = select(func.count()).select_from(customers).where(_THEIRS)
_NAMES = (
    select(customers.c.id, forms.c.name_sealed)
    .join(forms, forms.c.customer_id == customers.c.id)
    .where(_THEIRS)
    .order_by(customers.c.id)
)
_UNNAMED = (
    select(func.count())
    .select_from(customers)
    .where(customers.c.consultant_id == bindparam("consultant"), ~customers.c.registered)
)
_QUIETS = select(client_quiets.c.kind).where(client_quiets.c.customer_id == bindparam("customer"))
_BE_QUIET = for_both(lambda engine: insert(client_quiets, engine).on_conflict_do_nothing())
_SPEAK = delete(client_quiets).where(
    client_quiets.c.customer_id == bindparam("customer"), client_quiets.c.kind == bindparam("quiet")
)


class Clients(Shelf):
    """Implements domain.clients.ports.Clients."""

    __slots__ = ()

    async def get(self, consultant_id: ConsultantId, customer_id: CustomerId) -> Client | None:
        row = (await self._run(_GET, {"consultant": consultant_id, "customer": customer_id})).first()
        return None if row is None else self._client(row)

    async def stretch(self, consultant_id: ConsultantId, offset: int, limit: int) -> tuple[Sequence[Client], int]:
        total = (await self._run(_COUNT, {"consultant": consultant_id})).scalar_one()
        rows = (await self._run(_STRETCH, {"consultant": consultant_id, "offset": offset, "limit": limit})).all()
        return [self._client(row) for row in rows], total

    async def names(self, consultant_id: ConsultantId) -> Sequence[tuple[CustomerId, str]]:
        rows = (await self._run(_NAMES, {"consultant": consultant_id})).all()
        return [(row.id, self._open(row.name_sealed, "forms", "name", row.id) or "") for row in rows]

    async def many(self, consultant_id: ConsultantId, ids: Sequence[CustomerId]) -> Sequence[Client]:
        rows = (await self._run(_MANY, {"consultant": consultant_id, "ids": list(ids)})).all()
        found = {row.id: self._client(row) for row in rows}
        return [found[id_] for id_ in ids if id_ in found]

    async def unnamed(self, consultant_id: ConsultantId) -> int:
        return int((await self._run(_UNNAMED, {"consultant": consultant_id})).scalar_one())

    def _client(self, row: ResultRow) -> Client:
        name = self._open(row.name_sealed, "forms", "name", row.id) or ""
        return Client(row.id, name, row.orders, row.last_order_at, row.chosen_at)


class Quiets(Shelf):
    """Implements domain.clients.ports.Quiets."""

    __slots__ = ()

    async def of(self, customer_id: CustomerId) -> frozenset[Quiet]:
        return frozenset(Quiet(each) for each in (await self._run(_QUIETS, {"customer": customer_id})).scalars())

    async def set(self, customer_id: CustomerId, quiet: Quiet, on: bool, at: datetime) -> None:
        if on:
            row = {"customer_id": customer_id, "kind": quiet, "at": at}
            await self._run(_BE_QUIET[self._engine], row)
        else:
            await self._run(_SPEAK, {"customer": customer_id, "quiet": quiet})
