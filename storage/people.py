"""Telegram accounts and their cabinets."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy import insert as plain_insert

from domain.people.models import Person
from domain.shared.ids import PersonId
from domain.shared.localised import Language
from storage.connection import ResultRow, for_both, insert
from storage.shelf import Shelf
from storage.tables import carts, customers, outbox, people
from storage.tables.delivery import OutboxState

_GET = (
    select(
        people.c.id,
        people.c.language,
        people.c.customer_id,
        customers.c.registered,
        customers.c.consultant_id,
        people.c.own_consultant_id,
        people.c.reachable,
    )
    .join_from(people, customers, people.c.customer_id == customers.c.id)
    .where(people.c.id == bindparam("person"))
)
_NEW_CUSTOMER = plain_insert(customers).returning(customers.c.id)
_NEW_CART = plain_insert(carts)
_NEW_PERSON = for_both(lambda engine: insert(people, engine).on_conflict_do_nothing(index_elements=["id"]))
_DROP_CART = delete(carts).where(carts.c.customer_id == bindparam("customer"))
_DROP_CUSTOMER = delete(customers).where(customers.c.id == bindparam("customer"))
_SET_LANGUAGE = update(people).where(people.c.id == bindparam("person")).values(language=bindparam("spoken"))
_SET_REACHABLE = (
    update(people)
    .where(people.c.id == bindparam("person"), people.c.reachable != bindparam("reached"))
    .values(reachable=bindparam("reached"))
)
_OWE_AGAIN = (
    update(outbox)
    .where(outbox.c.person_id == bindparam("person"), outbox.c.state == OutboxState.UNREACHABLE)
    .values(state=OutboxState.WAITING, attempts=0, due_at=bindparam("now"), lease_until=None)
)


class People(Shelf):
    """Implements domain.people.ports.People."""

    __slots__ = ()

    async def get(self, person_id: PersonId) -> Person | None:
        row = (await self._run(_GET, {"person": person_id})).first()
        return None if row is None else _person(row)

    async def add(self, person_id: PersonId, language: Language) -> Person:
        if (known := await self.get(person_id)) is not None:
            return known
        now = self._work.clock()
        customer = (await self._run(_NEW_CUSTOMER, {"registered": False, "created_at": now})).scalar_one()
        await self._run(_NEW_CART, {"customer_id": customer, "version": 0})
        values = {
            "id": person_id,
            "language": language,
            "customer_id": customer,
            "reachable": True,
            "created_at": now,
        }
        added = await self._run(_NEW_PERSON[self._engine], values)
        if not added.rowcount:
            # Somebody was quicker: their cabinet counts, this one never was.
            await self._run(_DROP_CART, {"customer": customer})
            await self._run(_DROP_CUSTOMER, {"customer": customer})
        person = await self.get(person_id)
        if person is None:
            raise LookupError(f"person {person_id} went missing while being added")
        return person

    async def set_language(self, person_id: PersonId, language: Language) -> None:
        await self._run(_SET_LANGUAGE, {"person": person_id, "spoken": language})

    async def set_reachable(self, person_id: PersonId, reachable: bool) -> None:
        changed = await self._run(_SET_REACHABLE, {"person": person_id, "reached": reachable})
        if reachable and changed.rowcount:
            # What they could not be told is owed again.
            await self._run(_OWE_AGAIN, {"person": person_id, "now": self._work.clock()})


def _person(row: ResultRow) -> Person:
    person_id, language, customer_id, registered, consultant_id, own_consultant_id, reachable = row
    return Person(
        person_id,
        language,
        customer_id,
        registered,
        consultant_id,
        own_consultant_id,
        reachable=reachable,
    )
