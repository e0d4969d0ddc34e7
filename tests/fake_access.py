"""Numbers, passwords, accounts and applicants of the in-memory database of tests/fakes.py."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time

from domain.access.consulting import Applicant
from domain.access.models import Binding, Credential, Ending, Entry
from domain.access.throttle import Tries
from domain.consultants.models import Consultant
from domain.joining.models import Approval, Form, Proof
from domain.shared.ids import ConsultantId, CustomerId, PersonId
from domain.shared.localised import Localised
from tests.fake_data import Data


class PlainPasswords:
    """Passwords "hashed" by adding a word, counted; `outdated` says which hashes are to be made anew."""

    def __init__(self) -> None:
        self.outdated: set[str] = set()
        self.verified = 0

    async def hash(self, password: str) -> str:
        return f"hash of {password}"

    async def verify(self, password_hash: str | None, password: str) -> bool:
        self.verified += 1
        return password_hash == f"hash of {password}"

    def is_outdated(self, password_hash: str) -> bool:
        return password_hash in self.outdated


class FakeCredentials:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def by_number(self, number: str) -> Credential | None:
        return next((each for each in self.data.credentials.values() if each.number == number), None)

    async def of(self, customer_id: CustomerId) -> Credential | None:
        return self.data.credentials.get(customer_id)

    async def issue(self, customer_id: CustomerId, number: str, at: datetime) -> bool:
        if customer_id in self.data.credentials or await self.by_number(number) is not None:
            return False
        self.data.credentials[customer_id] = Credential(customer_id, number, None, at)
        self.data.seeds[customer_id] = f"seed{number}"
        return True

    async def one_time_password(self, customer_id: CustomerId) -> str | None:
        return self.data.seeds.get(customer_id)

    async def keep_one_time(self, customer_id: CustomerId, password_hash: str, until: datetime) -> bool:
        if customer_id not in self.data.seeds:
            return False
        known = self.data.credentials[customer_id]
        self.data.credentials[customer_id] = replace(known, password_hash=password_hash, one_time_until=until)
        return True

    async def set_password(self, customer_id: CustomerId, password_hash: str | None, at: datetime) -> None:
        known = self.data.credentials[customer_id]
        self.data.credentials[customer_id] = replace(known, password_hash=password_hash, one_time_until=None)
        self.data.seeds.pop(customer_id, None)


class FakeBindings:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def hold(self, *customers: CustomerId) -> None: ...

    async def of_person(self, person_id: PersonId) -> Binding | None:
        return next((each for each in self.data.bindings.values() if each.person_id == person_id), None)

    async def get(self, binding_id: int) -> Binding | None:
        return self.data.bindings.get(binding_id)

    async def of_cabinet(self, customer_id: CustomerId) -> Sequence[Binding]:
        return [each for each in self.data.bindings.values() if each.customer_id == customer_id]

    async def ended_in(self, binding_id: int, customer_id: CustomerId) -> bool:
        ended = self.data.ended.get(binding_id)
        return ended is not None and ended[0].customer_id == customer_id

    async def was_bound(self, person_id: PersonId, customer_id: CustomerId) -> bool:
        return any(
            (binding.person_id, binding.customer_id, ending) == (person_id, customer_id, Ending.LOGGED_OUT)
            for binding, ending in self.data.ended.values()
        )

    async def bind(
        self, person_id: PersonId, customer_id: CustomerId, guest_id: CustomerId | None, at: datetime
    ) -> Binding:
        number = len(self.data.bindings) + len(self.data.ended) + 1
        self.data.bindings[number] = Binding(number, person_id, customer_id, guest_id, at)
        self.data.people[person_id] = replace(self.data.people[person_id], customer_id=customer_id)
        return self.data.bindings[number]

    async def end(self, binding: Binding, ending: Ending, at: datetime) -> None:
        if self.data.bindings.pop(binding.id, None) is None:
            return
        self.data.ended[binding.id] = (binding, ending)
        home = binding.guest_id or CustomerId(900 + binding.id)
        person = self.data.people[binding.person_id]
        self.data.people[binding.person_id] = replace(person, customer_id=home)


class FakeEntries:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def get(self, person_id: PersonId) -> Entry | None:
        return self.data.entries.get(person_id)

    async def save(self, entry: Entry, at: datetime) -> None:
        self.data.entries[entry.person_id] = entry

    async def drop(self, person_id: PersonId) -> None:
        self.data.entries.pop(person_id, None)

    async def drop_of(self, customer_id: CustomerId) -> None:
        for entry in [each for each in self.data.entries.values() if each.customer_id == customer_id]:
            del self.data.entries[entry.person_id]


class FakeGuards:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def get(self, key: str) -> Tries | None:
        return self.data.guards.get(key)

    async def save(self, key: str, tries: Tries) -> None:
        self.data.guards[key] = tries

    async def drop(self, key: str) -> None:
        self.data.guards.pop(key, None)


class FakeContacts:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def of(self, customer_id: CustomerId) -> tuple[str | None, str | None]:
        form = self.data.forms.get(customer_id, Form()).in_use
        phone = form.phone if form.phone_proof is Proof.OWN else None
        return phone, form.email if form.email_proof is Proof.OWN else None

    async def of_nobody(self, number: str) -> tuple[str | None, str | None]:
        digest = hashlib.sha256(number.encode()).hexdigest()
        return f"+7916000{int(digest[:4], 16) % 10000:04}", f"{digest[0]}@mail.ru"

    async def name_of(self, customer_id: CustomerId) -> str:
        return self.data.forms.get(customer_id, Form()).in_use.name or ""


class FakeApplicants:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def ask(self, customer_id: CustomerId, person_id: PersonId, at: datetime) -> bool:
        if customer_id in self.data.applicants:
            return False
        name = self.data.forms.get(customer_id, Form()).name or ""
        number = self.data.credentials[customer_id].number
        self.data.applicants[customer_id] = Applicant(customer_id, person_id, name, "Орёл", number, at)
        return True

    async def get(self, customer_id: CustomerId) -> Applicant | None:
        return self.data.applicants.get(customer_id)

    async def waiting(self, offset: int, limit: int) -> tuple[Sequence[Applicant], int]:
        found = [each for each in self.data.applicants.values() if each.approval is Approval.WAITING]
        return found[offset : offset + limit], len(found)

    async def answer(self, customer_id: CustomerId, approval: Approval, by: PersonId, at: datetime) -> None:
        known = self.data.applicants[customer_id]
        self.data.applicants[customer_id] = replace(known, approval=approval, decided_by=by, decided_at=at)

    async def appoint(self, applicant: Applicant, at: datetime) -> ConsultantId:
        number = ConsultantId(max(self.data.consultants, default=0) + 1)
        words = Localised(applicant.name, applicant.name)
        self.data.consultants[number] = Consultant(
            id=number,
            person_id=applicant.person_id,
            invite_code=f"new{number}",
            name=words,
            city=words,
            region=words,
            about=words,
            time_zone="Europe/Moscow",
            opens=time(10),
            closes=time(19),
            specialities=(),
            languages=("ru",),
        )
        return number
