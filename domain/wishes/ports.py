"""What wishes ask of storage."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from domain.catalog.models import ProductBrief
from domain.catalog.ports import CatalogWork
from domain.notices.ports import Outbox
from domain.ordering.ports import CartWork
from domain.shared.ids import ArticleId, CustomerId, ProductId
from domain.wishes.models import Back, Details, Marks


class Wishes(Protocol):
    async def marks(self, customer_id: CustomerId, product_id: ProductId, today: date) -> Marks: ...

    async def details(self, product_id: ProductId) -> Details | None: ...

    async def note_seen(self, customer_id: CustomerId, product_id: ProductId, at: datetime, most: int) -> None:
        """Puts the product first among what was seen; only the newest `most` are kept."""
        ...

    async def set_favourite(self, customer_id: CustomerId, product_id: ProductId, on: bool, at: datetime) -> None: ...

    async def set_compared(self, customer_id: CustomerId, product_id: ProductId, on: bool, at: datetime) -> None: ...

    async def set_watch(self, customer_id: CustomerId, article_id: ArticleId, on: bool, at: datetime) -> None: ...

    async def favourites(
        self, customer_id: CustomerId, offset: int, limit: int
    ) -> tuple[Sequence[ProductBrief], int]: ...

    async def seen(self, customer_id: CustomerId, offset: int, limit: int) -> tuple[Sequence[ProductBrief], int]: ...

    async def compared(self, customer_id: CustomerId) -> Sequence[ProductId]: ...

    async def back(self, limit: int) -> Sequence[Back]:
        """Whom to tell: the article is in stock and on sale. Their watches end with it."""
        ...


class WishesWork(CatalogWork, CartWork, Protocol):
    @property
    def wishes(self) -> Wishes: ...

    @property
    def outbox(self) -> Outbox: ...
