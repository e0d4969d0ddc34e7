"""How payments say no."""

from __future__ import annotations

from domain.payments.models import Trouble
from domain.shared.errors import DomainError


class CannotPay(DomainError):
    """The order cannot be paid by card (any more)."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


class BadContact(DomainError):
    """Neither an e-mail nor a phone."""


class BadStatement(ValueError):
    """A provider's list that cannot be read; the text says why."""
