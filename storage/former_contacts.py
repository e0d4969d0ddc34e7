"""Phones and e-mails that were changed, for as long as it takes to tell them so."""

from __future__ import annotations

import secrets
from datetime import datetime

from sqlalchemy import bindparam, delete, select
from sqlalchemy import insert as plain_insert

from domain.codes.models import Way
from domain.joining.models import Step
from domain.shared.ids import CustomerId
from storage.shelf import Shelf
from storage.tables import former_contacts

NONCE_BYTES = 16
_ADD = plain_insert(former_contacts).returning(former_contacts.c.id)
_GET = select(former_contacts).where(former_contacts.c.id == bindparam("contact"))
_PRUNE = delete(former_contacts).where(former_contacts.c.changed_at < bindparam("before"))


class FormerContacts(Shelf):
    """Implements domain.joining.ports.FormerContacts."""

    __slots__ = ()

    async def add(self, customer_id: CustomerId, step: Step, way: Way, address: str, at: datetime) -> int:
        nonce = secrets.token_bytes(NONCE_BYTES)
        values = {
            "customer_id": customer_id,
            "step": step,
            "way": way,
            "address_sealed": self._seal(address, "former_contacts", "address", nonce.hex()),
            "nonce": nonce,
            "changed_at": at,
        }
        added: int = (await self._run(_ADD, values)).scalar_one()
        return added

    async def get(self, contact_id: int) -> tuple[Step, Way, str] | None:
        row = (await self._run(_GET, {"contact": contact_id})).first()
        if row is None:
            return None
        address = self._open(row.address_sealed, "former_contacts", "address", row.nonce.hex()) or ""
        return Step(row.step), Way(row.way), address

    async def prune(self, before: datetime) -> int:
        return (await self._run(_PRUNE, {"before": before})).rowcount
