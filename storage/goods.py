"""Goods in bulk: what an import compares with and writes, and what an export reads."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, Table, bindparam, delete, func, insert, select, update

from domain.catalog.colour import family
from domain.goods.columns import ARTICLE_FIELDS, PRODUCT_FIELDS
from domain.goods.plans import Change, Known, KnownArticle, KnownProduct, Place, Plan
from domain.shared.ids import PersonId, ProductId
from storage.shelf import Shelf
from storage.tables import articles, categories, price_history, product_pictures, products, series

CHUNK = 500
"""Rows of one statement. Between two of them others get their turn in this process."""
CURRENCY = "RUB"

_PRODUCTS = select(
    products.c.id,
    products.c.code,
    categories.c.slug.label("category"),
    series.c.slug.label("series"),
    *(products.c[name] for name in PRODUCT_FIELDS),
).select_from(products.join(categories).outerjoin(series))
_ARTICLES = select(
    articles.c.id,
    articles.c.code,
    articles.c.product_id,
    articles.c.picture,
    products.c.code.label("product_code"),
    *(articles.c[name] for name in ARTICLE_FIELDS),
).select_from(articles.join(products))
_LAST = select(articles.c.product_id, func.max(articles.c.position).label("last")).group_by(articles.c.product_id)
_PHOTOS = select(product_pictures.c.product_id, product_pictures.c.picture).order_by(
    product_pictures.c.product_id, product_pictures.c.position
)
_CATEGORIES = (
    select(categories, func.max(products.c.position).label("last"))
    .select_from(categories.outerjoin(products))
    .group_by(categories.c.id)
    .order_by(categories.c.position, categories.c.id)
)
_SERIES = select(series).order_by(series.c.position, series.c.id)
_MOST = {table: select(func.max(table.c.position)) for table in (categories, series)}
_HOLD = select(articles.c.id).order_by(articles.c.id).with_for_update()
_CHANGE_PRODUCT = (
    update(products)
    .where(products.c.id == bindparam("row"))
    .values({name: bindparam(f"new_{name}") for name in (*PRODUCT_FIELDS, "category_id", "series_id")})
)
_CHANGE_ARTICLE = (
    update(articles)
    .where(articles.c.id == bindparam("row"))
    .values({name: bindparam(f"new_{name}") for name in (*ARTICLE_FIELDS, "family")})
)
_PICTURE = update(articles).where(articles.c.code == bindparam("article")).values(picture=bindparam("key"))
_NO_ALBUM = delete(product_pictures).where(product_pictures.c.product_id == bindparam("product"))


class Goods(Shelf):
    """Implements domain.goods.ports.Goods."""

    __slots__ = ()

    async def known(self, codes: Collection[str]) -> Known:
        listed = sorted(codes)
        found: dict[str, Any] = {}
        owners: set[str] = set()
        for part in _chunks(listed):
            if self._work.writing and self._engine == "postgresql":
                await self._run(_HOLD.where(articles.c.code.in_(part)))
            for row in (await self._run(_ARTICLES.where(articles.c.code.in_(part)))).all():
                found[row.code] = row
                owners.add(row.product_code)
            await asyncio.sleep(0)
        rows: list[Any] = []
        for part in _chunks(sorted(owners | set(listed))):
            rows += (await self._run(_PRODUCTS.where(products.c.code.in_(part)))).all()
            await asyncio.sleep(0)
        ids = [row.id for row in rows]
        last: dict[int, int] = {}
        albums: dict[int, list[str]] = defaultdict(list)
        for part in _chunks(ids):
            last.update(
                {row[0]: row[1] for row in (await self._run(_LAST.where(articles.c.product_id.in_(part)))).all()}
            )
            for row in (await self._run(_PHOTOS.where(product_pictures.c.product_id.in_(part)))).all():
                albums[row.product_id].append(row.picture)
        return Known(
            {row.code: _product(row, last.get(row.id, -1), tuple(albums.get(row.id, ()))) for row in rows},
            {code: _article(row) for code, row in found.items()},
            {
                row.slug: Place(row.slug, row.name_ru, row.name_en, row.id, -1 if row.last is None else row.last)
                for row in (await self._run(_CATEGORIES)).all()
            },
            {row.slug: Place(row.slug, row.name_ru, row.name_en, row.id) for row in (await self._run(_SERIES)).all()},
            {code: row.picture for code, row in found.items()},
        )

    async def everything(self) -> Sequence[tuple[KnownProduct, Sequence[KnownArticle]]]:
        of: dict[int, list[KnownArticle]] = defaultdict(list)
        for row in (await self._run(_ARTICLES.order_by(articles.c.product_id, articles.c.position))).all():
            of[row.product_id].append(_article(row))
        await asyncio.sleep(0)
        order = (categories.c.position, categories.c.id, products.c.position, products.c.id)
        rows = (await self._run(_PRODUCTS.order_by(*order))).all()
        return [(_product(row, -1, ()), of[row.id]) for row in rows]

    async def bring(self, plan: Plan, who: PersonId | None) -> AsyncIterator[int]:
        category_ids = await self._places(categories, plan.categories)
        series_ids = await self._places(series, plan.series)
        lasts = {place.slug: place.last for place in await self._categories()}
        done = 0

        def columns(change: Change) -> dict[str, Any]:
            own = {name: change.values[name] for name in PRODUCT_FIELDS}
            return own | {
                "category_id": category_ids[change.values["category"]],
                "series_id": series_ids.get(change.values["series"]),
            }

        new, changed = _split(plan.products)
        rows: list[dict[str, Any]] = []
        for change in new:
            category = change.values["category"]
            lasts[category] = lasts.get(category, -1) + 1
            rows.append(
                columns(change)
                | {
                    "code": change.code,
                    "slug": change.values["slug"],
                    "currency": CURRENCY,
                    "position": lasts[category],
                }
            )
        for part in _chunks(rows):
            await self._run(insert(products), part)
            done += len(part)
            yield done
            await asyncio.sleep(0)
        for changes in _chunks(changed):
            overwritten = [
                {"row": change.id, **{f"new_{name}": value for name, value in columns(change).items()}}
                for change in changes
            ]
            await self._run(_CHANGE_PRODUCT, overwritten)
            done += len(changes)
            yield done
            await asyncio.sleep(0)
        ids = await self._product_ids(plan)
        await self._note_prices(plan, ids, who)
        async for written in self._bring_articles(plan, ids):
            yield done + written
        await self._bring_photos(plan, ids)

    async def ids(self, plan: Plan) -> Sequence[ProductId]:
        return [ProductId(each) for each in sorted((await self._product_ids(plan)).values())]

    async def _bring_articles(self, plan: Plan, ids: Mapping[str, int]) -> AsyncIterator[int]:
        new, changed = _split(plan.articles)
        last: dict[int, int] = defaultdict(lambda: -1)
        for part in _chunks(sorted({ids[change.values["product"]] for change in new})):
            last.update(
                {row[0]: row[1] for row in (await self._run(_LAST.where(articles.c.product_id.in_(part)))).all()}
            )
        rows: list[dict[str, Any]] = []
        for change in new:
            product_id = ids[change.values["product"]]
            last[product_id] += 1
            rows.append(
                _columns(change) | {"code": change.code, "product_id": product_id, "position": last[product_id]}
            )
        done = 0
        for part in _chunks(rows):
            await self._run(insert(articles), part)
            done += len(part)
            yield done
            await asyncio.sleep(0)
        # By id, as everybody who takes several articles does.
        for changes in _chunks(sorted(changed, key=lambda change: change.id or 0)):
            overwritten = [
                {"row": change.id, **{f"new_{name}": value for name, value in _columns(change).items()}}
                for change in changes
            ]
            await self._run(_CHANGE_ARTICLE, overwritten)
            done += len(changes)
            yield done
            await asyncio.sleep(0)

    async def _bring_photos(self, plan: Plan, ids: Mapping[str, int]) -> None:
        for codes in _chunks(list(plan.albums)):
            await self._run(_NO_ALBUM, [{"product": ids[code]} for code in codes])
            pictures = [
                {"product_id": ids[code], "position": position, "picture": key}
                for code in codes
                for position, key in enumerate(plan.albums[code])
            ]
            await self._run(insert(product_pictures), pictures)
        for items in _chunks(list(plan.article_photos.items())):
            await self._run(_PICTURE, [{"article": code, "key": key} for code, key in items])

    async def _note_prices(self, plan: Plan, ids: Mapping[str, int], who: PersonId | None) -> None:
        now = self._work.clock()
        rows = [
            {
                "product_id": ids[change.code],
                "price": change.values["price"],
                "currency": CURRENCY,
                "since": now,
                "who": who,
            }
            for change in plan.products
            if change.id is None or any(each.column == "price" for each in change.differences)
        ]
        for part in _chunks(rows):
            await self._run(insert(price_history), part)

    async def _product_ids(self, plan: Plan) -> dict[str, int]:
        codes = {change.code for change in plan.products} | {change.values["product"] for change in plan.articles}
        found: dict[str, int] = {}
        for part in _chunks(sorted(codes | set(plan.albums))):
            rows = await self._run(select(products.c.code, products.c.id).where(products.c.code.in_(part)))
            found.update({row[0]: row[1] for row in rows.all()})
        return found

    async def _categories(self) -> list[Place]:
        rows = (await self._run(_CATEGORIES)).all()
        return [Place(row.slug, row.name_ru, row.name_en, row.id, -1 if row.last is None else row.last) for row in rows]

    async def _places(self, table: Table, new: Iterable[Place]) -> dict[str, int]:
        """The ids by slug, the new ones put behind the others."""
        most = (await self._run(_MOST[table])).scalar_one_or_none()
        rows = [
            {"slug": place.slug, "name_ru": place.name_ru, "name_en": place.name_en, "position": position}
            for position, place in enumerate(new, start=0 if most is None else most + 1)
        ]
        if rows:
            await self._run(insert(table), rows)
        return {row[0]: row[1] for row in (await self._run(select(table.c.slug, table.c.id))).all()}


def _columns(change: Change) -> dict[str, Any]:
    """An article's own columns, with the family of its colour for searching."""
    colour = change.values["hex"]
    return {**{name: change.values[name] for name in ARTICLE_FIELDS}, "family": str(family(colour)) if colour else None}


def _split(changes: Iterable[Change]) -> tuple[list[Change], list[Change]]:
    new: list[Change] = []
    changed: list[Change] = []
    for change in changes:
        (new if change.id is None else changed).append(change)
    return new, changed


def _chunks(items: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (items[at : at + CHUNK] for at in range(0, len(items), CHUNK))


def _product(row: Row[Any], last: int, photos: tuple[str, ...]) -> KnownProduct:
    values = {name: getattr(row, name) for name in PRODUCT_FIELDS}
    return KnownProduct(row.id, row.code, row.category, row.series, values, last, photos)


def _article(row: Row[Any]) -> KnownArticle:
    return KnownArticle(row.id, row.code, row.product_code, {name: getattr(row, name) for name in ARTICLE_FIELDS})
