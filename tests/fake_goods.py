"""Sent goods files in memory, and a desk that only notes what it was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from domain.goods.imports import OPEN, GoodsImport, State
from domain.people.models import Person
from domain.shared.ids import PersonId
from tests.fake_data import Data


class FakeGoodsImports:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def add(self, person_id: PersonId, file_id: str, name: str) -> GoodsImport:
        made = GoodsImport(len(self.data.goods_imports) + 1, person_id, file_id, name, State.WAITING)
        self.data.goods_imports[made.id] = made
        return made

    async def get(self, import_id: int) -> GoodsImport | None:
        return self.data.goods_imports.get(import_id)

    async def open(self) -> Sequence[GoodsImport]:
        return [each for each in self.data.goods_imports.values() if each.state in OPEN]

    async def move(self, import_id: int, before: State, after: State, key: str = "") -> bool:
        found = self.data.goods_imports[import_id]
        if found.state is not before:
            return False
        self.data.goods_imports[import_id] = replace(found, state=after, key=key)
        return True

    async def stands_at(self, import_id: int, message_id: int) -> None:
        self.data.goods_imports[import_id] = replace(self.data.goods_imports[import_id], message_id=message_id)


@dataclass
class FakeDesk:
    """What was asked for."""

    asked: list[Any] = field(default_factory=list)

    def export(self, person: Person, form: str) -> None:
        self.asked.append((person.id, form))

    def brochure(self, person: Person, brochure: Any) -> None:
        self.asked.append((person.id, brochure))
