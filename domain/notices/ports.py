"""Where owed messages are written, in the same transaction as their cause."""

from __future__ import annotations

from typing import Protocol

from domain.notices.models import Notice


class Outbox(Protocol):
    async def put(self, notice: Notice) -> None:
        """Owes the notice; one whose key is there already is not owed twice."""
        ...
