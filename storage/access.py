"""Numbers and passwords of cabinets, and who is on the way into one."""

from __future__ import annotations

import secrets
from datetime import datetime

from sqlalchemy import bindparam, delete, select, update

from domain.access.models import Credential, Entry, Proof
from domain.access.throttle import Tries
from domain.joining.models import Proof as FormProof
from domain.shared.ids import CustomerId, PersonId
from storage.connection import ResultRow, for_both, insert, upsert
from storage.joining import Forms
from storage.shelf import Shelf
from storage.tables import consultants, credentials, entries, guards

NONCE_BYTES = 16
LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
"""Of a one-time password: none that look alike."""
HOSTS = ("mail.ru", "yandex.ru", "gmail.com", "mail.ru", "bk.ru")

_OF = select(credentials).where(credentials.c.customer_id == bindparam("customer"))
_BY_NUMBER = select(credentials).where(credentials.c.number == bindparam("wanted"))
_TAKEN = select(consultants.c.id).where(consultants.c.cabinet_number == bindparam("wanted"))
_ISSUE = for_both(lambda engine: insert(credentials, engine).on_conflict_do_nothing())
_NONCE = select(credentials.c.one_time_nonce).where(credentials.c.customer_id == bindparam("customer"))
_KEEP = (
    update(credentials)
    .where(credentials.c.customer_id == bindparam("customer"), credentials.c.one_time_nonce.is_not(None))
    .values(password_sealed=bindparam("hashed"), one_time_until=bindparam("until"))
)
_SET = (
    update(credentials)
    .where(credentials.c.customer_id == bindparam("customer"))
    .values(password_sealed=bindparam("hashed"), one_time_nonce=None, one_time_until=None, changed_at=bindparam("at"))
)


class Credentials(Shelf):
    """Implements domain.access.ports.Credentials."""

    __slots__ = ()

    async def by_number(self, number: str) -> Credential | None:
        return self._credential((await self._run(_BY_NUMBER, {"wanted": number})).first())

    async def of(self, customer_id: CustomerId) -> Credential | None:
        await self._work.hold(customer_id)
        return self._credential((await self._run(_OF, {"customer": customer_id})).first())

    async def issue(self, customer_id: CustomerId, number: str, at: datetime) -> bool:
        if (await self._run(_TAKEN, {"wanted": number})).first() is not None:
            return False
        values = {
            "customer_id": customer_id,
            "number": number,
            "one_time_nonce": secrets.token_bytes(NONCE_BYTES),
            "issued_at": at,
            "changed_at": at,
        }
        return bool((await self._run(_ISSUE[self._engine], values)).rowcount)

    async def one_time_password(self, customer_id: CustomerId) -> str | None:
        nonce = (await self._run(_NONCE, {"customer": customer_id})).scalar_one_or_none()
        if nonce is None:
            return None
        number = int.from_bytes(self._work.keyring.index(f"{customer_id}:{nonce.hex()}", "one-time password"))
        letters = []
        for _ in range(12):
            number, at = divmod(number, len(LETTERS))
            letters.append(LETTERS[at])
        return "-".join("".join(letters[at : at + 4]) for at in range(0, 12, 4))

    async def keep_one_time(self, customer_id: CustomerId, password_hash: str, until: datetime) -> bool:
        hashed = self._seal(password_hash, "credentials", "password", customer_id)
        kept = await self._run(_KEEP, {"customer": customer_id, "hashed": hashed, "until": until})
        return bool(kept.rowcount)

    async def set_password(self, customer_id: CustomerId, password_hash: str | None, at: datetime) -> None:
        hashed = self._seal(password_hash, "credentials", "password", customer_id)
        await self._run(_SET, {"customer": customer_id, "hashed": hashed, "at": at})

    def _credential(self, row: ResultRow | None) -> Credential | None:
        if row is None:
            return None
        return Credential(
            customer_id=CustomerId(row.customer_id),
            number=row.number,
            password_hash=self._open(row.password_sealed, "credentials", "password", row.customer_id),
            issued_at=row.issued_at,
            one_time_until=row.one_time_until,
        )


_ENTRY = select(entries).where(entries.c.person_id == bindparam("person"))
_ENTRY_COLUMNS = ("number", "customer_id", "proof", "proven_at", "sent_at", "updated_at")
_SAVE_ENTRY = for_both(lambda engine: upsert(entries, engine, ["person_id"], _ENTRY_COLUMNS))
_DROP_ENTRY = delete(entries).where(entries.c.person_id == bindparam("person"))
_DROP_OF = delete(entries).where(entries.c.customer_id == bindparam("customer"))


class Entries(Shelf):
    """Implements domain.access.ports.Entries."""

    __slots__ = ()

    async def get(self, person_id: PersonId) -> Entry | None:
        row = (await self._run(_ENTRY, {"person": person_id})).first()
        if row is None:
            return None
        return Entry(row.person_id, row.number, row.customer_id, Proof(row.proof), row.proven_at, row.sent_at)

    async def save(self, entry: Entry, at: datetime) -> None:
        values = {
            "person_id": entry.person_id,
            "number": entry.number,
            "customer_id": entry.customer_id,
            "proof": entry.proof,
            "proven_at": entry.proven_at,
            "sent_at": entry.sent_at,
            "updated_at": at,
        }
        await self._run(_SAVE_ENTRY[self._engine], values)

    async def drop(self, person_id: PersonId) -> None:
        await self._run(_DROP_ENTRY, {"person": person_id})

    async def drop_of(self, customer_id: CustomerId) -> None:
        await self._run(_DROP_OF, {"customer": customer_id})


_GUARD = select(guards.c.count, guards.c.last_at, guards.c.until).where(guards.c.key == bindparam("name"))
_SAVE_GUARD = for_both(lambda engine: upsert(guards, engine, ["key"], ["count", "last_at", "until"]))
_DROP_GUARD = delete(guards).where(guards.c.key == bindparam("name"))
_PRUNE_GUARDS = delete(guards).where(guards.c.last_at < bindparam("before"))


class Guards(Shelf):
    """Implements domain.access.ports.Guards."""

    __slots__ = ()

    async def get(self, key: str) -> Tries | None:
        row = (await self._run(_GUARD, {"name": key})).first()
        return None if row is None else Tries(*row)

    async def save(self, key: str, tries: Tries) -> None:
        values = {"key": key, "count": tries.count, "last_at": tries.last_at, "until": tries.until}
        await self._run(_SAVE_GUARD[self._engine], values)

    async def drop(self, key: str) -> None:
        await self._run(_DROP_GUARD, {"name": key})

    async def prune(self, before: datetime) -> int:
        """Forgets tries last made before that moment and says how many."""
        return (await self._run(_PRUNE_GUARDS, {"before": before})).rowcount


class Contacts(Shelf):
    """Implements domain.access.ports.Contacts."""

    __slots__ = ()

    async def of(self, customer_id: CustomerId) -> tuple[str | None, str | None]:
        form = (await Forms(self._work).get(customer_id)).in_use
        phone = form.phone if form.phone_proof is FormProof.OWN else None
        return phone, form.email if form.email_proof is FormProof.OWN else None

    async def of_nobody(self, number: str) -> tuple[str | None, str | None]:
        digest = self._work.keyring.index(number, "nobody's contacts")
        initial = LETTERS[8 + digest[0] % (len(LETTERS) - 8)]
        phone = f"+79{digest[1] % 100:02}00000{digest[2] % 100:02}"
        # Some have proven their phone only by letter, so nobodies are like that too.
        return None if digest[4] % 8 == 0 else phone, f"{initial}@{HOSTS[digest[3] % len(HOSTS)]}"

    async def name_of(self, customer_id: CustomerId) -> str:
        return (await Forms(self._work).get(customer_id)).in_use.name or ""
