"""The registration form."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum


class Step(StrEnum):
    """A question of the form, in the order they are asked; the value is the form's field."""

    NAME = "name"
    BIRTH_DATE = "birth_date"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Form:
    """What has been answered so far; None is not answered yet."""

    name: str | None = None
    birth_date: date | None = None
    phone: str | None = None
    complete: bool = False

    @property
    def next_step(self) -> Step | None:
        """The first question without an answer; None when all are answered."""
        return next((step for step in Step if getattr(self, step.value) is None), None)

    @property
    def is_empty(self) -> bool:
        return all(getattr(self, field.name) in (None, False) for field in fields(self))


def position(step: Step) -> tuple[int, int]:
    """(which, of how many), counted from one."""
    steps = list(Step)
    return steps.index(step) + 1, len(steps)


def step_before(step: Step) -> Step | None:
    """The question before; None for the first."""
    steps = list(Step)
    index = steps.index(step)
    return steps[index - 1] if index else None
