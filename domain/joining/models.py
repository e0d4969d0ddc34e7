"""The registration form."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any

from domain.codes.models import Way
from domain.joining.address import Address
from domain.joining.card import Card


class Step(StrEnum):
    """A question of the form, in the order they are asked; the value is the form's field."""

    LAST_NAME = "last_name"
    FIRST_NAME = "first_name"
    PATRONYMIC = "patronymic"
    BIRTH_DATE = "birth_date"
    PASSPORT = "passport"
    PASSPORT_ISSUED = "passport_issued"
    PASSPORT_DEPARTMENT = "passport_department"
    ADDRESS = "address"
    PHONE = "phone"
    EMAIL = "email"
    GROUP_KIND = "group_kind"
    GROUP_NUMBER = "group_number"
    CARD = "card"


DATES = (Step.BIRTH_DATE, Step.PASSPORT_ISSUED)
CONTACTS = (Step.PHONE, Step.EMAIL)
SKIPPABLE = frozenset({Step.PATRONYMIC, Step.GROUP_NUMBER, Step.CARD})
"""Not everybody has these; everything else is asked of everybody."""


class GroupKind(StrEnum):
    """What the person joins for: their own purchases, or to serve customers."""

    FAMILY = "family"
    CONSULTING = "consulting"


class Approval(StrEnum):
    """Where the admins' decision stands on somebody who wants to serve customers."""

    WAITING = "waiting"
    APPROVED = "approved"
    DECLINED = "declined"


class Proof(StrEnum):
    """What a contact rests on: the person has this very phone or mailbox, or another one they have confirmed it."""

    OWN = "own"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A phone or an e-mail that takes the place of the old one once its code comes back."""

    step: Step
    value: str


@dataclass(frozen=True, slots=True)
class Form:
    """What has been answered so far; None is not answered yet.

    `passport` is series and number, 10 digits; `phone` is in E.164. Both contacts stand here only when confirmed, what
    is being confirmed stands in `waiting`. `approval` is None but for those who want to serve customers.
    """

    last_name: str | None = None
    first_name: str | None = None
    patronymic: str | None = None
    birth_date: date | None = None
    passport: str | None = None
    passport_issued: date | None = None
    passport_department: str | None = None
    address: Address | None = None
    phone: str | None = None
    phone_proof: Proof | None = None
    email: str | None = None
    email_proof: Proof | None = None
    group_kind: GroupKind | None = None
    group_number: str | None = None
    card: Card | None = None
    skipped: frozenset[Step] = frozenset()
    waiting: Waiting | None = None
    approval: Approval | None = None
    complete: bool = False
    blocked: frozenset[Step] = frozenset()
    """Answers that are said to be wrong: until the officer has checked, they are used for nothing; see `in_use`."""

    @property
    def in_use(self) -> Form:
        """The form without what is blocked: what orders, letters, codes and the staff's masks may take from it."""
        if not self.blocked:
            return self
        empty: dict[str, Any] = {step.value: None for step in self.blocked}
        empty |= {f"{step.value}_proof": None for step in self.blocked if step in CONTACTS}
        return replace(self, **empty)

    @property
    def name(self) -> str | None:
        """The name as others see it, first and last; None before it is known."""
        return " ".join(part for part in (self.first_name, self.last_name) if part) or None

    @property
    def next_step(self) -> Step | None:
        """The first question without an answer; None when all are answered."""
        return next((step for step in Step if not self.is_answered(step)), None)

    def is_answered(self, step: Step) -> bool:
        """Whether the question needs no answer any more; an address with gaps does."""
        if step is Step.ADDRESS:
            return self.address is not None and self.address.is_whole
        return step in self.skipped or getattr(self, step.value) is not None

    @property
    def is_empty(self) -> bool:
        return all(not getattr(self, field.name) for field in fields(self))


def position(step: Step) -> tuple[int, int]:
    """(which, of how many), counted from one."""
    steps = list(Step)
    return steps.index(step) + 1, len(steps)


def step_before(step: Step) -> Step | None:
    """The question before; None for the first."""
    steps = list(Step)
    index = steps.index(step)
    return steps[index - 1] if index else None


def way_of(step: Step) -> Way:
    """How a code reaches the very contact that this question asks for."""
    return Way.SMS if step is Step.PHONE else Way.EMAIL
