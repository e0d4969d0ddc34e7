"""What frequent questions ask of storage."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.faq.models import FaqEdit
from domain.shared.ids import PersonId
from domain.shared.localised import Language


class Faq(Protocol):
    async def edits(self, language: Language) -> Sequence[FaqEdit]:
        """What admins made of entries in this language, or added, the oldest first."""
        ...

    async def put(self, edit: FaqEdit, by: PersonId, at: datetime) -> None:
        """Keeps it in the place of what the entry was."""
        ...

    async def drop(self, slug: str, language: Language) -> None:
        """Leaves the entry as the program has it; one that was added goes."""
        ...


class FaqWork(Protocol):
    @property
    def faq(self) -> Faq: ...
