"""What announcements somebody wants: fewer, none, or all of them again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from domain.broadcasts.kinds import BroadcastKind
from domain.consents.models import VERSIONS, Consent, Purpose
from domain.consents.ports import Consents
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.ids import CustomerId
from domain.shared.transaction import Transaction


class MutedKinds(Protocol):
    async def of(self, customer_id: CustomerId) -> frozenset[BroadcastKind]:
        """The kinds this cabinet has switched off."""
        ...

    async def mute(self, customer_id: CustomerId, kind: BroadcastKind) -> None: ...

    async def unmute(self, customer_id: CustomerId, kind: BroadcastKind) -> None: ...


class ChoosingWork(Protocol):
    @property
    def consents(self) -> Consents: ...

    @property
    def muted_kinds(self) -> MutedKinds: ...


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whether announcements may come at all, and which kinds may not.

    `may_agree`: the cabinet's own consent is there, without which no other is taken.
    """

    agreed: bool
    muted: frozenset[BroadcastKind] = field(default=frozenset())
    may_agree: bool = True

    def wants(self, kind: BroadcastKind) -> bool:
        return self.agreed and kind not in self.muted


@dataclass(frozen=True, slots=True)
class ChooseKinds:
    """Switches kinds of announcements of one's own cabinet on and off, or all of them.

    It holds from that moment on, also for what is on its way: a turn asks anew. Switching the last kind off is no
    withdrawal; the consent stays until it is taken back.
    """

    read: Transaction[ChoosingWork]
    write: Transaction[ChoosingWork]
    clock: Clock

    async def __call__(self, person: Person) -> Wanted:
        async with self.read() as work:
            return await wanted(work, person.customer_id)

    async def want(self, person: Person, kind: BroadcastKind, on: bool) -> Wanted:
        """Wants a kind or does not; the same twice changes nothing."""
        async with self.write() as work:
            if on:
                await work.muted_kinds.unmute(person.customer_id, kind)
            else:
                await work.muted_kinds.mute(person.customer_id, kind)
            return await wanted(work, person.customer_id)

    async def stop(self, person: Person) -> Wanted:
        """No more of any kind: ends the consent."""
        async with self.write() as work:
            await work.consents.withdraw(person.customer_id, Purpose.PROMOTIONS, self.clock())
            return await wanted(work, person.customer_id)

    async def agree(self, person: Person, version: str) -> Wanted:
        """Agrees to the text of that version, if it is the present one and the cabinet's own consent is in force."""
        async with self.write() as work:
            before = await wanted(work, person.customer_id)
            if before.agreed or not before.may_agree or version != VERSIONS[Purpose.PROMOTIONS]:
                return before
            await work.consents.withdraw(person.customer_id, Purpose.PROMOTIONS, self.clock())
            await work.consents.give(person, Consent(Purpose.PROMOTIONS, version, self.clock()))
            return await wanted(work, person.customer_id)


async def wanted(work: ChoosingWork, customer_id: CustomerId) -> Wanted:
    """What a cabinet wants at this moment."""
    given = await work.consents.of(customer_id)
    consent = given.get(Purpose.PROMOTIONS)
    agreed = consent is not None and consent.version == VERSIONS[Purpose.PROMOTIONS]
    return Wanted(agreed, await work.muted_kinds.of(customer_id), Purpose.CABINET in given)
