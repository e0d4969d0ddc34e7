"""What the audit log asks of storage."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from domain.audit.models import Action, Entry, NewEntry
from domain.shared.ids import PersonId


class Audit(Protocol):
    async def add(self, entry: NewEntry) -> Entry:
        """Writes it down in the transaction of what it tells of: there is never one without the other."""
        ...

    async def get(self, entry_id: int) -> Entry | None: ...

    async def count_since(self, who: PersonId, action: Action, since: datetime) -> int:
        """How often this person did that. In a writing transaction nobody else adds an entry until it ends."""
        ...
