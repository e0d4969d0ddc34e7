"""A brochure: which goods it shows, in which shape, and to whom. Source: issue, "Catalog: Brochure"."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Theme(StrEnum):
    """Which goods."""

    CATEGORY = "category"
    ALL = "all"
    FAVOURITES = "favourites"
    OFFERS = "offers"


class Shape(StrEnum):
    """How it is printed: on A4, on A5 page by page, or as an A5 booklet, two pages on each side of A4 sheets."""

    A4 = "a4"
    A5 = "a5"
    BOOKLET = "booklet"


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asks for; `category` is one's id where the theme is a category."""

    theme: Theme
    shape: Shape = Shape.A4
    prices: bool = True
    category: int = 0
