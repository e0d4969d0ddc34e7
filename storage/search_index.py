"""The index that searching stands on: a page for each product, and every word of theirs once."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from sqlalchemy import bindparam, delete, func, select

from domain.catalog.colour import family
from domain.consultants.matching import sound
from domain.search.price_steps import step_of
from domain.search.words import Page, facet, page
from domain.shared.ids import ProductId
from storage.connection import ResultRow, insert, upsert
from storage.shelf import Shelf
from storage.tables import articles, categories, products, search_pages, search_terms, series

BATCH = 500
_PRODUCTS = (
    select(
        products,
        categories.c.name_ru.label("category_ru"),
        categories.c.name_en.label("category_en"),
        series.c.name_ru.label("series_ru"),
        series.c.name_en.label("series_en"),
    )
    .join_from(products, categories, categories.c.id == products.c.category_id)
    .join(series, series.c.id == products.c.series_id, isouter=True)
    .where(products.c.id.in_(bindparam("ids", expanding=True)))
)
_ARTICLES = (
    select(
        articles.c.id,
        articles.c.product_id,
        articles.c.code,
        articles.c.shade_ru,
        articles.c.shade_en,
        articles.c.hex,
        articles.c.stock,
    )
    .where(articles.c.product_id.in_(bindparam("ids", expanding=True)))
    .order_by(articles.c.product_id, articles.c.position, articles.c.id)
)
_ALL = select(products.c.id).where(products.c.id > bindparam("after")).order_by(products.c.id).limit(BATCH)
_WITHOUT = (
    select(products.c.id)
    .join_from(products, search_pages, search_pages.c.product_id == products.c.id, isouter=True)
    .where(search_pages.c.product_id.is_(None))
)
_NO_PAGES, _NO_TERMS = delete(search_pages), delete(search_terms)
_COUNT = select(func.count()).select_from(search_pages)
_PAGE_COLUMNS = ("name", "place", "about", "facets")


class SearchIndex(Shelf):
    """The half of domain.search.ports.Search that writes."""

    __slots__ = ()

    async def reindex(self, products: Sequence[ProductId]) -> None:
        for start in range(0, len(products), BATCH):
            await self._reindex(list(products[start : start + BATCH]))

    async def reindex_new(self) -> None:
        """Brings in what the index has not met yet."""
        await self.reindex([ProductId(row.id) for row in (await self._run(_WITHOUT)).all()])

    async def rebuild(self) -> int:
        await self._run(_NO_PAGES)
        await self._run(_NO_TERMS)
        after = 0
        while ids := [row.id for row in (await self._run(_ALL, {"after": after})).all()]:
            await self._reindex(ids)
            after = ids[-1]
        return int((await self._run(_COUNT)).scalar_one())

    async def _reindex(self, ids: Sequence[int]) -> None:
        if not ids:
            return
        rows = (await self._run(_PRODUCTS, {"ids": ids})).all()
        own = itertools.groupby((await self._run(_ARTICLES, {"ids": ids})).all(), lambda row: row.product_id)
        belong = {product: list(each) for product, each in own}
        pages = {row.id: _page(row, belong.get(row.id, [])) for row in rows}
        if not pages:
            return
        put = upsert(search_pages, self._engine, ["product_id"], _PAGE_COLUMNS)
        values = [
            {"product_id": id_, **{name: getattr(each, name) for name in _PAGE_COLUMNS}} for id_, each in pages.items()
        ]
        await self._run(put, values)
        terms = sorted({term for each in pages.values() for term in each.terms()})
        add = insert(search_terms, self._engine).on_conflict_do_nothing(index_elements=["term"])
        if terms:
            await self._run(add, [{"term": term, "sound": sound(term)[:64]} for term in terms])


def _page(row: ResultRow, belong: Sequence[ResultRow]) -> Page:
    shades = [name for each in belong if each.shade_ru for name in (each.shade_ru, each.shade_en)]
    place = [row.category_ru, row.category_en, row.series_ru or "", row.series_en or "", *shades]
    about = [row.about_ru, row.about_en, row.how_to_use_ru, row.how_to_use_en, row.composition]
    families = sorted({family(each.hex) for each in belong if each.hex})
    facets = [
        facet("c", row.category_id),
        *(facet("s", kind) for kind in row.skin_types),
        *(facet("f", each) for each in families),
        facet("p", step_of(row.price)),
    ]
    return page([row.name_ru, row.name_en], place, about, [row.code, *(each.code for each in belong)], facets)
