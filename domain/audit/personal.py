"""The staff and personal data: everyone sees masks, and only the data officer opens one person at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from domain.access.numbers import parse_number
from domain.access.ports import Credentials
from domain.audit.errors import ReadingAlready, ReasonNeeded, TooManyReads
from domain.audit.models import Action, NewEntry
from domain.audit.ports import Audit
from domain.codes.models import masked
from domain.joining.models import Form
from domain.joining.ports import Forms
from domain.notices.models import Notice, NoticeKind
from domain.notices.ports import Outbox
from domain.people.models import Duty, Person
from domain.shared.clock import Clock
from domain.shared.errors import Forbidden, NotFound
from domain.shared.ids import CustomerId
from domain.shared.transaction import Transaction

SHOWN = timedelta(minutes=2)
"""How long a message with somebody's full data stays in the chat."""
LATE = timedelta(minutes=10)
"""A message that could not be sent by then is not sent any more: the officer has gone on to other things."""
DAY = timedelta(days=1)
REASON = (10, 500)
"""The shortest and the longest reason."""


class PersonalWork(Protocol):
    @property
    def audit(self) -> Audit: ...

    @property
    def credentials(self) -> Credentials: ...

    @property
    def forms(self) -> Forms: ...

    @property
    def outbox(self) -> Outbox: ...


@dataclass(frozen=True, slots=True)
class Masked:
    """Enough of somebody to be sure it is they, too little to be of use to anybody else."""

    customer_id: CustomerId
    number: str
    name: str
    phone: str
    email: str


@dataclass(frozen=True, slots=True)
class Personal:
    """Everything the form of a cabinet says. Only ever held while it is being shown."""

    number: str
    form: Form


@dataclass(frozen=True, slots=True)
class LookUp:
    """Finds a cabinet by its number and shows masks; for admins and the data officer. Each time is written down.

    Raises Forbidden; NotFound for a number nobody has.
    """

    write: Transaction[PersonalWork]
    clock: Clock

    async def __call__(self, person: Person, text: str) -> Masked:
        if not person.is_admin and not person.has(Duty.OFFICER):
            raise Forbidden("admins and the data officer only")
        number = parse_number(text)
        async with self.write() as work:
            credential = None if number is None else await work.credentials.by_number(number)
            if credential is None:
                raise NotFound("a cabinet of that number")
            form = (await work.forms.get(credential.customer_id)).in_use
            await work.audit.add(NewEntry(self.clock(), person.id, Action.LOOKED_UP, credential.customer_id))
        initials = (each[:1] for each in (form.last_name, form.first_name, form.patronymic) if each)
        return Masked(
            credential.customer_id,
            credential.number,
            " ".join(f"{each}." for each in initials),
            masked(form.phone) if form.phone else "",
            masked(form.email) if form.email else "",
        )


async def keep_pace(audit: Audit, person: Person, now: datetime, limit: int) -> None:
    """One person's data at a time, and so many a day. Raises ReadingAlready, TooManyReads."""
    if await audit.count_since(person.id, Action.OPENED, now - SHOWN):
        raise ReadingAlready(SHOWN)
    if await audit.count_since(person.id, Action.OPENED, now - DAY) >= limit:
        raise TooManyReads(limit)


@dataclass(frozen=True, slots=True)
class OpenPersonal:
    """The data officer opens somebody's full data, with a reason.

    The reason is written into the audit log and the message is owed, both or neither; the message deletes itself after
    SHOWN. One person at a time, and at most `limit` a day. Raises Forbidden, NotFound, ReasonNeeded, ReadingAlready,
    TooManyReads.
    """

    write: Transaction[PersonalWork]
    clock: Clock
    limit: int

    async def __call__(self, person: Person, customer_id: CustomerId, reason: str) -> None:
        person.require_officer()
        reason = " ".join(reason.split())
        if not REASON[0] <= len(reason) <= REASON[1]:
            raise ReasonNeeded(*REASON)
        now = self.clock()
        async with self.write() as work:
            if await work.credentials.of(customer_id) is None:
                raise NotFound(f"cabinet {customer_id}")
            await keep_pace(work.audit, person, now, self.limit)
            entry = await work.audit.add(NewEntry(now, person.id, Action.OPENED, customer_id, reason))
            key = f"personal:{entry.id}"
            await work.outbox.put(Notice(person.id, NoticeKind.PERSONAL_DATA, key, {"entry": entry.id}))


@dataclass(frozen=True, slots=True)
class ShowPersonal:
    """What an entry of the log allows its officer to see, at the moment it is sent; None when it allows no more."""

    read: Transaction[PersonalWork]
    clock: Clock

    async def __call__(self, person: Person, entry_id: int) -> Personal | None:
        if not person.has(Duty.OFFICER):
            return None
        async with self.read() as work:
            entry = await work.audit.get(entry_id)
            if entry is None or entry.who != person.id or entry.action is not Action.OPENED or entry.subject is None:
                return None
            if self.clock() - entry.at > LATE:
                return None
            credential = await work.credentials.of(entry.subject)
            if credential is None:
                return None
            return Personal(credential.number, await work.forms.get(entry.subject))
