"""What can be bought."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.shared.ids import ArticleId, CategoryId, ProductId
from domain.shared.localised import Localised
from domain.shared.money import Money


class SkinType(StrEnum):
    NORMAL = "normal"
    DRY = "dry"
    OILY = "oily"
    COMBINATION = "combination"
    SENSITIVE = "sensitive"


@dataclass(frozen=True, slots=True)
class Category:
    id: CategoryId
    slug: str
    name: Localised
    products: int = 0


@dataclass(frozen=True, slots=True)
class Article:
    """What is ordered: has a code and a stock of its own.

    A product with colours has an article a shade (`shade` its name, `hex` as `#RRGGBB`), every other product just one.
    `picture` is the key of a photograph of its own, where there is one.
    """

    id: ArticleId
    code: str
    stock: int
    shade: Localised | None = None
    hex: str | None = None
    picture: str | None = None


@dataclass(frozen=True, slots=True)
class ProductBrief:
    """A product as a list shows it."""

    id: ProductId
    name: Localised
    price: Money
    is_new: bool = False
    is_hit: bool = False
    in_stock: bool = True
    on_sale: bool = True


@dataclass(frozen=True, slots=True)
class Product:
    """A product as its card shows it.

    `form` is the shape of its package and `tint` the backdrop of its picture, both for drawing it;
    `picture` is the key of a photograph to show instead, where there is one, the first of `pictures`, its album.
    """

    id: ProductId
    code: str
    category_id: CategoryId
    name: Localised
    about: Localised
    how_to_use: Localised
    volume: Localised
    price: Money
    form: str
    tint: str
    articles: tuple[Article, ...]
    is_new: bool = False
    is_hit: bool = False
    on_sale: bool = True
    picture: str | None = None
    pictures: tuple[str, ...] = ()

    @property
    def has_shades(self) -> bool:
        return any(article.hex for article in self.articles)

    def article(self, article_id: ArticleId | None) -> Article | None:
        """The article of that id; the only one of a product without shades; None where a shade must be chosen."""
        if not self.has_shades:
            return self.articles[0] if self.articles else None
        return next((article for article in self.articles if article.id == article_id), None)
