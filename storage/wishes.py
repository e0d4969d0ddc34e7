"""What a cabinet keeps of the catalog: marks, what it saw, what it waits for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import BindParameter, ColumnElement, Select, Table, and_, bindparam, delete, func, select

from domain.catalog.models import ProductBrief, SkinType
from domain.shared.ids import ArticleId, CustomerId, ProductId
from domain.shared.localised import Localised
from domain.shared.money import Money
from domain.wishes.models import Back, Details, Marks, Video
from storage.catalog import BRIEF_COLUMNS
from storage.connection import ResultRow, for_both, insert, upsert
from storage.shelf import Shelf, maybe_localised
from storage.tables import (
    articles,
    catalog_periods,
    catalog_places,
    comparisons,
    favourites,
    product_pictures,
    product_videos,
    products,
    related_products,
    seen_products,
    series,
    watches,
)

_CUSTOMER: BindParameter[int] = bindparam("customer")
_PRODUCT: BindParameter[int] = bindparam("product")


def _mine(table: Table) -> ColumnElement[bool]:
    return and_(table.c.customer_id == _CUSTOMER, table.c.product_id == products.c.id)


_PLACED = (
    select(catalog_places.c.product_id, catalog_places.c.is_offer, catalog_periods.c.ends)
    .join(catalog_periods, catalog_periods.c.id == catalog_places.c.period_id)
    .where(
        catalog_places.c.product_id == _PRODUCT,
        catalog_periods.c.starts <= bindparam("today"),
        catalog_periods.c.ends >= bindparam("today"),
    )
    .order_by(catalog_periods.c.ends)
    .limit(1)
    .subquery("placed")
)
_OTHERS = comparisons.alias("others")
_MARKS = (
    select(
        series.c.name_ru,
        series.c.name_en,
        _PLACED.c.ends,
        _PLACED.c.is_offer,
        favourites.c.at.label("favourite"),
        comparisons.c.at.label("compared"),
        seen_products.c.at.label("seen"),
        select(func.count()).where(_OTHERS.c.customer_id == _CUSTOMER).scalar_subquery().label("others"),
    )
    .select_from(products)
    .join(series, series.c.id == products.c.series_id, isouter=True)
    .join(favourites, _mine(favourites), isouter=True)
    .join(comparisons, _mine(comparisons), isouter=True)
    .join(seen_products, _mine(seen_products), isouter=True)
    .join(_PLACED, _PLACED.c.product_id == products.c.id, isouter=True)
    .where(products.c.id == _PRODUCT)
)
_WATCHED = (
    select(watches.c.article_id)
    .join(articles, articles.c.id == watches.c.article_id)
    .where(watches.c.customer_id == _CUSTOMER, articles.c.product_id == _PRODUCT)
)
_DETAILS = (
    select(products.c.composition, products.c.skin_types, series.c.name_ru, series.c.name_en)
    .join_from(products, series, series.c.id == products.c.series_id, isouter=True)
    .where(products.c.id == _PRODUCT)
)
_VIDEOS = (
    select(product_videos.c.title_ru, product_videos.c.title_en, product_videos.c.url)
    .where(product_videos.c.product_id == _PRODUCT)
    .order_by(product_videos.c.position)
)
_PICTURES = (
    select(product_pictures.c.picture)
    .where(product_pictures.c.product_id == _PRODUCT)
    .order_by(product_pictures.c.position)
)
_RELATED = (
    select(*BRIEF_COLUMNS)
    .join(related_products, related_products.c.related_id == products.c.id)
    .where(related_products.c.product_id == _PRODUCT, products.c.on_sale)
    .order_by(related_products.c.position, products.c.id)
)


def _listed(table: Table) -> Select[*tuple[object, ...]]:
    return (
        select(*BRIEF_COLUMNS, func.count().over().label("total"))
        .join(table, table.c.product_id == products.c.id)
        .where(table.c.customer_id == _CUSTOMER)
        .order_by(table.c.at.desc(), products.c.id)
        .limit(bindparam("limit"))
        .offset(bindparam("offset"))
    )


_FAVOURITES, _SEEN = _listed(favourites), _listed(seen_products)
_COMPARED = (
    select(comparisons.c.product_id)
    .where(comparisons.c.customer_id == _CUSTOMER)
    .order_by(comparisons.c.at, comparisons.c.product_id)
)
_PUT = {
    table.name: for_both(
        lambda engine, table=table: insert(table, engine).on_conflict_do_nothing()  # type: ignore[misc]
    )
    for table in (favourites, comparisons, watches)
}
_DROP = {
    table.name: delete(table).where(table.c.customer_id == _CUSTOMER, table.c.product_id == _PRODUCT)
    for table in (favourites, comparisons)
}
_SAW = for_both(lambda engine: upsert(seen_products, engine, ["customer_id", "product_id"], ["at"]))
_NEWER = seen_products.alias("newer")
_FORGET = delete(seen_products).where(
    seen_products.c.customer_id == _CUSTOMER,
    seen_products.c.at
    < select(_NEWER.c.at)
    .where(_NEWER.c.customer_id == _CUSTOMER)
    .order_by(_NEWER.c.at.desc())
    .limit(1)
    .offset(bindparam("older"))
    .scalar_subquery(),
)
_UNWATCH = delete(watches).where(watches.c.customer_id == _CUSTOMER, watches.c.article_id == bindparam("article"))
_BACK = (
    select(watches.c.customer_id, watches.c.article_id, watches.c.at)
    .join(articles, articles.c.id == watches.c.article_id)
    .join(products, products.c.id == articles.c.product_id)
    .where(articles.c.stock > 0, products.c.on_sale)
    .order_by(watches.c.at, watches.c.customer_id)
    .limit(bindparam("limit"))
    .with_for_update(of=watches, skip_locked=True)
)


class Wishes(Shelf):
    """Implements domain.wishes.ports.Wishes."""

    __slots__ = ()

    async def marks(self, customer_id: CustomerId, product_id: ProductId, today: date) -> Marks:
        at = {"customer": customer_id, "product": product_id}
        row = (await self._run(_MARKS, {**at, "today": today})).first()
        if row is None:
            return Marks()
        watched = (await self._run(_WATCHED, at)).scalars().all()
        return Marks(
            series=maybe_localised(row.name_ru, row.name_en),
            ends=row.ends,
            is_offer=bool(row.is_offer),
            is_favourite=row.favourite is not None,
            is_compared=row.compared is not None,
            compared=row.others,
            watched=frozenset(ArticleId(each) for each in watched),
            seen_at=row.seen,
        )

    async def details(self, product_id: ProductId) -> Details | None:
        which = {"product": product_id}
        row = (await self._run(_DETAILS, which)).first()
        if row is None:
            return None
        videos = (await self._run(_VIDEOS, which)).all()
        return Details(
            composition=row.composition,
            series=maybe_localised(row.name_ru, row.name_en),
            skin_types=tuple(SkinType(each) for each in row.skin_types),
            videos=tuple(Video(Localised(each.title_ru, each.title_en), each.url) for each in videos),
            related=tuple(_brief(each) for each in (await self._run(_RELATED, which)).all()),
            pictures=tuple((await self._run(_PICTURES, which)).scalars().all()),
        )

    async def note_seen(self, customer_id: CustomerId, product_id: ProductId, at: datetime, most: int) -> None:
        await self._run(_SAW[self._engine], {"customer_id": customer_id, "product_id": product_id, "at": at})
        await self._run(_FORGET, {"customer": customer_id, "older": most - 1})

    async def set_favourite(self, customer_id: CustomerId, product_id: ProductId, on: bool, at: datetime) -> None:
        await self._set(favourites, customer_id, product_id, on, at)

    async def set_compared(self, customer_id: CustomerId, product_id: ProductId, on: bool, at: datetime) -> None:
        await self._set(comparisons, customer_id, product_id, on, at)

    async def _set(self, table: Table, customer_id: CustomerId, product_id: ProductId, on: bool, at: datetime) -> None:
        if on:
            row = {"customer_id": customer_id, "product_id": product_id, "at": at}
            await self._run(_PUT[table.name][self._engine], row)
        else:
            await self._run(_DROP[table.name], {"customer": customer_id, "product": product_id})

    async def set_watch(self, customer_id: CustomerId, article_id: ArticleId, on: bool, at: datetime) -> None:
        if on:
            row = {"customer_id": customer_id, "article_id": article_id, "at": at}
            await self._run(_PUT["watches"][self._engine], row)
        else:
            await self._run(_UNWATCH, {"customer": customer_id, "article": article_id})

    async def favourites(self, customer_id: CustomerId, offset: int, limit: int) -> tuple[Sequence[ProductBrief], int]:
        return await self._list(_FAVOURITES, customer_id, offset, limit)

    async def seen(self, customer_id: CustomerId, offset: int, limit: int) -> tuple[Sequence[ProductBrief], int]:
        return await self._list(_SEEN, customer_id, offset, limit)

    async def _list(
        self, statement: Select[*tuple[object, ...]], customer_id: CustomerId, offset: int, limit: int
    ) -> tuple[Sequence[ProductBrief], int]:
        asked = {"customer": customer_id, "offset": offset, "limit": limit}
        rows = (await self._run(statement, asked)).all()
        if not rows and offset:
            # Beyond the end there is no row to read the total from.
            return [], (await self._list(statement, customer_id, 0, 1))[1]
        return [_brief(row) for row in rows], rows[0].total if rows else 0

    async def compared(self, customer_id: CustomerId) -> Sequence[ProductId]:
        await self._work.hold(customer_id)
        return [ProductId(each) for each in (await self._run(_COMPARED, {"customer": customer_id})).scalars().all()]

    async def back(self, limit: int) -> Sequence[Back]:
        rows = (await self._run(_BACK, {"limit": limit})).all()
        if rows:
            gone = [{"customer": row.customer_id, "article": row.article_id} for row in rows]
            await self._run(_UNWATCH, gone)
        return [Back(row.customer_id, row.article_id, row.at) for row in rows]


def _brief(row: ResultRow) -> ProductBrief:
    return ProductBrief(
        row.id,
        Localised(row.name_ru, row.name_en),
        Money(row.price, row.currency),
        row.is_new,
        row.is_hit,
        bool(row.in_stock),
        row.on_sale,
    )
