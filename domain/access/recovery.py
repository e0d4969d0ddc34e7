"""A forgotten password: the number, a code to the phone or e-mail of the form, a new password.

A number nobody has goes through the same screens with a made-up address, and no code is ever right for it: whether a
number exists cannot be learnt here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from domain.access.admit import EnteringWork
from domain.access.errors import EntryOver, LoggedInElsewhere, RecoveryRefused, RecoveryTried, TryLater
from domain.access.log_in import NOBODY
from domain.access.models import Entry, Proof
from domain.access.throttle import Throttle, Throttles
from domain.codes.errors import CodeExpired, NoCode, WrongCode
from domain.codes.models import PAUSE, Purpose, Way, masked
from domain.codes.use_cases import CheckCode, SendCode
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.ids import CustomerId
from domain.shared.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Offer:
    """How a code can be sent: each way with the address as far as its owner would know it."""

    ways: Sequence[tuple[Way, str]]


@dataclass(frozen=True, slots=True)
class Sent:
    """A code is on its way, if the number is somebody's. `other_way_at`: when it can be asked for again."""

    masked: str
    other_way_at: datetime
    ways: Sequence[Way]


@dataclass(frozen=True, slots=True)
class StartRecovery:
    """Begins getting back into the cabinet of a number, or of the person's own binding. Changes no password.

    Tries are counted for the number and for the account, whether or not anybody has the number; an account that is in
    the cabinet, or left it by itself, is counted alone, so that others cannot use its tries up. Raises TryLater, and
    LoggedInElsewhere for an account in another cabinet.
    """

    write: Transaction[EnteringWork]
    clock: Clock
    throttles: Throttles

    async def __call__(self, person: Person, number: str) -> Offer:
        now = self.clock()
        async with self.write() as work:
            credential = await work.credentials.by_number(number)
            binding = await work.bindings.of_person(person.id)
            if binding is not None and (credential is None or binding.customer_id != credential.customer_id):
                raise LoggedInElsewhere
            customer = None if credential is None else credential.customer_id
            at_home = binding is not None or await work.bindings.was_bound(person.id, customer or NOBODY)
            for key, throttle in self._kinds(person, number, at_home):
                tries = await work.guards.get(key)
                if (until := throttle.wait_until(tries, now)) is not None:
                    raise TryLater(until, now)
                await work.guards.save(key, throttle.after(tries, now))
            await work.entries.save(Entry(person.id, number, customer, Proof.CODE), now)
            return Offer([(way, masked(address)) for way, address in await _addresses(work, number, customer)])

    async def of_own(self, person: Person) -> Offer | None:
        """For an account that is bound already: its number is known. None for others."""
        async with self.write() as work:
            binding = await work.bindings.of_person(person.id)
            credential = None if binding is None else await work.credentials.of(binding.customer_id)
        return None if credential is None else await self(person, credential.number)

    def _kinds(self, person: Person, number: str, at_home: bool) -> list[tuple[str, Throttle]]:
        of_person = (f"recovery:person:{person.id}", self.throttles.recovery_person)
        return [of_person] if at_home else [of_person, (f"recovery:number:{number}", self.throttles.recovery_number)]


@dataclass(frozen=True, slots=True)
class SendRecoveryCode:
    """Sends the code by the way chosen; within a minute of the last one it says the same again and sends nothing.

    Raises EntryOver, and what SendCode raises.
    """

    write: Transaction[EnteringWork]
    clock: Clock
    send_code: SendCode

    async def __call__(self, person: Person, way: Way) -> Sent:
        now = self.clock()
        async with self.write() as work:
            entry = await _begun(work, person)
            await work.bindings.hold(person.customer_id, entry.customer_id or person.customer_id)
            addresses = dict(await _addresses(work, entry.number, entry.customer_id))
            if way not in addresses:
                raise EntryOver
            if entry.sent_at is not None and now < entry.sent_at + PAUSE:
                return Sent(masked(addresses[way]), entry.sent_at + PAUSE, tuple(addresses))
            await work.entries.save(replace(entry, sent_at=now), now)
        if entry.customer_id is not None:
            await self.send_code(person, Purpose.RECOVERY, way, addresses[way])
        return Sent(masked(addresses[way]), now + PAUSE, tuple(addresses))


@dataclass(frozen=True, slots=True)
class CheckRecoveryCode:
    """Takes the code; then SetPassword may be called. Raises EntryOver, RecoveryRefused (wrong, over, or no number).

    A wrong code and a number nobody has are refused in the same words; wrong codes are counted with the code.
    """

    read: Transaction[EnteringWork]
    write: Transaction[EnteringWork]
    clock: Clock
    check_code: CheckCode

    async def __call__(self, person: Person, text: str) -> None:
        now = self.clock()
        async with self.read() as work:
            entry = await _begun(work, person)
            addresses = await _addresses(work, entry.number, entry.customer_id)
        if entry.customer_id is None or entry.sent_at is None:
            raise RecoveryRefused
        try:
            checked = await self.check_code(person, Purpose.RECOVERY, text)
        except WrongCode:
            raise RecoveryTried from None
        except (CodeExpired, NoCode):
            raise RecoveryRefused from None
        if (checked.way, checked.address) not in addresses:
            # The form was corrected meanwhile, or the code was asked for another number.
            raise RecoveryTried
        async with self.write() as work:
            await work.entries.save(replace(entry, proven_at=now), now)


async def _begun(work: EnteringWork, person: Person) -> Entry:
    entry = await work.entries.get(person.id)
    if entry is None or entry.proof is not Proof.CODE:
        raise EntryOver
    return entry


async def _addresses(work: EnteringWork, number: str, customer_id: CustomerId | None) -> list[tuple[Way, str]]:
    if customer_id is None:
        phone, email = await work.contacts.of_nobody(number)
    else:
        phone, email = await work.contacts.of(customer_id)
    ways = ((Way.EMAIL, email), (Way.SMS, phone))
    return [(way, address) for way, address in ways if address]
