"""What the catalog asks of storage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from domain.catalog.models import Category, Product, ProductBrief
from domain.shared.ids import CategoryId, ProductId


class Catalog(Protocol):
    async def categories(self, *, hidden: bool = False) -> Sequence[Category]:
        """In the shop's order: those that have something on sale; with `hidden` those with nothing on sale too."""
        ...

    async def category(self, category_id: CategoryId) -> Category | None: ...

    async def of_category(
        self, category_id: CategoryId, offset: int, limit: int, *, hidden: bool = False
    ) -> tuple[Category, Sequence[ProductBrief], int] | None:
        """The category, a stretch of its products in the shop's order, and how many there are; None without one.

        Those taken off sale count only if `hidden`.
        """
        ...

    async def product(self, product_id: ProductId) -> Product | None:
        """With its articles in the shop's order, also when it is off sale; None when there is none."""
        ...

    async def set_on_sale(self, product_id: ProductId, on_sale: bool) -> None: ...


class CatalogWork(Protocol):
    @property
    def catalog(self) -> Catalog: ...
