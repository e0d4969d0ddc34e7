"""Consents, each with the version of its text and its time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy import insert as plain_insert

from domain.consents.models import Consent, Purpose
from domain.people.models import Person
from domain.shared.ids import CustomerId
from storage.shelf import Shelf
from storage.tables import consents

_IN_FORCE = (
    select(consents.c.purpose, consents.c.version, consents.c.given_at)
    .where(consents.c.customer_id == bindparam("customer"), consents.c.withdrawn_at.is_(None))
    .order_by(consents.c.id)
)
_GIVE = plain_insert(consents)
_WITHDRAW = (
    update(consents)
    .where(
        consents.c.customer_id == bindparam("customer"),
        consents.c.purpose == bindparam("ended"),
        consents.c.withdrawn_at.is_(None),
    )
    .values(withdrawn_at=bindparam("at"))
)


class Consents(Shelf):
    """Implements domain.consents.ports.Consents."""

    __slots__ = ()

    async def of(self, customer_id: CustomerId) -> Mapping[Purpose, Consent]:
        await self._work.hold(customer_id)
        rows = (await self._run(_IN_FORCE, {"customer": customer_id})).all()
        return {Purpose(row.purpose): Consent(Purpose(row.purpose), row.version, row.given_at) for row in rows}

    async def give(self, person: Person, consent: Consent) -> None:
        values = {
            "customer_id": person.customer_id,
            "person_id": person.id,
            "purpose": consent.purpose,
            "version": consent.version,
            "given_at": consent.given_at,
        }
        await self._run(_GIVE, values)

    async def withdraw(self, customer_id: CustomerId, purpose: Purpose, at: datetime) -> None:
        await self._run(_WITHDRAW, {"customer": customer_id, "ended": purpose, "at": at})
