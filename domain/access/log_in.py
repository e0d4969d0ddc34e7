"""Entering a cabinet with its number and password."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.access.admit import EnteringWork, admit
from domain.access.errors import LoggedInElsewhere
from domain.access.models import Credential, Entry, Proof
from domain.access.ports import Passwords
from domain.access.strength import canonical
from domain.access.throttle import Throttle, Throttles
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.ids import CustomerId
from domain.shared.transaction import Transaction

NOBODY = CustomerId(0)


@dataclass(frozen=True, slots=True)
class LoggedIn:
    """The account is in the cabinet. `person` is who they are from now on."""

    person: Person


@dataclass(frozen=True, slots=True)
class MustChange:
    """The password was that of the letter: a new one has to be set first (see passwords.SetPassword)."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Number and password do not open anything: which of them is wrong is not said. `until`: no try before that."""

    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class LogIn:
    """Binds this Telegram account to the cabinet of the number, if the password is its own.

    An unknown number costs the same work and gets the same answer as a wrong password. Tries are counted for the
    number and for the account; while either has to wait nothing is looked at, and a right password among tries made at
    the same time is refused too. The count touches nobody who is logged in, nor an account that logged out of this
    cabinet by itself. Raises LoggedInElsewhere, TooManyAccounts.
    """

    read: Transaction[EnteringWork]
    write: Transaction[EnteringWork]
    clock: Clock
    passwords: Passwords
    throttles: Throttles
    limit: int

    async def __call__(self, person: Person, number: str, text: str) -> LoggedIn | MustChange | Refused:
        password, now = canonical(text), self.clock()
        async with self.read() as work:
            if await work.bindings.of_person(person.id) is not None:
                raise LoggedInElsewhere
            credential = await work.credentials.by_number(number)
            until = await self._wait(work, person, number, credential, now)
        if until is not None:
            return Refused(until)
        open_now = credential is not None and credential.is_open(now)
        hashed = credential.password_hash if credential is not None and open_now else None
        right = await self.passwords.verify(hashed, password)
        anew = None
        if right and hashed is not None and self.passwords.is_outdated(hashed):
            anew = await self.passwords.hash(password)
        async with self.write() as work:
            if credential is not None:
                await work.bindings.hold(person.customer_id, credential.customer_id)
            if (until := await self._wait(work, person, number, credential, now)) is not None:
                return Refused(until)
            still = None if credential is None else await work.credentials.of(credential.customer_id)
            if not right or credential is None or still != credential:
                return await self._count(work, person, number, now)
            return await self._enter(work, person, credential, anew)

    async def _wait(
        self, work: EnteringWork, person: Person, number: str, credential: Credential | None, now: datetime
    ) -> datetime | None:
        """When this account may next try this number; None for now."""
        at_home = await work.bindings.was_bound(person.id, NOBODY if credential is None else credential.customer_id)
        untils = [
            throttle.wait_until(await work.guards.get(key), now)
            for key, throttle in self._kinds(person, number, at_home)
        ]
        return max((until for until in untils if until is not None), default=None)

    def _kinds(self, person: Person, number: str, at_home: bool = False) -> list[tuple[str, Throttle]]:
        of_person = (f"login:person:{person.id}", self.throttles.person)
        return [of_person] if at_home else [of_person, (f"login:number:{number}", self.throttles.number)]

    async def _count(self, work: EnteringWork, person: Person, number: str, now: datetime) -> Refused:
        untils = []
        for key, throttle in self._kinds(person, number):
            tries = throttle.after(await work.guards.get(key), now)
            await work.guards.save(key, tries)
            untils.append(tries.until)
        return Refused(max((until for until in untils if until is not None), default=None))

    async def _enter(
        self, work: EnteringWork, person: Person, credential: Credential, anew: str | None
    ) -> LoggedIn | MustChange:
        for key, _ in self._kinds(person, credential.number):
            await work.guards.drop(key)
        if credential.one_time_until is not None:
            proven = Entry(person.id, credential.number, credential.customer_id, Proof.ONE_TIME, self.clock())
            await work.entries.save(proven, self.clock())
            return MustChange()
        if anew is not None:
            await work.credentials.set_password(credential.customer_id, anew, self.clock())
        return LoggedIn(await admit(work, person, credential.customer_id, self.limit, self.clock))
