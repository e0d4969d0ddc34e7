"""Filling in the form, a question at a time."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from domain.access.proof import require_proof
from domain.codes.models import Way
from domain.consents.models import ConsentMissing
from domain.consents.models import Purpose as ConsentPurpose
from domain.joining.address import OPTIONAL, Address, AddressPart, parse_part, split_address
from domain.joining.card import parse_card
from domain.joining.changes import tell_former, tell_others
from domain.joining.contacts import parse_phone
from domain.joining.errors import AlreadyRegistered, FieldBlocked, FormIncomplete, InvalidField
from domain.joining.fields import age_on, parse_birth_date, parse_group_number, parse_name
from domain.joining.models import CONTACTS, SKIPPABLE, Approval, Form, GroupKind, Proof, Step
from domain.joining.passport import FIRST_AGE, fits_series, parse_department, parse_issued, parse_passport
from domain.joining.ports import JoiningWork
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.errors import Stale
from domain.shared.ids import CustomerId, PersonId
from domain.shared.transaction import Transaction


@dataclass(frozen=True, slots=True)
class ShowForm:
    """The form as far as it is filled in; only ever the person's own."""

    read: Transaction[JoiningWork]

    async def __call__(self, person: Person) -> Form:
        async with self.read() as work:
            return await work.forms.get(person.customer_id)


async def own_form(work: JoiningWork, customer_id: CustomerId) -> Form:
    """The form to be changed. Raises ConsentMissing: without the cabinet's consent nothing is written into it."""
    if ConsentPurpose.CABINET not in await work.consents.of(customer_id):
        raise ConsentMissing
    return await work.forms.get(customer_id)


async def prove_owner(work: JoiningWork, person: Person, form: Form, now: datetime) -> None:
    """What a finished form says opens the cabinet again: whoever holds the phone must know the password to change it.

    Raises ProofNeeded.
    """
    if form.complete:
        await require_proof(work, person, now)


async def check_free(work: JoiningWork, customer_id: CustomerId, form: Form, step: Step) -> None:
    """Raises AlreadyRegistered if the contact just proven is another cabinet's; of a complete form, if anything is.

    A passport proves nothing, so before the end nobody is told whether it is known.
    """
    contact = Form(**{name: getattr(form, name) for name in (step.value, f"{step.value}_proof") if step in CONTACTS})
    if await work.forms.is_taken(customer_id, form if form.complete else contact):
        raise AlreadyRegistered


@dataclass(frozen=True, slots=True)
class AnswerField:
    """Checks an answer and keeps it; a wrong one changes nothing. A complete form is changed in place.

    Phone and e-mail are not typed in here but proven: see proofs.py. Raises InvalidField with the field and the reason,
    ConsentMissing, FieldBlocked, and for a complete form AlreadyRegistered. `open_ways` are those by which a former
    phone can be told that it was changed.
    """

    write: Transaction[JoiningWork]
    clock: Clock
    region: str
    open_ways: Collection[Way] = tuple(Way)

    async def __call__(self, person: Person, step: Step, text: str) -> Form:
        today = self.clock().date()
        return await self._keep(person, step, lambda form: parsed(step, text, form, today))

    async def choose(self, person: Person, kind: GroupKind) -> Form:
        """What the person joins for."""
        return await self._keep(person, Step.GROUP_KIND, lambda _: kind)

    async def contact(self, person: Person, phone: str, owner: PersonId | None) -> Form:
        """A contact sent by Telegram's button. Only the sender's own proves anything: `owner` is whose it is."""
        if owner != person.id:
            raise InvalidField("phone", "foreign")
        number = parse_phone(phone, self.region)
        return await self._keep(person, Step.PHONE, lambda _: number)

    async def part(self, person: Person, part: AddressPart, text: str) -> Form:
        """Another value for one part of the address."""
        value = parse_part(part, text)
        return await self._keep(person, Step.ADDRESS, lambda form: (form.address or Address()).having(part, value))

    async def without_part(self, person: Person, part: AddressPart) -> Form:
        """The address has no such part. Raises Stale for one that every address has."""
        if part not in OPTIONAL:
            raise Stale(part)
        return await self._keep(person, Step.ADDRESS, lambda form: (form.address or Address()).having(part, ""))

    async def skip(self, person: Person, step: Step) -> Form:
        """Leaves a question out, what it was answered with before too. Raises Stale where everybody must answer."""
        if step not in SKIPPABLE:
            raise Stale(step)
        return await self._keep(person, step, lambda _: None)

    async def _keep(self, person: Person, step: Step, value_of: Callable[[Form], Any]) -> Form:
        async with self.write() as work:
            form = await own_form(work, person.customer_id)
            await prove_owner(work, person, form, self.clock())
            if step in form.blocked:
                raise FieldBlocked
            value = value_of(form)
            changes: dict[str, Any] = {step.value: value}
            changes["skipped"] = form.skipped | {step} if value is None else form.skipped - {step}
            if step is Step.PHONE:
                changes["phone_proof"] = Proof.OWN
                changes["waiting"] = None if form.waiting and form.waiting.step is step else form.waiting
            before, form = form, replace(form, **changes)
            if step is Step.GROUP_KIND and form.complete:
                form = replace(form, approval=approval_of(form))
            if step is Step.PHONE or form.complete:
                await check_free(work, person.customer_id, form, step)
            await work.forms.save(person.customer_id, form, self.clock())
            await tell_others(work, person, form, step, self.clock())
            await tell_former(work, person, before, form, self.clock(), self.open_ways)
        return form


def parsed(step: Step, text: str, form: Form, today: date) -> Any:
    """What a text says in answer to this question of the form. Raises InvalidField; Stale where typing is no answer."""
    match step:
        case Step.LAST_NAME | Step.FIRST_NAME | Step.PATRONYMIC:
            return parse_name(text)
        case Step.BIRTH_DATE:
            born = parse_birth_date(text, today)
            if form.passport_issued is not None and age_on(born, form.passport_issued) < FIRST_AGE:
                raise InvalidField("birth_date", "passport")
            return born
        case Step.PASSPORT:
            return parse_passport(text)
        case Step.PASSPORT_ISSUED:
            return parse_issued(text, today, form.birth_date, form.passport)
        case Step.PASSPORT_DEPARTMENT:
            return parse_department(text)
        case Step.ADDRESS:
            return split_address(text)
        case Step.GROUP_NUMBER:
            return parse_group_number(text)
        case Step.CARD:
            return parse_card(text)
    raise Stale(step)


def approval_of(form: Form) -> Approval | None:
    """What a form of this kind needs from the admins; a decision once made stays."""
    if form.group_kind is not GroupKind.CONSULTING:
        return None
    return form.approval or Approval.WAITING


@dataclass(frozen=True, slots=True)
class CompleteForm:
    """The person has looked the form over and says it is right. Twice is the same as once.

    Raises FormIncomplete, InvalidField for answers that contradict each other, and AlreadyRegistered: that somebody has
    a cabinet is said only to who has proven a phone and an e-mail, so it cannot be found out by typing passports.
    """

    write: Transaction[JoiningWork]
    clock: Clock

    async def __call__(self, person: Person) -> Form:
        async with self.write() as work:
            form = await own_form(work, person.customer_id)
            if (step := form.next_step) is not None:
                raise FormIncomplete(step)
            if form.complete:
                return form
            if form.passport and form.passport_issued and not fits_series(form.passport, form.passport_issued):
                raise InvalidField("passport_issued", "series")
            if await work.forms.is_taken(person.customer_id, form):
                raise AlreadyRegistered
            form = replace(form, complete=True, approval=approval_of(form))
            await work.forms.save(person.customer_id, form, self.clock())
        return form
