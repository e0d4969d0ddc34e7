"""Who is under whose care, who was before, and consultants who pause or leave."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, bindparam, func, or_, select, update
from sqlalchemy import insert as plain_insert

from domain.consultants.models import Change, Stranded
from domain.shared.ids import ConsultantId, CustomerId, PersonId
from storage.connection import ResultRow
from storage.shelf import Shelf
from storage.tables import consultant_changes, consultants, customers, people

_CONSULTANT_OF = select(customers.c.consultant_id).where(customers.c.id == bindparam("customer"))
_CHOOSE = (
    update(customers)
    .where(customers.c.id == bindparam("customer"))
    .values(consultant_id=bindparam("consultant"), chosen_at=bindparam("at"), offered_for=None)
)
_NOTE = plain_insert(consultant_changes).returning(consultant_changes.c.id)
_SEAL = (
    update(consultant_changes)
    .where(consultant_changes.c.id == bindparam("row"))
    .values(reason_sealed=bindparam("reason"))
)
_CHANGES = (
    select(consultant_changes)
    .where(consultant_changes.c.customer_id == bindparam("customer"))
    .order_by(consultant_changes.c.id.desc())
)
_REASONS = (
    select(consultant_changes)
    .where(consultant_changes.c.old_id == bindparam("consultant"), consultant_changes.c.asked)
    .order_by(consultant_changes.c.id.desc())
    .limit(bindparam("limit"))
)
_ACCOUNT = people.alias("account")
_STRANDED = (
    select(customers.c.id, customers.c.consultant_id)
    .join(consultants, consultants.c.id == customers.c.consultant_id)
    .join(_ACCOUNT, _ACCOUNT.c.own_consultant_id == consultants.c.id, isouter=True)
    .where(
        or_(consultants.c.left_at.is_not(None), func.coalesce(_ACCOUNT.c.reachable, False).is_(False)),
        or_(customers.c.offered_for.is_(None), customers.c.offered_for != customers.c.consultant_id),
    )
    .order_by(customers.c.id)
    .limit(bindparam("limit"))
)
_PERSONS = (
    select(people.c.id, people.c.customer_id)
    .where(people.c.customer_id.in_(bindparam("customers", expanding=True)))
    .order_by(people.c.id)
)
_OFFERED = (
    update(customers)
    .where(and_(customers.c.id == bindparam("customer"), customers.c.consultant_id == bindparam("consultant")))
    .values(offered_for=bindparam("consultant"))
)
_FORGET = (
    update(customers)
    .where(customers.c.offered_for.is_not(None))
    .where(
        customers.c.offered_for.in_(
            select(consultants.c.id)
            .join(_ACCOUNT, _ACCOUNT.c.own_consultant_id == consultants.c.id)
            .where(consultants.c.left_at.is_(None), _ACCOUNT.c.reachable)
        )
    )
    .values(offered_for=None)
)
_TAKE = update(consultants).where(consultants.c.id == bindparam("consultant")).values(takes_customers=bindparam("on"))
_ROOM = update(consultants).where(consultants.c.id == bindparam("consultant")).values(max_customers=bindparam("room"))
_LEAVE = update(consultants).where(consultants.c.id == bindparam("consultant")).values(left_at=bindparam("at"))


class Choices(Shelf):
    """Implements domain.consultants.ports.Choices."""

    __slots__ = ()

    async def consultant_of(self, customer_id: CustomerId) -> ConsultantId | None:
        await self._work.hold(customer_id)
        found: int | None = (await self._run(_CONSULTANT_OF, {"customer": customer_id})).scalar_one_or_none()
        return None if found is None else ConsultantId(found)

    async def choose(self, customer_id: CustomerId, consultant_id: ConsultantId, at: datetime) -> None:
        await self._run(_CHOOSE, {"customer": customer_id, "consultant": consultant_id, "at": at})

    async def note(self, change: Change) -> None:
        values = {
            "customer_id": change.customer_id,
            "old_id": change.old,
            "new_id": change.new,
            "asked": change.asked,
            "at": change.at,
        }
        row = (await self._run(_NOTE, values)).scalar_one()
        if change.reason is not None:
            sealed = self._seal(change.reason, "consultant_changes", "reason", row)
            await self._run(_SEAL, {"row": row, "reason": sealed})

    async def changes(self, customer_id: CustomerId) -> Sequence[Change]:
        return [self._change(row) for row in (await self._run(_CHANGES, {"customer": customer_id})).all()]

    async def reasons(self, consultant_id: ConsultantId, limit: int) -> Sequence[Change]:
        rows = (await self._run(_REASONS, {"consultant": consultant_id, "limit": limit})).all()
        return [self._change(row) for row in rows]

    def _change(self, row: ResultRow) -> Change:
        reason = self._open(row.reason_sealed, "consultant_changes", "reason", row.id)
        return Change(row.customer_id, row.old_id, row.new_id, row.at, row.asked, reason)

    async def stranded(self, limit: int) -> Sequence[Stranded]:
        rows = (await self._run(_STRANDED, {"limit": limit})).all()
        persons: dict[int, list[PersonId]] = defaultdict(list)
        if rows:
            for person, customer in (await self._run(_PERSONS, {"customers": [row.id for row in rows]})).all():
                persons[customer].append(PersonId(person))
        return [Stranded(row.id, row.consultant_id, tuple(persons[row.id])) for row in rows]

    async def forget_offers(self) -> None:
        await self._run(_FORGET)

    async def offered(self, customer_id: CustomerId, consultant_id: ConsultantId) -> None:
        await self._run(_OFFERED, {"customer": customer_id, "consultant": consultant_id})


class Staff(Shelf):
    """Implements domain.consultants.ports.Staff."""

    __slots__ = ()

    async def set_taking(self, consultant_id: ConsultantId, taking: bool) -> None:
        await self._run(_TAKE, {"consultant": consultant_id, "on": taking})

    async def set_left(self, consultant_id: ConsultantId, at: datetime | None) -> None:
        await self._run(_LEAVE, {"consultant": consultant_id, "at": at})

    async def set_room(self, consultant_id: ConsultantId, room: int | None) -> None:
        await self._run(_ROOM, {"consultant": consultant_id, "room": room})
