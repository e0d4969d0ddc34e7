"""Goods as the rows of a file: what an export writes and an import reads back the same. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from domain.goods.columns import CATEGORY, CATEGORY_EN, CODE, PRODUCT_CODE, SERIES, SERIES_EN
from domain.goods.models import Value
from domain.goods.plans import KnownArticle, KnownProduct, Place
from domain.goods.reading import SKIN_TYPES

_SKIN = {word: name for name, word in SKIN_TYPES.items() if name != "смешанная"}
Row = Mapping[str, Value]
"""Values by field; texts as they are, prices in kopecks."""


def rows_of(
    everything: Iterable[tuple[KnownProduct, Sequence[KnownArticle]]],
    categories: Mapping[str, Place],
    series: Mapping[str, Place],
) -> list[Row]:
    """A row an article."""
    rows: list[Row] = []
    for product, articles in everything:
        category, line = categories[product.category], series.get(product.series or "")
        places: dict[str, Value] = {CATEGORY: category.name_ru, CATEGORY_EN: category.name_en}
        if line is not None:
            places |= {SERIES: line.name_ru, SERIES_EN: line.name_en}
        rows.extend(
            {PRODUCT_CODE: product.code, CODE: each.code, **places, **product.values, **each.values}
            for each in articles
        )
    return rows


def cell_of(field: str, value: Value) -> str:
    """The value as a file says it; a text that a spreadsheet would run gets an apostrophe before it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "да" if value else "нет"
    if isinstance(value, list):
        return ", ".join(_SKIN.get(each, each) for each in value)
    if field == "price":
        rubles, kopecks = divmod(int(value), 100)
        return f"{rubles}.{kopecks:02}" if kopecks else str(rubles)
    text = str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") and not isinstance(value, int) else text
