"""Browsing the catalog; open to everyone. And the switch that takes a product off sale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.catalog.models import Category, Product, ProductBrief
from domain.catalog.ports import CatalogWork
from domain.people.models import Person
from domain.shared.errors import NotFound
from domain.shared.ids import CategoryId, ProductId
from domain.shared.paging import Page, clamp_page
from domain.shared.transaction import Transaction

PAGE = 6


@dataclass(frozen=True, slots=True)
class ListCategories:
    """The catalog's categories that have something on sale; with `managing` all of them.

    Raises Forbidden unless the person manages the catalog then.
    """

    read: Transaction[CatalogWork]

    async def __call__(self, person: Person, *, managing: bool = False) -> Sequence[Category]:
        if managing:
            person.require_content()
        async with self.read() as work:
            return await work.catalog.categories(hidden=managing)


@dataclass(frozen=True, slots=True)
class ListProducts:
    """A page of a category; the nearest one that exists. Raises NotFound for a category that is gone.

    Who manages the catalog also sees what is off sale.
    """

    read: Transaction[CatalogWork]

    async def __call__(
        self, person: Person, category_id: CategoryId, number: int
    ) -> tuple[Category, Page[ProductBrief]]:
        number = max(0, min(number, 10_000))
        async with self.read() as work:
            category, found, total = await self._find(work, person, category_id, number)
            if not found and total:
                number = clamp_page(number, PAGE, total)
                category, found, total = await self._find(work, person, category_id, number)
        return category, Page(found, clamp_page(number, PAGE, total), PAGE, total)

    @staticmethod
    async def _find(
        work: CatalogWork, person: Person, category_id: CategoryId, number: int
    ) -> tuple[Category, Sequence[ProductBrief], int]:
        hidden = person.manages_catalog
        found = await work.catalog.of_category(category_id, number * PAGE, PAGE, hidden=hidden)
        if found is None:
            raise NotFound(f"category {category_id}")
        return found


@dataclass(frozen=True, slots=True)
class SetOnSale:
    """Who manages the catalog takes a product off sale or puts it back. Raises Forbidden, NotFound."""

    write: Transaction[CatalogWork]

    async def __call__(self, person: Person, product_id: ProductId, on_sale: bool) -> Product:
        person.require_content()
        async with self.write() as work:
            await work.catalog.set_on_sale(product_id, on_sale)
            product = await work.catalog.product(product_id)
        if product is None:
            raise NotFound(f"product {product_id}")
        return product
