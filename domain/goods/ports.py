"""What importing asks of storage."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Sequence
from typing import Protocol

from domain.goods.imports import GoodsImport, State
from domain.goods.plans import Known, KnownArticle, KnownProduct, Plan
from domain.search.ports import Search
from domain.shared.ids import PersonId, ProductId


class Goods(Protocol):
    async def known(self, codes: Collection[str]) -> Known:
        """What there is of these codes; in a writing transaction held as it is until the end."""
        ...

    def bring(self, plan: Plan, who: PersonId | None) -> AsyncIterator[int]:
        """Writes all of a plan, past prices included; gives how many rows are written after each stretch."""
        ...

    async def ids(self, plan: Plan) -> Sequence[ProductId]:
        """The products a brought plan touched."""
        ...

    async def everything(self) -> Sequence[tuple[KnownProduct, Sequence[KnownArticle]]]:
        """All products with their articles, in the shop's order."""
        ...


class GoodsImports(Protocol):
    async def add(self, person_id: PersonId, file_id: str, name: str) -> GoodsImport: ...

    async def get(self, import_id: int) -> GoodsImport | None: ...

    async def open(self) -> Sequence[GoodsImport]:
        """Those the importer has something to do for, oldest first."""
        ...

    async def move(self, import_id: int, before: State, after: State, key: str = "") -> bool:
        """From the one state to the other; False where it stands elsewhere by now."""
        ...

    async def stands_at(self, import_id: int, message_id: int) -> None:
        """The message that shows it."""
        ...


class GoodsWork(Protocol):
    @property
    def goods(self) -> Goods: ...

    @property
    def search(self) -> Search: ...

    @property
    def goods_imports(self) -> GoodsImports: ...
