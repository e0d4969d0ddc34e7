"""The statements of searching that use what only one engine has: FTS5 here, tsvector and pg_trgm there."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import ARRAY, BigInteger, Boolean, Date, String, TextClause, bindparam, text

from storage.connection import Engine

_IN_STOCK = "EXISTS (SELECT 1 FROM articles a WHERE a.product_id = p.id AND a.stock > 0)"
_ON_OFFER = """EXISTS (
    SELECT 1 FROM catalog_places cp JOIN catalog_periods cr ON cr.id = cp.period_id
    WHERE cp.product_id = p.id AND cp.is_offer AND cr.starts <= :today AND cr.ends >= :today)"""
_NARROWED = f"""p.on_sale AND p.price BETWEEN :least AND :most
    AND (NOT :in_stock OR {_IN_STOCK}) AND (NOT :on_offer OR {_ON_OFFER})"""
_COLUMNS = f"p.id, p.is_hit, s.name, s.place, {_IN_STOCK} AS in_stock"

_FINDING: Mapping[Engine, str] = {
    # CROSS JOIN keeps SQLite from asking the full-text index once for each product.
    "sqlite": f"""SELECT {_COLUMNS} FROM {{index}} f CROSS JOIN products p ON p.id = f.rowid
        CROSS JOIN search_pages s ON s.product_id = p.id
        WHERE {{index}} MATCH :match AND {_NARROWED} LIMIT :limit""",
    "postgresql": f"""SELECT {_COLUMNS} FROM search_pages s JOIN products p ON p.id = s.product_id
        WHERE s.{{index}} @@ CAST(:match AS tsquery) AND {_NARROWED} LIMIT :limit""",
}
_ANYTHING = f"""SELECT {_COLUMNS} FROM products p JOIN search_pages s ON s.product_id = p.id
    WHERE {_NARROWED} ORDER BY p.id LIMIT :limit"""
_INDEXES: Mapping[Engine, Mapping[str, str]] = {
    "sqlite": {"name": "search_names", "all": "search_texts"},
    "postgresql": {"name": "name_words", "all": "all_words"},
}


def _finding(statement: str) -> TextClause:
    return text(statement).bindparams(
        bindparam("least", type_=BigInteger),
        bindparam("most", type_=BigInteger),
        bindparam("in_stock", type_=Boolean),
        bindparam("on_offer", type_=Boolean),
        bindparam("today", type_=Date),
    )


FINDING: Mapping[Engine, Mapping[str, TextClause]] = {
    engine: {where: _finding(statement.format(index=_INDEXES[engine][where])) for where in ("name", "all")}
    for engine, statement in _FINDING.items()
}
"""Products that have the words, in their names or anywhere; the first `limit` the index comes upon."""
ANYTHING: Mapping[Engine, TextClause] = {"sqlite": _finding(_ANYTHING), "postgresql": _finding(_ANYTHING)}

_TERMS = String(64)
KNOWN: Mapping[Engine, TextClause] = {
    "sqlite": text(
        """SELECT term, sound FROM search_terms WHERE term IN (SELECT value FROM json_each(:terms))
        UNION SELECT term, sound FROM search_terms WHERE sound IN (SELECT value FROM json_each(:sounds))"""
    ),
    "postgresql": text(
        """SELECT term, sound FROM search_terms WHERE term = ANY(:terms)
        UNION SELECT term, sound FROM search_terms WHERE sound = ANY(:sounds)"""
    ).bindparams(bindparam("terms", type_=ARRAY(_TERMS)), bindparam("sounds", type_=ARRAY(_TERMS))),
}
"""Which of these words the index has, and what sounds like them."""
_BEGINNING = text("SELECT 1 FROM search_terms WHERE term >= :first AND term < :beyond LIMIT 1")
BEGINNING: Mapping[Engine, TextClause] = {"sqlite": _BEGINNING, "postgresql": _BEGINNING}
SIMILAR: Mapping[Engine, TextClause] = {
    "sqlite": text(
        """SELECT t.term FROM search_trigrams f CROSS JOIN search_terms t ON t.id = f.rowid
        WHERE search_trigrams MATCH :given AND length(t.term) BETWEEN :shortest AND :longest"""
    ),
    "postgresql": text(
        """SELECT term FROM search_terms
        WHERE term ~ CAST(:given AS text) AND length(term) BETWEEN :shortest AND :longest"""
    ),
}
"""Words that have three letters in a row in common with the given one; how far they are is counted afterwards."""

_BRIEFS = f"""SELECT p.id, p.code, p.name_ru, p.name_en, p.price, p.currency, p.is_new, p.is_hit, p.on_sale,
    p.form, p.tint, {_IN_STOCK} AS in_stock FROM products p WHERE p.id """
BRIEFS: Mapping[Engine, TextClause] = {
    "sqlite": text(_BRIEFS + "IN (SELECT value FROM json_each(:ids))"),
    "postgresql": text(_BRIEFS + "= ANY(:ids)").bindparams(bindparam("ids", type_=ARRAY(BigInteger))),
}
