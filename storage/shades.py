"""Shades by their colours."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import bindparam, or_, select

from domain.search.shades import Shade
from domain.shared.ids import ArticleId, ProductId
from domain.shared.localised import Localised
from storage.shelf import Shelf
from storage.tables import articles, products

_HERE = or_(bindparam("product") == 0, articles.c.product_id == bindparam("product"))
_ON_SALE = (
    articles.join(products, products.c.id == articles.c.product_id),
    (products.c.on_sale, articles.c.hex.is_not(None), _HERE),
)
_COLOURS = select(articles.c.hex).distinct().select_from(_ON_SALE[0]).where(*_ON_SALE[1])
_NAMED = (
    select(articles.c.shade_ru, articles.c.shade_en, articles.c.hex)
    .distinct()
    .select_from(_ON_SALE[0])
    .where(*_ON_SALE[1])
    .order_by(articles.c.shade_ru, articles.c.hex)
)
_OF_COLOURS = (
    select(
        articles.c.id,
        articles.c.product_id,
        products.c.name_ru,
        products.c.name_en,
        articles.c.shade_ru,
        articles.c.shade_en,
        articles.c.code,
        articles.c.hex,
        articles.c.stock,
    )
    .select_from(_ON_SALE[0])
    .where(*_ON_SALE[1], articles.c.hex.in_(bindparam("colours", expanding=True)))
    .order_by(articles.c.id)
    .limit(100)
)
_HEX = select(articles.c.hex).where(articles.c.id == bindparam("article"))


class Shades(Shelf):
    """Implements domain.search.shades.Shades."""

    __slots__ = ()

    async def colours(self, product_id: ProductId | None) -> Sequence[str]:
        return (await self._run(_COLOURS, {"product": product_id or 0})).scalars().all()

    async def of_colours(self, product_id: ProductId | None, colours: Sequence[str]) -> Sequence[Shade]:
        rows = (await self._run(_OF_COLOURS, {"product": product_id or 0, "colours": list(colours)})).all()
        return [
            Shade(
                row.id,
                row.product_id,
                Localised(row.name_ru, row.name_en),
                Localised(row.shade_ru, row.shade_en),
                row.code,
                row.hex,
                row.stock,
            )
            for row in rows
        ]

    async def named(self, product_id: ProductId | None) -> Sequence[tuple[Localised, str]]:
        rows = (await self._run(_NAMED, {"product": product_id or 0})).all()
        return [(Localised(row.shade_ru, row.shade_en), row.hex) for row in rows]

    async def hex_of(self, article_id: ArticleId) -> str | None:
        return (await self._run(_HEX, {"article": article_id})).scalar_one_or_none()
