"""Searching and wishes of the in-memory database of tests/fakes.py."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from domain.catalog.models import Product, ProductBrief, SkinType
from domain.pricing.promotions import NOT_OFFERED, Offered
from domain.search.models import Found, Hit, Narrowed
from domain.search.shades import Shade
from domain.shared.ids import ArticleId, CustomerId, ProductId
from domain.shared.localised import Localised
from domain.wishes.models import Back, Details, Marks, Video
from tests.fake_data import Data


def brief(product: Product) -> ProductBrief:
    in_stock = any(article.stock > 0 for article in product.articles)
    marks = (product.is_new, product.is_hit, in_stock, product.on_sale)
    return ProductBrief(product.id, product.name, product.price, *marks)


class FakeSearch:
    """Finds what has the typed letters in its name; nothing like the real one."""

    def __init__(self, data: Data) -> None:
        self.data = data

    async def find(
        self, text: str, narrowed: Narrowed, today: date, offset: int, limit: int, offered: Offered = NOT_OFFERED
    ) -> Found:
        found = [
            Hit(brief(each), each.code)
            for each in self.data.products.values()
            if each.on_sale
            and text.casefold() in f"{each.name.ru} {each.name.en}".casefold()
            and (narrowed.most is None or each.price.minor <= narrowed.most)
            and (not narrowed.on_offer or each.id in offered.products or each.category_id in offered.categories)
        ]
        return Found(found[offset : offset + limit], len(found))

    async def reindex(self, products: Sequence[ProductId]) -> None: ...

    async def rebuild(self) -> int:
        return len(self.data.products)


class FakeShades:
    def __init__(self, data: Data) -> None:
        self.data = data

    def _all(self, product_id: ProductId | None) -> list[Shade]:
        return [
            Shade(article.id, each.id, each.name, article.shade, article.code, article.hex, article.stock)
            for each, article in self.data.articles()
            if article.hex and article.shade and each.on_sale and product_id in (None, each.id)
        ]

    async def colours(self, product_id: ProductId | None) -> Sequence[str]:
        return list({each.hex for each in self._all(product_id)})

    async def of_colours(self, product_id: ProductId | None, colours: Sequence[str]) -> Sequence[Shade]:
        return [each for each in self._all(product_id) if each.hex in colours]

    async def named(self, product_id: ProductId | None) -> Sequence[tuple[Localised, str]]:
        return [(each.name, each.hex) for each in self._all(product_id)]

    async def hex_of(self, article_id: ArticleId) -> str | None:
        return next((article.hex for _, article in self.data.articles() if article.id == article_id), None)


class FakeWishes:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def marks(self, customer_id: CustomerId, product_id: ProductId, today: date) -> Marks:
        wishes = self.data.wishes
        watched = [id_ for kind, owner, id_ in wishes if kind == "watch" and owner == customer_id]
        return Marks(
            series=Localised("Линия <R>", "Line <R>"),
            ends=date(2026, 5, 10),
            is_favourite=("favourite", customer_id, product_id) in wishes,
            is_compared=("compared", customer_id, product_id) in wishes,
            compared=sum(kind == "compared" and owner == customer_id for kind, owner, _ in wishes),
            watched=frozenset(ArticleId(each) for each in watched),
            seen_at=wishes.get(("seen", customer_id, product_id)),
        )

    async def details(self, product_id: ProductId) -> Details | None:
        product = self.data.products.get(product_id)
        if product is None:
            return None
        related = [brief(each) for each in self.data.products.values() if each.id != product_id][:2]
        video = Video(Localised("Урок <R>", "Lesson <R>"), "https://example.org/v")
        return Details(
            "Aqua <R>", None, (SkinType.DRY,), (video,), tuple(related), ("product/tube/FFFFFF/none", "catalog")
        )

    async def note_seen(self, customer_id: CustomerId, product_id: ProductId, at: datetime, most: int) -> None:
        self.data.wishes["seen", customer_id, product_id] = at

    async def set_favourite(self, customer_id: CustomerId, product_id: ProductId, on: bool, at: datetime) -> None:
        self._set("favourite", customer_id, product_id, on, at)

    async def set_compared(self, customer_id: CustomerId, product_id: ProductId, on: bool, at: datetime) -> None:
        self._set("compared", customer_id, product_id, on, at)

    async def set_watch(self, customer_id: CustomerId, article_id: ArticleId, on: bool, at: datetime) -> None:
        self._set("watch", customer_id, article_id, on, at)

    def _set(self, kind: str, customer_id: CustomerId, id_: int, on: bool, at: datetime) -> None:
        if on:
            self.data.wishes.setdefault((kind, customer_id, id_), at)
        else:
            self.data.wishes.pop((kind, customer_id, id_), None)

    def _of(self, kind: str, customer_id: CustomerId) -> list[ProductId]:
        mine = [
            (at, id_) for (each, owner, id_), at in self.data.wishes.items() if (each, owner) == (kind, customer_id)
        ]
        return [ProductId(id_) for _, id_ in sorted(mine)]

    async def favourites(self, customer_id: CustomerId, offset: int, limit: int) -> tuple[Sequence[ProductBrief], int]:
        return self._stretch(self._of("favourite", customer_id), offset, limit)

    async def seen(self, customer_id: CustomerId, offset: int, limit: int) -> tuple[Sequence[ProductBrief], int]:
        return self._stretch(self._of("seen", customer_id), offset, limit)

    def _stretch(self, ids: list[ProductId], offset: int, limit: int) -> tuple[Sequence[ProductBrief], int]:
        return [brief(self.data.products[id_]) for id_ in ids[offset : offset + limit]], len(ids)

    async def compared(self, customer_id: CustomerId) -> Sequence[ProductId]:
        return self._of("compared", customer_id)

    async def back(self, limit: int) -> Sequence[Back]:
        stock = {article.id: article.stock for _, article in self.data.articles()}
        due = [
            (owner, ArticleId(id_))
            for kind, owner, id_ in self.data.wishes
            if kind == "watch" and stock[ArticleId(id_)]
        ]
        return [Back(owner, id_, self.data.wishes.pop(("watch", owner, id_))) for owner, id_ in due[:limit]]
