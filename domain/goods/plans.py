"""What the shop has of a goods file, and what the file would do to it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from domain.goods.models import Problem, Value


@dataclass(frozen=True, slots=True)
class Place:
    """A category or a series; a new one has no id yet. `last` is the last position in it."""

    slug: str
    name_ru: str
    name_en: str
    id: int | None = None
    last: int = -1


@dataclass(frozen=True, slots=True)
class KnownArticle:
    id: int
    code: str
    product_code: str
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class KnownProduct:
    """`category` and `series` are slugs; `photos` what its album holds; `last` the last position of its articles."""

    id: int
    code: str
    category: str
    series: str | None
    values: Mapping[str, Value]
    last: int = -1
    photos: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What the shop has of what a file names, by code; its categories and series by slug."""

    products: Mapping[str, KnownProduct]
    articles: Mapping[str, KnownArticle]
    categories: Mapping[str, Place]
    series: Mapping[str, Place]
    article_photos: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Difference:
    """What a column says now, and what it will say."""

    column: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class Change:
    """A product or an article to be written: `values` are all of its columns as they will be. New ones have no id."""

    line: int
    code: str
    name: str
    id: int | None
    values: Mapping[str, Any]
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """All that a file would do. With problems it does nothing."""

    products: tuple[Change, ...] = ()
    articles: tuple[Change, ...] = ()
    categories: tuple[Place, ...] = ()
    series: tuple[Place, ...] = ()
    albums: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    article_photos: Mapping[str, str] = field(default_factory=dict)
    same: int = 0
    problems: tuple[Problem, ...] = ()
    problem_count: int = 0
    ignored: tuple[str, ...] = ()
    format: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.products or self.articles or self.albums or self.article_photos)

    @property
    def key(self) -> str:
        """Names what is to be done, so that a press does what was shown. Pieces sold meanwhile make no difference."""
        said = [
            *((c.code, c.id is None, [(d.column, d.after) for d in c.differences]) for c in self.products),
            *(
                (c.code, c.id is None, [(d.column, d.after) for d in c.differences if d.column != "stock"])
                for c in self.articles
                if c.id is None or any(d.column != "stock" for d in c.differences)
            ),
            *sorted(self.albums.items()),
            *sorted(self.article_photos.items()),
        ]
        return hashlib.sha256(repr(said).encode()).hexdigest()[:12]
