"""What bonus points ask of storage."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.points.models import Balance, HistoryLine, Move
from domain.shared.ids import CustomerId


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


class PointsWork(Protocol):
    @property
    def points(self) -> Points: ...
