"""The words products are found by. What an engine makes of them is its own and named in ENGINES_OWN."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, String, Table, Text

from storage.tables.base import Id, metadata

search_pages = Table(
    "search_pages",
    metadata,
    Column("product_id", Id, ForeignKey("products.id"), primary_key=True),
    Column("name", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("facets", Text, nullable=False),
)
"""Stems of a product's texts (domain.search.words.Page): what it is called, where it belongs, the rest, its properties.

SQLite indexes them with FTS5 (`search_names`, `search_texts`, kept by triggers), PostgreSQL with two generated
tsvector columns under GIN.
"""

_TERM = String(64).with_variant(String(64, collation="C"), "postgresql")

search_terms = Table(
    "search_terms",
    metadata,
    Column("id", Id, primary_key=True),
    Column("term", _TERM, nullable=False, unique=True),
    Column("sound", _TERM, nullable=False),
    Index(None, "sound"),
)
"""Every word of the index once, for slips of the finger: by trigrams (FTS5, pg_trgm). A word that no product has any
more stays until the index is made anew."""

ENGINES_OWN = frozenset(
    {
        *(
            f"{table}{part}"
            for table in ("search_names", "search_texts", "search_trigrams")
            for part in ("", "_data", "_idx", "_docsize", "_config")
        ),
        "name_words",
        "all_words",
        "ix_search_pages_name_words",
        "ix_search_pages_all_words",
        "ix_search_terms_trigrams",
    }
)
"""Tables, columns and indexes that are in the database and not in these tables."""


def is_ours(name: str | None) -> bool:
    """Whether something of that name in the database is to be compared with the tables here."""
    return name not in ENGINES_OWN
