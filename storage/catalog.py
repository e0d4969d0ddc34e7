"""The catalog."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import and_, bindparam, exists, func, select, true, update

from domain.catalog.models import Article, Category, Product, ProductBrief
from domain.shared.ids import CategoryId, ProductId
from domain.shared.localised import Localised
from domain.shared.money import Money
from storage.shelf import Shelf, maybe_localised
from storage.tables import articles, categories, product_pictures, products

_ON_SALE = (
    select(func.count())
    .where(products.c.category_id == categories.c.id, products.c.on_sale)
    .correlate(categories)
    .scalar_subquery()
)
_COUNTED = select(
    categories.c.id, categories.c.slug, categories.c.name_ru, categories.c.name_en, _ON_SALE.label("products")
)
_ALL_CATEGORIES = _COUNTED.order_by(categories.c.position, categories.c.id)
_CATEGORIES = {False: _ALL_CATEGORIES.where(_ON_SALE > 0), True: _ALL_CATEGORIES}
"""By whether what is off sale is shown too."""
_CATEGORY = _COUNTED.where(categories.c.id == bindparam("id"))

_IN_STOCK = exists().where(articles.c.product_id == products.c.id, articles.c.stock > 0).correlate(products)
BRIEF_COLUMNS = (
    products.c.id,
    products.c.name_ru,
    products.c.name_en,
    products.c.price,
    products.c.currency,
    products.c.is_new,
    products.c.is_hit,
    _IN_STOCK.label("in_stock"),
    products.c.on_sale,
)
"""What a `ProductBrief` is made of."""
_OF_CATEGORY = products.c.category_id == categories.c.id
_SHOWN = {False: and_(_OF_CATEGORY, products.c.on_sale), True: _OF_CATEGORY}
"""By whether what is off sale is shown too."""
_COUNT = {
    hidden: select(func.count())
    .select_from(products)
    .where(products.c.category_id == bindparam("category"), true() if hidden else products.c.on_sale)
    .scalar_subquery()
    for hidden in _SHOWN
}
_LIST = {
    hidden: select(
        categories.c.id,
        categories.c.slug,
        categories.c.name_ru,
        categories.c.name_en,
        _COUNT[False].label("on_sale_count"),
        _COUNT[hidden].label("total"),
        *BRIEF_COLUMNS,
    )
    .join_from(categories, products, shown, isouter=True)
    .where(categories.c.id == bindparam("category"))
    .order_by(products.c.position, products.c.id)
    .limit(bindparam("limit"))
    .offset(bindparam("offset"))
    for hidden, shown in _SHOWN.items()
}
"""Page and category in one statement: on SQLite half of what a page costs is the way there and back."""
_PRODUCT = (
    select(
        products.c.id,
        products.c.code,
        products.c.category_id,
        products.c.name_ru,
        products.c.name_en,
        products.c.about_ru,
        products.c.about_en,
        products.c.how_to_use_ru,
        products.c.how_to_use_en,
        products.c.volume_ru,
        products.c.volume_en,
        products.c.price,
        products.c.currency,
        products.c.form,
        products.c.tint,
        products.c.is_new,
        products.c.is_hit,
        products.c.on_sale,
        select(product_pictures.c.picture)
        .where(product_pictures.c.product_id == products.c.id, product_pictures.c.position == 0)
        .scalar_subquery()
        .label("photo"),
        articles.c.id.label("article_id"),
        articles.c.code.label("article_code"),
        articles.c.stock,
        articles.c.shade_ru,
        articles.c.shade_en,
        articles.c.hex,
        articles.c.picture,
    )
    .join_from(products, articles, articles.c.product_id == products.c.id, isouter=True)
    .where(products.c.id == bindparam("id"))
    .order_by(articles.c.position, articles.c.id)
)
_ALBUM = (
    select(product_pictures.c.picture)
    .where(product_pictures.c.product_id == bindparam("product"))
    .order_by(product_pictures.c.position)
)
_SET_ON_SALE = update(products).where(products.c.id == bindparam("product")).values(on_sale=bindparam("shown"))


class Catalog(Shelf):
    """Implements domain.catalog.ports.Catalog."""

    __slots__ = ()

    async def categories(self, *, hidden: bool = False) -> Sequence[Category]:
        rows = (await self._run(_CATEGORIES[hidden])).all()
        return [Category(id_, slug, Localised(ru, en), count) for id_, slug, ru, en, count in rows]

    async def category(self, category_id: CategoryId) -> Category | None:
        row = (await self._run(_CATEGORY, {"id": category_id})).first()
        return None if row is None else Category(row.id, row.slug, Localised(row.name_ru, row.name_en), row.products)

    async def of_category(
        self, category_id: CategoryId, offset: int, limit: int, *, hidden: bool = False
    ) -> tuple[Category, Sequence[ProductBrief], int] | None:
        page = {"category": category_id, "offset": offset, "limit": limit}
        rows = (await self._run(_LIST[hidden], page)).all()
        if not rows and offset:
            # Beyond the end there is no row to read the total from.
            first = await self.of_category(category_id, 0, 1, hidden=hidden)
            return None if first is None else (first[0], [], first[2])
        if not rows:
            return None
        category, slug, category_ru, category_en, count, total, *_ = rows[0]
        found = [
            ProductBrief(id_, Localised(ru, en), Money(price, currency), is_new, is_hit, bool(in_stock), on_sale)
            for *_, id_, ru, en, price, currency, is_new, is_hit, in_stock, on_sale in rows
            if id_ is not None
        ]
        return Category(category, slug, Localised(category_ru, category_en), count), found, total

    async def product(self, product_id: ProductId) -> Product | None:
        rows = (await self._run(_PRODUCT, {"id": product_id})).all()
        if not rows:
            return None
        row = rows[0]
        return Product(
            id=row.id,
            code=row.code,
            category_id=row.category_id,
            name=Localised(row.name_ru, row.name_en),
            about=Localised(row.about_ru, row.about_en),
            how_to_use=Localised(row.how_to_use_ru, row.how_to_use_en),
            volume=Localised(row.volume_ru, row.volume_en),
            price=Money(row.price, row.currency),
            form=row.form,
            tint=row.tint,
            articles=tuple(
                Article(id_, code, stock, maybe_localised(ru, en), hex_, picture)
                for *_, id_, code, stock, ru, en, hex_, picture in rows
                if id_ is not None
            ),
            is_new=row.is_new,
            is_hit=row.is_hit,
            on_sale=row.on_sale,
            picture=row.photo,
            pictures=await self._album(product_id) if row.photo else (),
        )

    async def _album(self, product_id: ProductId) -> tuple[str, ...]:
        return tuple((await self._run(_ALBUM, {"product": product_id})).scalars().all())

    async def set_on_sale(self, product_id: ProductId, on_sale: bool) -> None:
        await self._run(_SET_ON_SALE, {"product": product_id, "shown": on_sale})
