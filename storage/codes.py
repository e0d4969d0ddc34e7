"""One-time codes: kept without their digits."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Select, bindparam, delete, select, update
from sqlalchemy import insert as plain_insert

from domain.codes.models import DIGITS, KeptCode, NewCode, Purpose, Way
from domain.people.models import Person
from domain.shared.ids import PersonId
from storage.connection import ResultRow
from storage.shelf import Shelf
from storage.tables import codes

NONCE_BYTES = 16
_ADD = plain_insert(codes).returning(codes.c.id)
_GET = select(codes).where(codes.c.id == bindparam("code"))
_LATEST = (
    select(codes)
    .where(codes.c.person_id == bindparam("person"), codes.c.purpose == bindparam("wanted"))
    .order_by(codes.c.id.desc())
    .limit(1)
)
_OF_PERSON = (
    select(codes.c.sent_at)
    .where(codes.c.person_id == bindparam("person"), codes.c.sent_at > bindparam("since"))
    .order_by(codes.c.id)
)
_TO_ADDRESS: Select[tuple[datetime]] = (
    select(codes.c.sent_at)
    .where(codes.c.address_index.in_(bindparam("addresses", expanding=True)), codes.c.sent_at > bindparam("since"))
    .order_by(codes.c.id)
)
_WRONG = update(codes).where(codes.c.id == bindparam("code")).values(attempts=codes.c.attempts + 1)
_USE = update(codes).where(codes.c.id == bindparam("code")).values(used=True)
_PRUNE = delete(codes).where(codes.c.sent_at < bindparam("before"))


class Codes(Shelf):
    """Implements domain.codes.ports.Codes."""

    __slots__ = ()

    async def add(self, code: NewCode) -> int:
        nonce = secrets.token_bytes(NONCE_BYTES)
        values = {
            "person_id": code.person_id,
            "purpose": code.purpose,
            "way": code.way,
            "address_sealed": self._seal(code.address, "codes", "address", nonce.hex()),
            "address_index": self._work.keyring.index(code.address.casefold(), "code address"),
            "nonce": nonce,
            "sent_at": code.sent_at,
            "expires_at": code.expires_at,
            "attempts": 0,
            "used": False,
        }
        added: int = (await self._run(_ADD, values)).scalar_one()
        return added

    async def latest(self, person: Person, purpose: Purpose) -> KeptCode | None:
        await self._work.hold(person.customer_id)
        return self._code((await self._run(_LATEST, {"person": person.id, "wanted": purpose})).first())

    async def get(self, code_id: int) -> KeptCode | None:
        return self._code((await self._run(_GET, {"code": code_id})).first())

    async def sent_since(
        self, person: Person, address: str, since: datetime
    ) -> tuple[Sequence[datetime], Sequence[datetime]]:
        indexes = self._work.keyring.indexes(address.casefold(), "code address")
        by_person = await self._run(_OF_PERSON, {"person": person.id, "since": since})
        to_address = await self._run(_TO_ADDRESS, {"addresses": indexes, "since": since})
        return list(by_person.scalars()), list(to_address.scalars())

    async def digits(self, code_id: int) -> str:
        return self._digits(await self._seed(code_id))[0]

    async def is_right(self, code_id: int, digits: str) -> bool:
        # Under every key, so that a code on its way outlives a change of keys.
        made = self._digits(await self._seed(code_id))
        return sum(hmac.compare_digest(each.encode(), digits.encode()) for each in made) > 0

    async def count_wrong(self, code_id: int) -> None:
        await self._run(_WRONG, {"code": code_id})

    async def use(self, code_id: int) -> None:
        await self._run(_USE, {"code": code_id})

    async def prune(self, before: datetime) -> int:
        return (await self._run(_PRUNE, {"before": before})).rowcount

    async def _seed(self, code_id: int) -> str:
        row = (await self._run(_GET, {"code": code_id})).one()
        return f"{row.id}:{row.nonce.hex()}"

    def _digits(self, seed: str) -> list[str]:
        found = self._work.keyring.indexes(seed, "code")
        return [f"{int.from_bytes(digest[:8]) % 10**DIGITS:0{DIGITS}}" for digest in found]

    def _code(self, row: ResultRow | None) -> KeptCode | None:
        if row is None:
            return None
        return KeptCode(
            id=row.id,
            person_id=PersonId(row.person_id),
            purpose=Purpose(row.purpose),
            way=Way(row.way),
            address=self._open(row.address_sealed, "codes", "address", row.nonce.hex()) or "",
            sent_at=row.sent_at,
            expires_at=row.expires_at,
            attempts=row.attempts,
            used=row.used,
        )
