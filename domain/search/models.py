"""What is looked for in the catalog, and what is found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.catalog.colour import Family
from domain.catalog.models import ProductBrief, SkinType
from domain.shared.ids import ArticleId, CategoryId

MOST = 120
"""So many are ranked; a search that finds more is one to be made narrower, and says so."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a search is narrowed by; prices are catalog prices in kopecks, both included."""

    category: CategoryId | None = None
    least: int | None = None
    most: int | None = None
    skin: SkinType | None = None
    family: Family | None = None
    in_stock: bool = False
    on_offer: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A product that was found, with the article that was meant where its code or its shade was typed."""

    product: ProductBrief
    code: str
    article_id: ArticleId | None = None
    form: str = ""
    tint: str = ""
    hex: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of what was found, best first. `total` stops at MOST. `guessed`: no word was taken as it was typed."""

    hits: Sequence[Hit]
    total: int
    guessed: str | None = None

    @property
    def is_cut(self) -> bool:
        return self.total >= MOST
