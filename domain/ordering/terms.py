"""The terms of purchase, which are agreed to before the first order."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from domain.people.models import Person
from domain.shared.ids import CustomerId


class TermsAccepted(Protocol):
    async def accepted(self, customer_id: CustomerId, version: str) -> bool: ...

    async def accept(self, person: Person, version: str, at: datetime) -> None:
        """Keeps who agreed for their cabinet and when; what was agreed to before stays as it was."""
        ...
