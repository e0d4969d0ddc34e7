"""What bonus points ask of storage."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.notices.ports import Outbox
from domain.points.models import Balance, HistoryLine, Move
from domain.shared.ids import CustomerId, PersonId


class Points(Protocol):
    async def balance(self, customer_id: CustomerId) -> Balance: ...

    async def move(self, move: Move) -> bool:
        """Writes both entries; False if the key is known. Raises NotEnoughPoints, and then nothing is written."""
        ...

    async def knows(self, key: str) -> bool:
        """Whether there was a movement with this key."""
        ...

    async def history(self, customer_id: CustomerId, offset: int, limit: int) -> tuple[Sequence[HistoryLine], int]:
        """A stretch of the movements, the newest first, and how many there are."""
        ...

    async def idle(self, before: datetime, limit: int) -> Sequence[tuple[CustomerId, Balance]]:
        """Customers with points that have not moved since `before`, held still until the end."""
        ...

    async def ending(self, before: datetime, after: datetime, limit: int) -> Sequence[tuple[CustomerId, Balance]]:
        """Customers with points that have not moved since `before`, but after `after`; asked once for a last movement.

        They count as told from then on.
        """
        ...


class PointsWork(Protocol):
    @property
    def points(self) -> Points: ...


class Persons(Protocol):
    async def persons_of(self, customer_id: CustomerId) -> Sequence[PersonId]:
        """The Telegram accounts of the cabinet."""
        ...


class WarningWork(PointsWork, Protocol):
    @property
    def buyers(self) -> Persons: ...

    @property
    def outbox(self) -> Outbox: ...
