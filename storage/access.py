"""Numbers, passwords and the Telegram accounts of a cabinet."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy import insert as plain_insert

from domain.access.models import Binding, Credential, Ending, Entry, Proof
from domain.access.throttle import Tries
from domain.joining.models import Proof as FormProof
from domain.shared.ids import CustomerId, PersonId
from storage.connection import ResultRow, for_both, insert, upsert
from storage.joining import Forms
from storage.shelf import Shelf
from storage.tables import (
    bindings,
    carts,
    consultants,
    credentials,
    customers,
    entries,
    guards,
    people,
)

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
