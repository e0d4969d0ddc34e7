"""How the rules about consultants say no."""

from __future__ import annotations

from datetime import datetime

from domain.consultants.models import Consultant
from domain.shared.errors import DomainError, NotFound


class OwnConsultant(DomainError):
    """A consultant cannot be their own consultant."""


class ConsultantAlreadyChosen(DomainError):
    """The customer has one; changing goes another way. `consultant` is the one they have."""

    def __init__(self, consultant: Consultant) -> None:
        super().__init__("a consultant is chosen already")
        self.consultant = consultant


class NotTaking(NotFound):
    """The consultant takes nobody new: paused, full, gone, or no such consultant."""


class ChangedRecently(DomainError):
    """The consultant was changed a short while ago. `until` is when it can be changed again."""

    def __init__(self, until: datetime) -> None:
        super().__init__(f"changed recently, again from {until}")
        self.until = until


class NoReason(DomainError):
    """A change is asked for with a reason of 3 to 500 characters."""
