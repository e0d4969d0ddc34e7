"""What goods and consultants are called, put beside their numbers where somebody is to read them."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import bindparam, select

from storage.tables import articles, consultants, products

Row = Mapping[str, Any]
Names = Mapping[tuple[str, int], Mapping[str, str]]

_PRODUCTS = select(products.c.id, products.c.name_ru, products.c.name_en).where(
    products.c.id.in_(bindparam("ids", expanding=True))
)
_ARTICLES = (
    select(articles.c.id, products.c.name_ru, products.c.name_en, articles.c.shade_ru, articles.c.shade_en)
    .join(products, products.c.id == articles.c.product_id)
    .where(articles.c.id.in_(bindparam("ids", expanding=True)))
)
_CONSULTANTS = select(consultants.c.id, consultants.c.name_ru, consultants.c.name_en).where(
    consultants.c.id.in_(bindparam("ids", expanding=True))
)
_STATEMENTS = {"product": _PRODUCTS, "article": _ARTICLES, "consultant": _CONSULTANTS}
_SERVING = ("consultant", "old", "new")
"""Columns `…_id` that hold the number of a consultant."""


async def with_names(found: Mapping[str, Sequence[Row]], run: Callable[..., Awaitable[Any]]) -> dict[str, list[Row]]:
    """The rows by table, with what the numbers in them are called now.

    `product_id` or `article_id` without a name gets the name (and the shade), a relayed message that shows goods gets
    `goods`, and `consultant_id` gets `consultant_ru` and `consultant_en`.
    """
    numbers = {each for rows in found.values() for row in rows for each in _numbers(row)}
    names: dict[tuple[str, int], Mapping[str, str]] = {}
    for kind, statement in _STATEMENTS.items():
        if ids := sorted(number for of, number in numbers if of == kind):
            for row in (await run(statement, {"ids": ids})).all():
                said = {name: value for name, value in row._mapping.items() if name != "id" and value is not None}
                names[kind, row.id] = said
    return {table: [_named(row, names) for row in rows] for table, rows in found.items()}


def _named(row: Row, names: Names) -> Row:
    shown = _shown(row)
    if shown and all(goods in names for goods, _ in shown):
        return {**row, "goods": [{**names[goods], "pieces": pieces} for goods, pieces in shown]}
    serving = [(each, names.get(("consultant", row.get(f"{each}_id", 0)))) for each in _SERVING]
    said = {
        f"{each}_{language}": name[f"name_{language}"] for each, name in serving if name for language in ("ru", "en")
    }
    goods = next(
        (called for kind in ("article", "product") if (called := names.get((kind, row.get(f"{kind}_id", 0))))), {}
    )
    return {**row, **said, **({} if "name_ru" in row else goods)}


def _numbers(row: Row) -> Iterable[tuple[str, int]]:
    """What a row names by a number."""
    columns = [("product", "product"), ("article", "article"), *((each, "consultant") for each in _SERVING)]
    own = [(kind, number) for column, kind in columns if (number := row.get(f"{column}_id")) is not None]
    return [*own, *(goods for goods, _ in _shown(row))]


def _shown(row: Row) -> list[tuple[tuple[str, int], int]]:
    """The goods a relayed message shows, with how many pieces; none in any other row."""
    content = row.get("content")
    if not isinstance(content, str) or not content.startswith("{"):
        return []
    said = json.loads(content)
    lines = [(("article", article), pieces) for article, pieces in said.get("lines", ())]
    if article := said.get("article"):
        return [(("article", article), 1), *lines]
    return [(("product", said["product"]), 1), *lines] if said.get("product") else lines
