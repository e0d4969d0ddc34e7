"""Filling in the form, a question at a time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from domain.joining.fields import InvalidField, parse_birth_date, parse_name, parse_phone
from domain.joining.models import Form, Step
from domain.joining.ports import JoiningWork
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.errors import DomainError
from domain.shared.ids import PersonId
from domain.shared.transaction import Transaction


class FormIncomplete(DomainError):
    """Something is still unanswered. `step` is the first such question."""

    def __init__(self, step: Step) -> None:
        super().__init__(f"{step} is unanswered")
        self.step = step


@dataclass(frozen=True, slots=True)
class ShowForm:
    """The form as far as it is filled in; only ever the person's own."""

    read: Transaction[JoiningWork]

    async def __call__(self, person: Person) -> Form:
        async with self.read() as work:
            return await work.forms.get(person.customer_id)


@dataclass(frozen=True, slots=True)
class AnswerField:
    """Checks an answer and keeps it; a wrong one changes nothing. A complete form is changed in place.

    Raises InvalidField with the field and the reason.
    """

    write: Transaction[JoiningWork]
    clock: Clock
    region: str

    async def __call__(self, person: Person, step: Step, text: str) -> Form:
        if step is Step.PHONE:
            raise InvalidField("phone", "typed")
        value: str | date = parse_name(text) if step is Step.NAME else parse_birth_date(text, self.clock().date())
        return await self._keep(person, step, value)

    async def contact(self, person: Person, phone: str, owner: PersonId | None) -> Form:
        """A contact sent by Telegram's button. Only the sender's own proves anything: `owner` is whose it is."""
        if owner != person.id:
            raise InvalidField("phone", "foreign")
        return await self._keep(person, Step.PHONE, parse_phone(phone, self.region))

    async def _keep(self, person: Person, step: Step, value: Any) -> Form:
        async with self.write() as work:
            form = replace(await work.forms.get(person.customer_id), **{step.value: value})
            await work.forms.save(person.customer_id, form, self.clock())
        return form


@dataclass(frozen=True, slots=True)
class CompleteForm:
    """The person has looked the form over and says it is right. Raises FormIncomplete. Twice is the same as once."""

    write: Transaction[JoiningWork]
    clock: Clock

    async def __call__(self, person: Person) -> Form:
        async with self.write() as work:
            form = await work.forms.get(person.customer_id)
            if (step := form.next_step) is not None:
                raise FormIncomplete(step)
            if not form.complete:
                form = replace(form, complete=True)
                await work.forms.save(person.customer_id, form, self.clock())
        return form
