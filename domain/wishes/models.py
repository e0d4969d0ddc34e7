"""What a cabinet keeps of the catalog for itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.catalog.models import Product, ProductBrief, SkinType
from domain.shared.ids import ArticleId, CustomerId
from domain.shared.localised import Localised

MOST_COMPARED = 3
MOST_SEEN = 30


@dataclass(frozen=True, slots=True)
class Video:
    title: Localised
    url: str


@dataclass(frozen=True, slots=True)
class Details:
    """What there is to know of a product beyond its card."""

    composition: str
    series: Localised | None = None
    skin_types: tuple[SkinType, ...] = ()
    videos: tuple[Video, ...] = ()
    related: tuple[ProductBrief, ...] = ()
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Marks:
    """A product as this cabinet has it marked. `ends` is the last day of the catalog it stands in."""

    series: Localised | None = None
    ends: date | None = None
    days_left: int | None = None
    is_offer: bool = False
    is_favourite: bool = False
    is_compared: bool = False
    compared: int = 0
    watched: frozenset[ArticleId] = frozenset()
    seen_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """A product beside others."""

    product: Product
    details: Details


@dataclass(frozen=True, slots=True)
class Back:
    """An article that somebody waits for is there again."""

    customer_id: CustomerId
    article_id: ArticleId
    asked_at: datetime


Comparison = Sequence[Compared]
