"""Which Telegram accounts are in which cabinet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, func, select, update
from sqlalchemy import insert as plain_insert

from domain.access.models import Binding, Ending
from domain.shared.ids import CustomerId, PersonId
from storage.connection import ResultRow
from storage.shelf import Shelf
from storage.tables import bindings, carts, consultants, credentials, customers, people

_ALIVE = bindings.c.ended_at.is_(None)
_OF_PERSON = select(bindings).where(bindings.c.person_id == bindparam("person"), _ALIVE)
_BINDING = select(bindings).where(bindings.c.id == bindparam("binding"), _ALIVE)
_OF_CABINET = select(bindings).where(bindings.c.customer_id == bindparam("customer"), _ALIVE).order_by(bindings.c.id)
_ENDED_IN = select(bindings.c.id).where(
    bindings.c.id == bindparam("binding"),
    bindings.c.customer_id == bindparam("customer"),
    bindings.c.ended_at.is_not(None),
)
_LEFT = (
    select(bindings.c.id)
    .where(
        bindings.c.person_id == bindparam("person"),
        bindings.c.customer_id == bindparam("customer"),
        bindings.c.ending == Ending.LOGGED_OUT,
    )
    .limit(1)
)
_BIND = plain_insert(bindings).returning(bindings.c.id)
_END = (
    update(bindings)
    .where(bindings.c.id == bindparam("binding"), _ALIVE)
    .values(ended_at=bindparam("at"), ending=bindparam("why"))
)
_MOVE = update(people).where(people.c.id == bindparam("person")).values(customer_id=bindparam("customer"))
_NEW_CUSTOMER = plain_insert(customers).returning(customers.c.id)
_NEW_CART = plain_insert(carts)
_CONSULTANT = (
    select(consultants.c.id)
    .join(credentials, credentials.c.number == consultants.c.cabinet_number)
    .where(credentials.c.customer_id == bindparam("customer"))
)
_RESIGN = (
    update(people)
    .where(people.c.id == bindparam("person"), people.c.own_consultant_id == bindparam("consultant"))
    .values(own_consultant_id=None)
)
_HOLDER = select(func.count()).where(people.c.own_consultant_id == bindparam("consultant"))
_APPOINT = (
    update(people)
    .where(people.c.id == bindparam("person"), people.c.own_consultant_id.is_(None))
    .values(own_consultant_id=bindparam("consultant"))
)


class Bindings(Shelf):
    """Implements domain.access.ports.Bindings. A consultant's role goes with the cabinet of their number."""

    __slots__ = ()

    async def hold(self, *customers: CustomerId) -> None:
        for customer_id in sorted(set(customers)):
            await self._work.hold(customer_id)

    async def of_person(self, person_id: PersonId) -> Binding | None:
        return _maybe_binding((await self._run(_OF_PERSON, {"person": person_id})).first())

    async def get(self, binding_id: int) -> Binding | None:
        return _maybe_binding((await self._run(_BINDING, {"binding": binding_id})).first())

    async def of_cabinet(self, customer_id: CustomerId) -> Sequence[Binding]:
        await self._work.hold(customer_id)
        return [_binding(row) for row in (await self._run(_OF_CABINET, {"customer": customer_id})).all()]

    async def ended_in(self, binding_id: int, customer_id: CustomerId) -> bool:
        found = await self._run(_ENDED_IN, {"binding": binding_id, "customer": customer_id})
        return found.first() is not None

    async def was_bound(self, person_id: PersonId, customer_id: CustomerId) -> bool:
        return (await self._run(_LEFT, {"person": person_id, "customer": customer_id})).first() is not None

    async def bind(
        self, person_id: PersonId, customer_id: CustomerId, guest_id: CustomerId | None, at: datetime
    ) -> Binding:
        values = {"person_id": person_id, "customer_id": customer_id, "guest_id": guest_id, "bound_at": at}
        binding: int = (await self._run(_BIND, values)).scalar_one()
        await self._run(_MOVE, {"person": person_id, "customer": customer_id})
        await self.appoint(customer_id)
        return Binding(binding, person_id, customer_id, guest_id, at)

    async def end(self, binding: Binding, ending: Ending, at: datetime) -> None:
        ended = await self._run(_END, {"binding": binding.id, "at": at, "why": ending})
        if not ended.rowcount:
            return
        home = binding.guest_id
        if home is None:
            home = (await self._run(_NEW_CUSTOMER, {"registered": False, "created_at": at})).scalar_one()
            await self._run(_NEW_CART, {"customer_id": home, "version": 0})
        await self._run(_MOVE, {"person": binding.person_id, "customer": home})
        consultant = (await self._run(_CONSULTANT, {"customer": binding.customer_id})).scalar_one_or_none()
        if consultant is not None:
            await self._run(_RESIGN, {"person": binding.person_id, "consultant": consultant})
            await self.appoint(binding.customer_id)

    async def appoint(self, customer_id: CustomerId) -> None:
        """The longest bound account is the consultant, where nobody is and the cabinet is a consultant's."""
        consultant = (await self._run(_CONSULTANT, {"customer": customer_id})).scalar_one_or_none()
        if consultant is None or (await self._run(_HOLDER, {"consultant": consultant})).scalar_one():
            return
        for each in await self.of_cabinet(customer_id):
            values = {"person": each.person_id, "consultant": consultant}
            if (await self._run(_APPOINT, values)).rowcount:
                return


def _maybe_binding(row: ResultRow | None) -> Binding | None:
    return None if row is None else _binding(row)


def _binding(row: ResultRow) -> Binding:
    return Binding(row.id, row.person_id, row.customer_id, row.guest_id, row.bound_at)
