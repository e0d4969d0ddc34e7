"""What brochures show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Select, bindparam, exists, or_, select

from domain.goods.brochures import Printed, Swatch, Theme
from domain.pricing.promotions import NOT_OFFERED, Offered
from domain.shared.ids import CategoryId, CustomerId, ProductId
from domain.shared.localised import Localised
from domain.shared.money import Money
from storage.shelf import Shelf
from storage.tables import (
    articles,
    cart_lines,
    catalog_periods,
    catalog_places,
    categories,
    favourites,
    product_pictures,
    products,
)

_GOODS = (
    select(products, categories.c.slug.label("category_slug"), categories.c.name_ru.label("category_ru"))
    .add_columns(categories.c.name_en.label("category_en"))
    .select_from(products.join(categories))
    .where(products.c.on_sale)
    .order_by(categories.c.position, categories.c.id, products.c.position, products.c.id)
    .limit(bindparam("limit"))
)
_IS_OFFER = exists().where(
    catalog_places.c.product_id == products.c.id,
    catalog_places.c.is_offer,
    catalog_places.c.period_id == catalog_periods.c.id,
    catalog_periods.c.starts <= bindparam("on"),
    catalog_periods.c.ends >= bindparam("on"),
)
_IS_LIKED = exists().where(favourites.c.product_id == products.c.id, favourites.c.customer_id == bindparam("customer"))
_IS_GATHERED = exists().where(
    articles.c.product_id == products.c.id,
    articles.c.id == cart_lines.c.article_id,
    cart_lines.c.customer_id == bindparam("customer"),
)
_OF: Mapping[Theme, ColumnElement[bool]] = {
    Theme.CATEGORY: products.c.category_id == bindparam("category"),
    Theme.OFFERS: or_(
        _IS_OFFER,
        products.c.id.in_(bindparam("offered_products", expanding=True)),
        products.c.category_id.in_(bindparam("offered_categories", expanding=True)),
    ),
    Theme.FAVOURITES: _IS_LIKED,
    Theme.SELECTION: _IS_GATHERED,
}
_STATEMENTS: Mapping[Theme, Select[tuple[object, ...]]] = {
    theme: _GOODS.where(_OF[theme]) if theme in _OF else _GOODS for theme in Theme
}
_SWATCHES = (
    select(articles.c.product_id, articles.c.code, articles.c.shade_ru, articles.c.shade_en, articles.c.hex)
    .where(articles.c.product_id.in_(bindparam("ids", expanding=True)), articles.c.hex.is_not(None))
    .order_by(articles.c.product_id, articles.c.position)
)
_PICTURES = select(product_pictures.c.product_id, product_pictures.c.picture).where(
    product_pictures.c.product_id.in_(bindparam("ids", expanding=True)), product_pictures.c.position == 0
)


class Brochures(Shelf):
    """Implements domain.goods.brochures.Brochures."""

    __slots__ = ()

    async def goods(
        self,
        theme: Theme,
        category_id: CategoryId | None,
        customer_id: CustomerId,
        on: date,
        limit: int,
        offered: Offered = NOT_OFFERED,
    ) -> Sequence[Printed]:
        asked: dict[str, object] = {"limit": limit}
        match theme:
            case Theme.CATEGORY:
                asked["category"] = category_id
            case Theme.OFFERS:
                asked |= {"on": on, "offered_products": list(offered.products)}
                asked["offered_categories"] = list(offered.categories)
            case Theme.FAVOURITES | Theme.SELECTION:
                asked["customer"] = customer_id
        rows = (await self._run(_STATEMENTS[theme], asked)).all()
        ids = {"ids": [row.id for row in rows]}
        if not rows:
            return []
        swatches: dict[int, list[Swatch]] = defaultdict(list)
        for row in (await self._run(_SWATCHES, ids)).all():
            swatches[row.product_id].append(Swatch(row.code, Localised(row.shade_ru, row.shade_en), row.hex))
        pictures = {row.product_id: row.picture for row in (await self._run(_PICTURES, ids)).all()}
        return [
            Printed(
                ProductId(row.id),
                CategoryId(row.category_id),
                row.category_slug,
                Localised(row.category_ru, row.category_en),
                row.code,
                Localised(row.name_ru, row.name_en),
                Localised(row.about_ru, row.about_en),
                Localised(row.volume_ru, row.volume_en),
                Money(row.price, row.currency),
                row.form,
                row.tint,
                row.is_new,
                row.is_hit,
                pictures.get(row.id),
                tuple(swatches[row.id]),
            )
            for row in rows
        ]
