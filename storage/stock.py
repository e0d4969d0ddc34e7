"""Pieces on the shelf."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import bindparam, update

from domain.ordering.errors import NotAvailable
from domain.shared.ids import ArticleId
from storage.shelf import Shelf
from storage.tables import articles

_TAKE = (
    update(articles)
    .where(articles.c.id == bindparam("article"), articles.c.stock >= bindparam("pieces"))
    .values(stock=articles.c.stock - bindparam("pieces"))
)
_PUT_BACK = (
    update(articles).where(articles.c.id == bindparam("article")).values(stock=articles.c.stock + bindparam("pieces"))
)


class Stock(Shelf):
    """Implements domain.ordering.ports.Stock. Articles are touched in the order of their ids, against deadlocks."""

    __slots__ = ()

    async def take(self, pieces: Sequence[tuple[ArticleId, int]]) -> None:
        """As the port says; should they not be there after all, NotAvailable is raised and nothing oversold."""
        for article_id, count in sorted(pieces):
            taken = await self._run(_TAKE, {"article": article_id, "pieces": count})
            if not taken.rowcount:
                raise NotAvailable(f"article {article_id}")

    async def put_back(self, pieces: Sequence[tuple[ArticleId, int]]) -> None:
        for article_id, count in sorted(pieces):
            await self._run(_PUT_BACK, {"article": article_id, "pieces": count})
