"""The statements of searching that use what only one engine has: FTS5 here, tsvector and pg_trgm there.

A search is three of them, each one trip: which words there are, which products have them, what is shown of those.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ARRAY, BigInteger, Boolean, Date, String, TextClause, bindparam, text
from sqlalchemy.types import TypeEngine

from storage.connection import Engine

# A scalar subquery, not EXISTS: PostgreSQL would read the stock of the whole shop for the first product it looks at.
_IN_STOCK = "(SELECT 1 FROM articles a WHERE a.product_id = p.id AND a.stock > 0 LIMIT 1) IS NOT NULL"
_ON_OFFER = """(p.id {offered_products} OR p.category_id {offered_categories} OR (
    SELECT 1 FROM catalog_places cp JOIN catalog_periods cr ON cr.id = cp.period_id
    WHERE cp.product_id = p.id AND cp.is_offer AND cr.starts <= :today AND cr.ends >= :today LIMIT 1) IS NOT NULL)"""
_NARROWED = f"p.on_sale AND p.price BETWEEN :least AND :most AND (NOT :on_offer OR {_ON_OFFER})"
_MAY_HAVE_TO_BE_IN_STOCK = f"(NOT :in_stock OR {_IN_STOCK})"
_COLUMNS = "p.id, p.is_hit, s.name, s.place"

_MATCHING: Mapping[Engine, str] = {
    # CROSS JOIN keeps SQLite from asking the full-text index once for each product.
    "sqlite": """{index} f CROSS JOIN products p ON p.id = f.rowid
        CROSS JOIN search_pages s ON s.product_id = p.id WHERE {index} MATCH :match""",
    "postgresql": """search_pages s JOIN products p ON p.id = s.product_id
        WHERE s.{index} @@ CAST(:match AS tsquery)""",
}
_INDEXES: Mapping[Engine, Mapping[str, str]] = {
    "sqlite": {"name": "search_names", "all": "search_texts"},
    "postgresql": {"name": "name_words", "all": "all_words"},
}
_ANYTHING = f"""SELECT {_COLUMNS}, {_IN_STOCK} AS in_stock FROM products p JOIN search_pages s ON s.product_id = p.id
    WHERE {_NARROWED} AND {_MAY_HAVE_TO_BE_IN_STOCK} ORDER BY p.id LIMIT :limit"""


def _in(engine: Engine, name: str) -> str:
    """What a column is compared with to be one of a list that is a single parameter."""
    return f"IN (SELECT value FROM json_each(:{name}))" if engine == "sqlite" else f"= ANY(:{name})"


def _listed(engine: Engine, statement: str, kinds: Mapping[str, TypeEngine[Any]]) -> TextClause:
    """The statement with its lists, `{name}` in it, as the engine takes them."""
    made = text(statement.format(**{name: _in(engine, name) for name in kinds}))
    if engine == "sqlite":
        return made
    return made.bindparams(*(bindparam(name, type_=ARRAY(kind)) for name, kind in kinds.items()))


def _finding(engine: Engine, statement: str) -> TextClause:
    lists: dict[str, TypeEngine[Any]] = {"offered_products": BigInteger(), "offered_categories": BigInteger()}
    return _listed(engine, statement, lists).bindparams(
        bindparam("least", type_=BigInteger),
        bindparam("most", type_=BigInteger),
        bindparam("in_stock", type_=Boolean),
        bindparam("on_offer", type_=Boolean),
        bindparam("today", type_=Date),
    )


def _found(engine: Engine) -> str:
    name, everywhere = (_MATCHING[engine].format(index=_INDEXES[engine][where]) for where in ("name", "all"))
    return f"""WITH named AS MATERIALIZED (
        SELECT {_COLUMNS}, 1 = 1 AS in_stock FROM {name} AND {_NARROWED} AND {_IN_STOCK} LIMIT :limit
    )
    SELECT id, is_hit, name, place, in_stock FROM named UNION ALL
    SELECT id, is_hit, name, place, in_stock FROM (
        SELECT {_COLUMNS}, {_IN_STOCK} AS in_stock FROM {everywhere} AND {_NARROWED} AND {_MAY_HAVE_TO_BE_IN_STOCK}
            AND p.id NOT IN (SELECT id FROM named) LIMIT :limit - (SELECT count(*) FROM named)
    ) wider"""


FINDING: Mapping[Engine, TextClause] = {
    "sqlite": _finding("sqlite", _found("sqlite")),
    "postgresql": _finding("postgresql", _found("postgresql")),
}
"""The first `limit` products that the index comes upon: those with the words in their names and in stock, then any."""
ANYTHING: Mapping[Engine, TextClause] = {
    "sqlite": _finding("sqlite", _ANYTHING),
    "postgresql": _finding("postgresql", _ANYTHING),
}

_TERM = String(64)
_KNOWN = """SELECT term, sound, 0 AS begins FROM search_terms WHERE term {terms}
    UNION SELECT term, sound, 0 FROM search_terms WHERE sound {sounds}
    UNION ALL SELECT b.value, '', 1 FROM %s AS b(value) WHERE EXISTS (
        SELECT 1 FROM search_terms t WHERE t.term >= b.value AND t.term < b.value || %s)"""
_LISTS: Mapping[str, TypeEngine[Any]] = {"terms": _TERM, "sounds": _TERM}
KNOWN: Mapping[Engine, TextClause] = {
    "sqlite": _listed(
        "sqlite", _KNOWN.replace(" AS b(value)", " AS b") % ("json_each(:beginnings)", "char(1114111)"), _LISTS
    ),
    "postgresql": _listed("postgresql", _KNOWN % ("unnest(:beginnings)", "chr(1114111)"), _LISTS).bindparams(
        bindparam("beginnings", type_=ARRAY(_TERM))
    ),
}
"""Which of these words the index has, what sounds like them, and with which of the beginnings some word begins."""
SIMILAR: Mapping[Engine, TextClause] = {
    "sqlite": text(
        """SELECT t.term FROM search_trigrams f CROSS JOIN search_terms t ON t.id = f.rowid
        WHERE search_trigrams MATCH :given AND length(t.term) BETWEEN :shortest AND :longest"""
    ),
    # Each pattern has one trigram to look for; of one regular expression for all the index is not used.
    "postgresql": text(
        "SELECT term FROM search_terms WHERE term LIKE ANY(:given) AND length(term) BETWEEN :shortest AND :longest"
    ).bindparams(bindparam("given", type_=ARRAY(_TERM))),
}
"""Words that have three letters in a row in common with the given one; how far they are is counted afterwards."""

_SHOWN = f"""SELECT p.id, p.code, p.name_ru, p.name_en, p.price, p.currency, p.is_new, p.is_hit, p.on_sale,
    p.form, p.tint, {_IN_STOCK} AS in_stock, a.id AS article_id, a.code AS article_code, a.shade_ru, a.shade_en,
    a.hex, a.stock FROM products p LEFT JOIN articles a ON a.product_id = p.id
    WHERE p.id {{ids}} ORDER BY p.id, a.position, a.id"""
SHOWN: Mapping[Engine, TextClause] = {
    "sqlite": _listed("sqlite", _SHOWN, {"ids": BigInteger()}),
    "postgresql": _listed("postgresql", _SHOWN, {"ids": BigInteger()}),
}
"""Products as a list shows them, a row for each of their articles."""
