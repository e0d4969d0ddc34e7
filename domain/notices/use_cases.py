"""What delivery asks about notices that were sent before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from domain.notices.models import Owed
from domain.notices.ports import Outbox
from domain.shared.transaction import Transaction


class NoticesWork(Protocol):
    @property
    def outbox(self) -> Outbox: ...


@dataclass(frozen=True, slots=True)
class FindNotice:
    """A notice by its number in the outbox; None if it is there no more."""

    read: Transaction[NoticesWork]

    async def __call__(self, id: int) -> Owed | None:
        async with self.read() as work:
            return await work.outbox.owed(id)
