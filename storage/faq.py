"""What admins made of frequent questions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, select

from domain.faq.models import FaqEdit
from domain.shared.ids import PersonId
from domain.shared.localised import Language
from storage.connection import for_both, upsert
from storage.shelf import Shelf
from storage.tables import faq_entries

_C = faq_entries.c
_EDITS = select(faq_entries).where(_C.language == bindparam("spoken")).order_by(_C.edited_at, _C.slug)
_PUT = for_both(
    lambda engine: upsert(
        faq_entries, engine, ["slug", "language"], ["question", "answer", "hidden", "edited_by", "edited_at"]
    )
)
_DROP = delete(faq_entries).where(_C.slug == bindparam("name"), _C.language == bindparam("spoken"))


class Faq(Shelf):
    """Implements domain.faq.ports.Faq."""

    __slots__ = ()

    async def edits(self, language: Language) -> Sequence[FaqEdit]:
        rows = (await self._run(_EDITS, {"spoken": language})).all()
        return [FaqEdit(row.slug, row.language, row.question, row.answer, row.hidden) for row in rows]

    async def put(self, edit: FaqEdit, by: PersonId, at: datetime) -> None:
        values = {
            "slug": edit.slug,
            "language": edit.language,
            "question": edit.question,
            "answer": edit.answer,
            "hidden": edit.hidden,
            "edited_by": by,
            "edited_at": at,
        }
        await self._run(_PUT[self._engine], values)

    async def drop(self, slug: str, language: Language) -> None:
        await self._run(_DROP, {"name": slug, "spoken": language})
