"""What consents ask of storage."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from domain.consents.models import Consent, Purpose
from domain.people.models import Person
from domain.shared.ids import CustomerId


class Consents(Protocol):
    async def of(self, customer_id: CustomerId) -> Mapping[Purpose, Consent]:
        """The consents in force, by purpose."""
        ...

    async def give(self, person: Person, consent: Consent) -> None:
        """Records a consent of the person's cabinet."""
        ...

    async def withdraw(self, customer_id: CustomerId, purpose: Purpose, at: datetime) -> None:
        """Ends it; that it was given, and when, stays as proof."""
        ...


class ConsentsWork(Protocol):
    @property
    def consents(self) -> Consents: ...
