"""Giving consents and taking them back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from domain.consents.models import VERSIONS, Consent, Purpose
from domain.consents.ports import ConsentsWork
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.transaction import Transaction


@dataclass(frozen=True, slots=True)
class ShowConsents:
    """The consents of one's own cabinet that are in force."""

    read: Transaction[ConsentsWork]

    async def __call__(self, person: Person) -> Mapping[Purpose, Consent]:
        async with self.read() as work:
            return await work.consents.of(person.customer_id)


@dataclass(frozen=True, slots=True)
class GiveConsent:
    """Records that the person agreed to the present text; to a text agreed to already, once is enough.

    `version` is that of the text the person saw: if it has changed since, nothing is recorded. Gives what is in force.
    """

    write: Transaction[ConsentsWork]
    clock: Clock

    async def __call__(self, person: Person, purpose: Purpose, version: str) -> Mapping[Purpose, Consent]:
        async with self.write() as work:
            given = await work.consents.of(person.customer_id)
            known = given.get(purpose)
            if version != VERSIONS[purpose] or (known is not None and known.version == version):
                return given
            if known is not None:
                await work.consents.withdraw(person.customer_id, purpose, self.clock())
            await work.consents.give(person, Consent(purpose, version, self.clock()))
            return await work.consents.of(person.customer_id)


@dataclass(frozen=True, slots=True)
class WithdrawConsent:
    """Ends a consent; what was never given is not missed. Gives what is still in force."""

    write: Transaction[ConsentsWork]
    clock: Clock

    async def __call__(self, person: Person, purpose: Purpose) -> Mapping[Purpose, Consent]:
        async with self.write() as work:
            await work.consents.withdraw(person.customer_id, purpose, self.clock())
            return await work.consents.of(person.customer_id)
