"""What searching asks of storage."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from domain.ordering.ports import CartWork
from domain.pricing.promotions import NOT_OFFERED, Offered
from domain.search.models import Found, Narrowed
from domain.shared.ids import ProductId


class Search(Protocol):
    async def find(
        self, text: str, narrowed: Narrowed, today: date, offset: int, limit: int, offered: Offered = NOT_OFFERED
    ) -> Found:
        """What is on sale and meets the words, however they are typed, best first: the code that was typed, then by
        name, by category, line and shades, by description; within these what is in stock first.

        An empty text finds everything that the rest of the query allows. On offer is what the catalog of `today` offers
        and what is `offered` beside it. Never raises for what is typed.
        """
        ...

    async def reindex(self, products: Sequence[ProductId]) -> None:
        """Brings the index up to what these products are now; in the transaction that changed them.

        To be called when texts, codes, shades, category, line or skin types have changed or are new. Price, stock and
        whether it is on sale are looked at when searching.
        """
        ...

    async def rebuild(self) -> int:
        """Makes the whole index anew; how many products are in it."""
        ...


class SearchWork(CartWork, Protocol):
    @property
    def search(self) -> Search: ...
