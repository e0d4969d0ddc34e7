"""Registrations that want to serve customers: an admin says yes or no."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from domain.access.ports import IssueWork
from domain.audit.models import Action, NewEntry
from domain.audit.ports import Audit
from domain.joining.errors import FieldBlocked
from domain.joining.models import Approval, Step
from domain.joining.ports import Forms
from domain.notices.models import Notice, NoticeKind
from domain.people.models import Person
from domain.people.ports import People
from domain.shared.clock import Clock
from domain.shared.errors import NotFound
from domain.shared.ids import ConsultantId, CustomerId, PersonId
from domain.shared.paging import Page, clamp_page
from domain.shared.transaction import Transaction

PAGE = 6


@dataclass(frozen=True, slots=True)
class Applicant:
    """Somebody who asked to serve customers. Who answered, and when, is kept; empty while it waits."""

    customer_id: CustomerId
    person_id: PersonId
    name: str
    city: str
    number: str
    asked_at: datetime
    approval: Approval = Approval.WAITING
    decided_by: PersonId | None = None
    decided_at: datetime | None = None


class Applicants(Protocol):
    async def ask(self, customer_id: CustomerId, person_id: PersonId, at: datetime) -> bool:
        """Keeps that somebody asked; False if they have before."""
        ...

    async def get(self, customer_id: CustomerId) -> Applicant | None:
        """In a writing transaction the customer is held still."""
        ...

    async def waiting(self, offset: int, limit: int) -> tuple[Sequence[Applicant], int]:
        """A stretch of those without an answer, the longest waiting first, and how many there are."""
        ...

    async def answer(self, customer_id: CustomerId, approval: Approval, by: PersonId, at: datetime) -> None: ...

    async def appoint(self, applicant: Applicant, at: datetime) -> ConsultantId:
        """Makes the cabinet a consultant's, with an invite of its own."""
        ...


class ConsultingWork(IssueWork, Protocol):
    @property
    def applicants(self) -> Applicants: ...

    @property
    def audit(self) -> Audit: ...

    @property
    def forms(self) -> Forms: ...

    @property
    def people(self) -> People: ...


async def apply(work: ConsultingWork, person: Person, admins: Collection[int], clock: Clock) -> None:
    """If the form of the person's cabinet asks to serve customers, keeps that and tells the admins who are here."""
    form = await work.forms.get(person.customer_id)
    if form.approval is not Approval.WAITING or not await work.applicants.ask(person.customer_id, person.id, clock()):
        return
    for admin in sorted(admins):
        if await work.people.get(PersonId(admin)) is not None:
            key = f"consulting:{person.customer_id}:asked:{admin}"
            args = {"customer": person.customer_id}
            await work.outbox.put(Notice(PersonId(admin), NoticeKind.CONSULTING_ASKED, key, args))


@dataclass(frozen=True, slots=True)
class ShowApplicants:
    """Who waits for an answer, and one of them; for admins. Raises Forbidden, NotFound.

    Looking at one of them is written into the audit log.
    """

    read: Transaction[ConsultingWork]
    write: Transaction[ConsultingWork]
    clock: Clock

    async def __call__(self, person: Person, number: int) -> Page[Applicant]:
        person.require_admin()
        async with self.read() as work:
            number = max(0, min(number, 10_000))
            found, total = await work.applicants.waiting(number * PAGE, PAGE)
            if not found and total:
                number = clamp_page(number, PAGE, total)
                found, total = await work.applicants.waiting(number * PAGE, PAGE)
        return Page(found, clamp_page(number, PAGE, total), PAGE, total)

    async def one(self, person: Person, customer_id: CustomerId) -> Applicant:
        person.require_admin()
        async with self.write() as work:
            applicant = await _known(work, customer_id)
            await work.audit.add(NewEntry(self.clock(), person.id, Action.LOOKED_UP, customer_id))
        return applicant


@dataclass(frozen=True, slots=True)
class DecideApplicant:
    """An admin's yes makes the cabinet a consultant's, with an invite; either answer is kept with who gave it and when.

    The first answer stands: a second one, the same or another, changes nothing and gives the first back. The applicant
    is told. Raises Forbidden, NotFound, and FieldBlocked for a yes while what would stand on the card is being checked.
    """

    write: Transaction[ConsultingWork]
    clock: Clock

    async def __call__(self, person: Person, customer_id: CustomerId, *, approve: bool) -> Applicant:
        person.require_admin()
        now, approval = self.clock(), Approval.APPROVED if approve else Approval.DECLINED
        async with self.write() as work:
            applicant = await _known(work, customer_id)
            if applicant.approval is not Approval.WAITING:
                return applicant
            form = await work.forms.get(customer_id)
            if approve and form.blocked & {Step.FIRST_NAME, Step.LAST_NAME, Step.ADDRESS}:
                raise FieldBlocked
            await work.applicants.answer(customer_id, approval, person.id, now)
            await work.forms.save(customer_id, replace(form, approval=approval), now)
            if approve:
                await work.applicants.appoint(applicant, now)
            for each in await work.bindings.of_cabinet(customer_id):
                key = f"consulting:{customer_id}:decided:{each.person_id}"
                args = {"customer": customer_id}
                await work.outbox.put(Notice(each.person_id, NoticeKind.CONSULTING_DECIDED, key, args))
            return await _known(work, customer_id)


async def _known(work: ConsultingWork, customer_id: CustomerId) -> Applicant:
    applicant = await work.applicants.get(customer_id)
    if applicant is None:
        raise NotFound(f"applicant {customer_id}")
    return applicant
