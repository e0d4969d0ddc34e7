"""What admins made of frequent questions, in the database: one row a question and language."""

from __future__ import annotations

from typing import Any

from domain.faq.models import FaqEdit
from domain.shared.ids import PersonId
from storage.database import Database

ADMIN = PersonId(3001)


async def test_each_language_has_its_own_and_the_last_words_count(db: Database, watch: Any) -> None:
    first, second = FaqEdit("b", "ru", "Раз?", "Да."), FaqEdit("a", "ru", "Два?", "Да.")
    english = FaqEdit("b", "en", "One?", "Yes.", hidden=True)
    async with db.write() as work:
        for each in (first, english, second):
            await work.faq.put(each, ADMIN, watch())
            watch.forward(minutes=1)
    async with db.read() as work:
        assert await work.faq.edits("ru") == [first, second], "in the order they were made"
        assert await work.faq.edits("en") == [english]
    changed = FaqEdit("b", "ru", "Раз, но иначе?", "Нет.", hidden=True)
    async with db.write() as work:
        await work.faq.put(changed, ADMIN, watch())
    async with db.read() as work:
        assert await work.faq.edits("ru") == [second, changed]
        assert await work.faq.edits("en") == [english]
    async with db.write() as work:
        await work.faq.drop("b", "ru")
    async with db.read() as work:
        assert await work.faq.edits("ru") == [second]
        assert await work.faq.edits("en") == [english]
