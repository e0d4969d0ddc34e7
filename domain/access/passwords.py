"""Setting a new password, after having proven that the cabinet is one's own."""

from __future__ import annotations

from dataclasses import dataclass

from domain.access.admit import EnteringWork, admit, refreshed, tell
from domain.access.errors import EntryOver, LoggedInElsewhere, NotLoggedIn, TryLater, WeakPassword
from domain.access.models import Ending, Entry, Proof
from domain.access.numbers import grouped
from domain.access.ports import Passwords
from domain.access.strength import canonical, weakness_of
from domain.access.throttle import Throttles
from domain.notices.models import Channel, Notice, NoticeKind
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.ids import CustomerId
from domain.shared.transaction import Transaction


@dataclass(frozen=True, slots=True)
class ConfirmPassword:
    """The present password, asked before it is changed. True lets SetPassword go on; False counts a try.

    Counted for the account alone, so nobody else can use the count up. Raises NotLoggedIn, TryLater.
    """

    read: Transaction[EnteringWork]
    write: Transaction[EnteringWork]
    clock: Clock
    passwords: Passwords
    throttles: Throttles

    async def __call__(self, person: Person, text: str) -> bool:
        key, now, throttle = f"change:person:{person.id}", self.clock(), self.throttles.change
        async with self.read() as work:
            binding = await work.bindings.of_person(person.id)
            credential = None if binding is None else await work.credentials.of(binding.customer_id)
            until = throttle.wait_until(await work.guards.get(key), now)
        if credential is None:
            raise NotLoggedIn
        if until is not None:
            raise TryLater(until, now)
        hashed = credential.password_hash if credential.is_open(now) else None
        right = await self.passwords.verify(hashed, canonical(text))
        async with self.write() as work:
            await work.bindings.hold(credential.customer_id)
            tries = await work.guards.get(key)
            if (until := throttle.wait_until(tries, now)) is not None:
                raise TryLater(until, now)
            if not right or await work.credentials.of(credential.customer_id) != credential:
                await work.guards.save(key, throttle.after(tries, now))
                return False
            await work.guards.drop(key)
            proven = Entry(person.id, credential.number, credential.customer_id, Proof.PASSWORD, proven_at=now)
            await work.entries.save(proven, now)
        return True


@dataclass(frozen=True, slots=True)
class SetPassword:
    """Sets the new password of the cabinet that the person has proven to be theirs, and lets them in.

    After a recovery every other account is unbound and told; after a change the others are told. All other ways into
    the cabinet that were begun end. Raises EntryOver, WeakPassword, TooManyAccounts, LoggedInElsewhere.
    """

    read: Transaction[EnteringWork]
    write: Transaction[EnteringWork]
    clock: Clock
    passwords: Passwords
    limit: int

    async def __call__(self, person: Person, text: str) -> Person:
        password = canonical(text)
        async with self.read() as work:
            entry = await work.entries.get(person.id)
            if entry is None or entry.customer_id is None or not entry.is_proven(self.clock()):
                raise EntryOver
            name = await work.contacts.name_of(entry.customer_id)
        weakness = weakness_of(password, [entry.number, grouped(entry.number), *name.split()])
        if weakness is not None:
            raise WeakPassword(weakness)
        hashed = await self.passwords.hash(password)
        async with self.write() as work:
            await work.bindings.hold(person.customer_id, entry.customer_id)
            if await work.entries.get(person.id) != entry:
                raise EntryOver
            await work.credentials.set_password(entry.customer_id, hashed, self.clock())
            await work.entries.drop_of(entry.customer_id)
            return await self._enter(work, person, entry)

    @staticmethod
    async def _write(work: EnteringWork, person: Person, customer_id: CustomerId, key: str) -> None:
        """A letter too: it reaches the owner also where no chat does."""
        _, email = await work.contacts.of(customer_id)
        if email:
            args = {"customer": customer_id}
            kind = NoticeKind.CABINET_RECOVERED
            await work.outbox.put(Notice(person.id, kind, f"{key}:letter", args, channel=Channel.EMAIL))

    async def _enter(self, work: EnteringWork, person: Person, entry: Entry) -> Person:
        if entry.customer_id is None:
            raise EntryOver
        now = self.clock()
        binding = await work.bindings.of_person(person.id)
        if binding is not None and binding.customer_id != entry.customer_id:
            raise LoggedInElsewhere
        others = [each for each in await work.bindings.of_cabinet(entry.customer_id) if each.person_id != person.id]
        key = f"password:{entry.customer_id}:{now.timestamp():.0f}"
        if entry.proof is Proof.CODE:
            for each in others:
                await work.bindings.end(each, Ending.RECOVERED, now)
            await tell(work, others, NoticeKind.CABINET_RECOVERED, key)
            await self._write(work, person, entry.customer_id, key)
        elif entry.proof is Proof.PASSWORD:
            if binding is None:
                raise EntryOver
            await tell(work, others, NoticeKind.PASSWORD_CHANGED, key)
        if binding is None:
            return await admit(work, person, entry.customer_id, self.limit, self.clock)
        return await refreshed(work, person)
