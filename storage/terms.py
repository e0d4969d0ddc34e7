"""Who has agreed to which text of the terms of purchase."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, select

from domain.people.models import Person
from domain.shared.ids import CustomerId
from storage.connection import for_both, insert
from storage.shelf import Shelf
from storage.tables import terms_accepted

_ACCEPTED = select(terms_accepted.c.at).where(
    terms_accepted.c.customer_id == bindparam("customer"), terms_accepted.c.version == bindparam("of")
)
_ACCEPT = for_both(lambda engine: insert(terms_accepted, engine).on_conflict_do_nothing())


class TermsAccepted(Shelf):
    """Implements domain.ordering.terms.TermsAccepted."""

    __slots__ = ()

    async def accepted(self, customer_id: CustomerId, version: str) -> bool:
        return (await self._run(_ACCEPTED, {"customer": customer_id, "of": version})).first() is not None

    async def accept(self, person: Person, version: str, at: datetime) -> None:
        values = {"customer_id": person.customer_id, "version": version, "person_id": person.id, "at": at}
        await self._run(_ACCEPT[self._engine], values)
