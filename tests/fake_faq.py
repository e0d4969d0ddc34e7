"""What admins made of frequent questions, in memory."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from domain.faq.models import FaqEdit
from domain.shared.ids import PersonId
from domain.shared.localised import Language
from tests.fake_data import Data


class FakeFaq:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def edits(self, language: Language) -> Sequence[FaqEdit]:
        return [edit for (_, spoken), edit in self.data.faq.items() if spoken == language]

    async def put(self, edit: FaqEdit, by: PersonId, at: datetime) -> None:
        self.data.faq[edit.slug, edit.language] = edit

    async def drop(self, slug: str, language: Language) -> None:
        self.data.faq.pop((slug, language), None)
