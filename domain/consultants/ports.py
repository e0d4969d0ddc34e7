"""What the use cases about consultants ask of storage."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.consultants.models import CityCount, Consultant
from domain.notices.ports import Outbox
from domain.shared.ids import ConsultantId, CustomerId


class Consultants(Protocol):
    """Who can be chosen is open; `get` and `by_invite` also know those who are not."""

    async def get(self, consultant_id: ConsultantId) -> Consultant | None: ...

    async def by_invite(self, code: str) -> Consultant | None: ...

    async def cities(self) -> Sequence[CityCount]:
        """Every city that has an open one, the fullest first, then by name."""
        ...

    async def find(self, city_slug: str | None, offset: int, limit: int) -> tuple[Sequence[Consultant], int]:
        """A stretch of the open consultants of a city (of all, without one) in a stable order, and how many."""
        ...


class Choices(Protocol):
    async def consultant_of(self, customer_id: CustomerId) -> ConsultantId | None: ...

    async def choose(self, customer_id: CustomerId, consultant_id: ConsultantId, at: datetime) -> None: ...


class ConsultantsWork(Protocol):
    @property
    def consultants(self) -> Consultants: ...

    @property
    def choices(self) -> Choices: ...

    @property
    def outbox(self) -> Outbox: ...
