"""What consultants have to do for clients, and birth dates of who agreed to be wished a happy birthday."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, and_, bindparam, exists, func, select, update

from domain.clients.care import Birth, Delivered, NewTask, Task, TaskId, TaskKind, TaskState
from domain.consents.models import VERSIONS, Purpose
from domain.ordering.models import OrderState
from domain.shared.ids import ConsultantId, CustomerId
from storage.connection import ResultRow, for_both, insert
from storage.shelf import Shelf
from storage.tables import client_tasks, consents, customers, forms, orders

_STILL_THEIRS = and_(
    customers.c.id == client_tasks.c.customer_id,
    customers.c.consultant_id == client_tasks.c.consultant_id,
    customers.c.registered,
)
_TASK: Select[Any] = (
    select(client_tasks, forms.c.name_sealed)
    .select_from(client_tasks)
    .join(forms, forms.c.customer_id == client_tasks.c.customer_id, isouter=True)
)
_DUE = and_(
    client_tasks.c.consultant_id == bindparam("consultant"),
    client_tasks.c.state == TaskState.OPEN,
    client_tasks.c.due_at <= bindparam("now"),
)
_STRETCH = (
    _TASK.join(customers, _STILL_THEIRS)
    .where(_DUE)
    .order_by(client_tasks.c.due_at, client_tasks.c.id)
    .limit(bindparam("limit"))
    .offset(bindparam("offset"))
)
_COUNT = select(func.count()).select_from(client_tasks).join(customers, _STILL_THEIRS).where(_DUE)
_ONE = client_tasks.c.id == bindparam("task")
_HOLD = select(client_tasks.c.id).where(_ONE).with_for_update()
_GET = _TASK.where(_ONE)
_PUT = for_both(lambda engine: insert(client_tasks, engine).on_conflict_do_nothing(index_elements=["key"]))
_BECOME = update(client_tasks).where(_ONE).values(state=bindparam("to"), ended_at=bindparam("at"))
_PUT_OFF = update(client_tasks).where(_ONE).values(due_at=bindparam("due"))
_FORGET = (
    update(client_tasks)
    .where(
        client_tasks.c.kind == bindparam("what"),
        client_tasks.c.state == TaskState.OPEN,
        client_tasks.c.due_at < bindparam("before"),
    )
    .values(state=TaskState.SKIPPED, ended_at=bindparam("at"))
)
_DELIVERED = (
    select(orders.c.id, orders.c.consultant_id, orders.c.customer_id, orders.c.delivered_at)
    .join(
        customers,
        and_(customers.c.id == orders.c.customer_id, customers.c.consultant_id == orders.c.consultant_id),
    )
    .where(
        orders.c.state == OrderState.DELIVERED,
        orders.c.delivered_at > bindparam("after"),
        orders.c.delivered_at <= bindparam("until"),
        customers.c.registered,
        ~exists().where(client_tasks.c.order_id == orders.c.id, client_tasks.c.kind == bindparam("what")),
    )
    .order_by(orders.c.delivered_at)
    .limit(bindparam("limit"))
)
_AGREES = exists().where(
    consents.c.customer_id == customers.c.id,
    consents.c.purpose == Purpose.PROMOTIONS,
    consents.c.version == VERSIONS[Purpose.PROMOTIONS],
    consents.c.withdrawn_at.is_(None),
)
_BIRTHS = (
    select(customers.c.id, customers.c.consultant_id, forms.c.birth_date_sealed, forms.c.name_sealed)
    .join(forms, forms.c.customer_id == customers.c.id)
    .where(
        customers.c.registered,
        customers.c.consultant_id.is_not(None),
        forms.c.birth_date_sealed.is_not(None),
        _AGREES,
    )
    .order_by(customers.c.id)
)
_BIRTHS_AFTER = _BIRTHS.where(customers.c.id > bindparam("last")).limit(bindparam("limit"))
_BIRTHS_OF = _BIRTHS.where(customers.c.consultant_id == bindparam("consultant"))


class Tasks(Shelf):
    """Implements domain.clients.care_ports.Tasks."""

    __slots__ = ()

    async def put(self, tasks: Sequence[NewTask]) -> int:
        entered = 0
        for each in tasks:
            row = {
                "key": each.key,
                "consultant_id": each.consultant_id,
                "customer_id": each.customer_id,
                "kind": each.kind,
                "order_id": each.order_id,
                "state": TaskState.OPEN,
                "due_at": each.due_at,
            }
            entered += (await self._run(_PUT[self._engine], row)).rowcount
        return entered

    async def delivered(self, kind: TaskKind, after: datetime, until: datetime, limit: int) -> Sequence[Delivered]:
        asked = {"what": kind, "after": after, "until": until, "limit": limit}
        rows = (await self._run(_DELIVERED, asked)).all()
        return [Delivered(row.id, row.consultant_id, row.customer_id, row.delivered_at) for row in rows]

    async def stretch(
        self, consultant_id: ConsultantId, now: datetime, offset: int, limit: int
    ) -> tuple[Sequence[Task], int]:
        total = await self.count(consultant_id, now)
        asked = {"consultant": consultant_id, "now": now, "offset": offset, "limit": limit}
        return [self._task(row) for row in (await self._run(_STRETCH, asked)).all()], total

    async def count(self, consultant_id: ConsultantId, now: datetime) -> int:
        return int((await self._run(_COUNT, {"consultant": consultant_id, "now": now})).scalar_one())

    async def get(self, id: TaskId) -> Task | None:
        if self._work.writing and self._engine == "postgresql":
            await self._run(_HOLD, {"task": id})
        row = (await self._run(_GET, {"task": id})).first()
        return None if row is None else self._task(row)

    async def become(self, id: TaskId, state: TaskState, at: datetime) -> None:
        await self._run(_BECOME, {"task": id, "to": state, "at": at})

    async def put_off(self, id: TaskId, due_at: datetime) -> None:
        await self._run(_PUT_OFF, {"task": id, "due": due_at})

    async def forget(self, kind: TaskKind, before: datetime, at: datetime) -> int:
        return (await self._run(_FORGET, {"what": kind, "before": before, "at": at})).rowcount

    def _task(self, row: ResultRow) -> Task:
        return Task(
            id=row.id,
            consultant_id=row.consultant_id,
            customer_id=row.customer_id,
            kind=TaskKind(row.kind),
            state=TaskState(row.state),
            due_at=row.due_at,
            client_name=self._open(row.name_sealed, "forms", "name", row.customer_id) or "",
            order_id=row.order_id,
        )


class Births(Shelf):
    """Implements domain.clients.care_ports.Births."""

    __slots__ = ()

    async def after(self, customer_id: CustomerId, limit: int) -> Sequence[Birth]:
        rows = (await self._run(_BIRTHS_AFTER, {"last": customer_id, "limit": limit})).all()
        return [self._birth(row, "") for row in rows]

    async def of(self, consultant_id: ConsultantId) -> Sequence[Birth]:
        rows = (await self._run(_BIRTHS_OF, {"consultant": consultant_id})).all()
        return [self._birth(row, self._open(row.name_sealed, "forms", "name", row.id) or "") for row in rows]

    def _birth(self, row: ResultRow, name: str) -> Birth:
        born = self._open(row.birth_date_sealed, "forms", "birth_date", row.id) or ""
        return Birth(row.id, row.consultant_id, date.fromisoformat(born), name)
