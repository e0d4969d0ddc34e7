"""Goods files on their way into the shop."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import bindparam, insert, select, update

from domain.goods.imports import OPEN, GoodsImport, State
from domain.shared.ids import PersonId
from storage.connection import ResultRow
from storage.shelf import Shelf
from storage.tables import goods_imports

_ALL = select(goods_imports)
_GET = _ALL.where(goods_imports.c.id == bindparam("id"))
_OPEN = _ALL.where(goods_imports.c.state.in_([str(state) for state in OPEN])).order_by(goods_imports.c.id)
_ADD = insert(goods_imports).returning(goods_imports.c.id)
_MOVE = (
    update(goods_imports)
    .where(goods_imports.c.id == bindparam("import_id"), goods_imports.c.state == bindparam("before"))
    .values(state=bindparam("after"), key=bindparam("new_key"))
)
_STANDS = (
    update(goods_imports).where(goods_imports.c.id == bindparam("import_id")).values(message_id=bindparam("message"))
)


class GoodsImports(Shelf):
    """Implements domain.goods.ports.GoodsImports."""

    __slots__ = ()

    async def add(self, person_id: PersonId, file_id: str, name: str) -> GoodsImport:
        row = {
            "person_id": person_id,
            "file_id": file_id,
            "name": name,
            "state": State.WAITING,
            "key": "",
            "at": self._work.clock(),
        }
        import_id = (await self._run(_ADD, row)).scalar_one()
        return GoodsImport(import_id, person_id, file_id, name, State.WAITING)

    async def get(self, import_id: int) -> GoodsImport | None:
        row = (await self._run(_GET, {"id": import_id})).first()
        return None if row is None else _read(row)

    async def open(self) -> Sequence[GoodsImport]:
        return [_read(row) for row in (await self._run(_OPEN)).all()]

    async def move(self, import_id: int, before: State, after: State, key: str = "") -> bool:
        moved = await self._run(_MOVE, {"import_id": import_id, "before": before, "after": after, "new_key": key})
        return moved.rowcount == 1

    async def stands_at(self, import_id: int, message_id: int) -> None:
        await self._run(_STANDS, {"import_id": import_id, "message": message_id})


def _read(row: ResultRow) -> GoodsImport:
    return GoodsImport(
        row.id, PersonId(row.person_id), row.file_id, row.name, State(row.state), row.key, row.message_id
    )
