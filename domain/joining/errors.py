"""What can be wrong with the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.shared.errors import DomainError

if TYPE_CHECKING:
    from domain.joining.models import Step


class InvalidField(DomainError):
    """An answer cannot be right. `field` and `reason` name the sentence that says so."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason


class FormIncomplete(DomainError):
    """Something is still unanswered. `step` is the first such question."""

    def __init__(self, step: Step) -> None:
        super().__init__(f"{step} is unanswered")
        self.step = step


class FieldBlocked(DomainError):
    """The answer is said to be wrong and is being checked; until then it stays as it is and is used for nothing."""


class AlreadyRegistered(DomainError):
    """There is a cabinet with this passport, phone or e-mail already. Which of them, and whose, is not said."""
