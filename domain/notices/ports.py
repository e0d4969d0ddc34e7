"""Where owed messages are written, in the same transaction as their cause."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from domain.notices.models import Notice, Owed


class Outbox(Protocol):
    async def put(self, notice: Notice) -> None:
        """Owes the notice; one whose key is there already is not owed twice."""
        ...

    async def about(self, subject: str) -> Sequence[Owed]:
        """The notices of a subject that were sent, or wait to be, the oldest first."""
        ...

    async def owed(self, id: int) -> Owed | None: ...
