"""A cabinet becomes active: it gets its number, and the letter with a one-time password is owed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from domain.access.models import Credential
from domain.access.numbers import new_number
from domain.access.ports import AccessWork, IssueWork, Passwords
from domain.access.strength import canonical
from domain.notices.models import Channel, Notice, NoticeKind
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.ids import CustomerId
from domain.shared.transaction import Transaction

TRIES = 50


class NoFreeNumber(Exception):
    """Fifty random numbers were all taken: something is wrong with chance, or with the table."""


async def open_cabinet(work: IssueWork, person: Person, clock: Clock) -> Credential | None:
    """Gives the person's cabinet its number in the caller's transaction; None if it has one already.

    The accounts that are in the cabinet are bound to it. Each is told the number; the letter with the password goes to
    the e-mail address of the form, or to the chat where there is none.
    """
    customer = person.customer_id
    if await work.credentials.of(customer) is not None:
        return None
    now = clock()
    for _ in range(TRIES):
        if await work.credentials.issue(customer, new_number(), now):
            break
    else:
        raise NoFreeNumber
    await work.bindings.bind(person.id, customer, None, now)
    _, email = await work.contacts.of(customer)
    opened = Notice(person.id, NoticeKind.CABINET_OPENED, f"cabinet:{customer}:opened", {"customer": customer})
    letter = Notice(
        person.id,
        NoticeKind.CABINET_LETTER,
        f"cabinet:{customer}:letter",
        {"customer": customer},
        channel=Channel.EMAIL if email else Channel.TELEGRAM,
    )
    await work.outbox.put(opened)
    await work.outbox.put(letter)
    return await work.credentials.of(customer)


@dataclass(frozen=True, slots=True)
class Letter:
    """What the letter says. Only ever held while it is being sent."""

    number: str
    password: str
    valid: timedelta
    email: str | None


@dataclass(frozen=True, slots=True)
class WriteLetter:
    """The number and the one-time password, at the moment the letter is sent; None when there is no more to say.

    The password is made anew from its seed each time, the same every time; only its hash is kept, and it begins to open
    the cabinet with this. `valid` counts from here.
    """

    read: Transaction[AccessWork]
    write: Transaction[AccessWork]
    clock: Clock
    passwords: Passwords
    valid: timedelta

    async def __call__(self, customer_id: CustomerId) -> Letter | None:
        async with self.read() as work:
            credential = await work.credentials.of(customer_id)
            password = await work.credentials.one_time_password(customer_id)
            _, email = await work.contacts.of(customer_id)
        if credential is None or password is None:
            return None
        hashed = await self.passwords.hash(canonical(password))
        async with self.write() as work:
            kept = await work.credentials.keep_one_time(customer_id, hashed, self.clock() + self.valid)
        return Letter(credential.number, password, self.valid, email) if kept else None

    async def address(self, customer_id: CustomerId) -> str | None:
        """Where letters to the cabinet go."""
        async with self.read() as work:
            _, email = await work.contacts.of(customer_id)
        return email
