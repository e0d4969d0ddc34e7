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

    async def products(
        self, category_id: CategoryId, offset: int, limit: int, *, hidden: bool = False
    ) -> tuple[Sequence[ProductBrief], int]:
        """A stretch of a category in the shop's order and how many there are; those taken off sale only if `hidden`."""
        ...

    async def product(self, product_id: ProductId) -> Product | None:
        """With its articles in the shop's order, also when it is off sale; None when there is none."""
        ...

    async def set_on_sale(self, product_id: ProductId, on_sale: bool) -> None: ...


class CatalogWork(Protocol):
    @property
    def catalog(self) -> Catalog: ...
