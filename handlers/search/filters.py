"""The filters of a search, between the FSM's data and what the use case takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from domain.catalog.colour import Family
from domain.catalog.models import SkinType
from domain.search.models import Narrowed
from domain.shared.ids import CategoryId
from domain.shared.money import rubles
from handlers.search.callbacks import Kind

PRICES: tuple[tuple[int, int | None], ...] = ((0, 500), (500, 1000), (1000, 2000), (2000, 4000), (4000, None))
"""In roubles; the upper bound belongs to the next one."""
KINDS = tuple(kind for kind in Kind if kind is not Kind.ALL)


def narrowed(kept: Mapping[str, Any]) -> Narrowed:
    """The filters that were kept; one that makes no sense any more is none."""
    prices = PRICES[int(kept["price"])] if str(kept.get("price", "")) in map(str, range(len(PRICES))) else None
    return Narrowed(
        category=CategoryId(int(kept["category"])) if str(kept.get("category", "")).isdigit() else None,
        least=rubles(prices[0]).minor if prices else None,
        most=rubles(prices[1]).minor - 1 if prices and prices[1] else None,
        skin=SkinType(kept["skin"]) if kept.get("skin") in list(SkinType) else None,
        family=Family(kept["family"]) if kept.get("family") in list(Family) else None,
        in_stock=bool(kept.get("stock")),
        on_offer=bool(kept.get("offer")),
    )
