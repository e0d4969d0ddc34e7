"""The search index"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TERM = sa.String(length=64).with_variant(sa.String(length=64, collation="C"), "postgresql")

revision = "0012_search"
down_revision = "0011_broadcasts"
branch_labels = None
depends_on = None

SQLITE = (
    """CREATE VIRTUAL TABLE search_names USING fts5(
        name, facets, content='search_pages', content_rowid='product_id',
        tokenize='unicode61 remove_diacritics 0', prefix='2 3')""",
    """CREATE VIRTUAL TABLE search_texts USING fts5(
        name, place, about, facets, content='search_pages', content_rowid='product_id',
        tokenize='unicode61 remove_diacritics 0', prefix='2 3')""",
    "CREATE VIRTUAL TABLE search_trigrams USING fts5(term, content='', tokenize='trigram', detail='none')",
    """CREATE TRIGGER search_pages_added AFTER INSERT ON search_pages BEGIN
        INSERT INTO search_names (rowid, name, facets) VALUES (new.product_id, new.name, new.facets);
        INSERT INTO search_texts (rowid, name, place, about, facets)
        VALUES (new.product_id, new.name, new.place, new.about, new.facets);
    END""",
    """CREATE TRIGGER search_pages_gone AFTER DELETE ON search_pages BEGIN
        INSERT INTO search_names (search_names, rowid, name, facets)
        VALUES ('delete', old.product_id, old.name, old.facets);
        INSERT INTO search_texts (search_texts, rowid, name, place, about, facets)
        VALUES ('delete', old.product_id, old.name, old.place, old.about, old.facets);
    END""",
    """CREATE TRIGGER search_pages_changed AFTER UPDATE ON search_pages BEGIN
        INSERT INTO search_names (search_names, rowid, name, facets)
        VALUES ('delete', old.product_id, old.name, old.facets);
        INSERT INTO search_texts (search_texts, rowid, name, place, about, facets)
        VALUES ('delete', old.product_id, old.name, old.place, old.about, old.facets);
        INSERT INTO search_names (rowid, name, facets) VALUES (new.product_id, new.name, new.facets);
        INSERT INTO search_texts (rowid, name, place, about, facets)
        VALUES (new.product_id, new.name, new.place, new.about, new.facets);
    END""",
    """CREATE TRIGGER search_terms_added AFTER INSERT ON search_terms BEGIN
        INSERT INTO search_trigrams (rowid, term) VALUES (new.id, '^' || new.term || '$');
    END""",
    """CREATE TRIGGER search_terms_gone AFTER DELETE ON search_terms BEGIN
        INSERT INTO search_trigrams (search_trigrams, rowid, term) VALUES ('delete', old.id, '^' || old.term || '$');
    END""",
)
POSTGRESQL = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    """ALTER TABLE search_pages
        ADD COLUMN name_words tsvector GENERATED ALWAYS AS (to_tsvector('simple', name || ' ' || facets)) STORED,
        ADD COLUMN all_words tsvector GENERATED ALWAYS AS
        (to_tsvector('simple', name || ' ' || place || ' ' || about || ' ' || facets)) STORED""",
    "CREATE INDEX ix_search_pages_name_words ON search_pages USING gin (name_words)",
    "CREATE INDEX ix_search_pages_all_words ON search_pages USING gin (all_words)",
    "CREATE INDEX ix_search_terms_trigrams ON search_terms USING gin (term gin_trgm_ops)",
)


def upgrade() -> None:
    op.create_table(
        "search_pages",
        sa.Column("product_id", ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("facets", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["product_id"], ["products.id"], name="fk_search_pages_product_id_products"),
        sa.PrimaryKeyConstraint("product_id", name="pk_search_pages"),
    )
    op.create_table(
        "search_terms",
        sa.Column("id", ID, nullable=False),
        sa.Column("term", TERM, nullable=False),
        sa.Column("sound", TERM, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_search_terms"),
        sa.UniqueConstraint("term", name="uq_search_terms_term"),
    )
    op.create_index("ix_search_terms_sound", "search_terms", ["sound"])
    for statement in SQLITE if op.get_context().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)


def downgrade() -> None:
    if op.get_context().dialect.name == "sqlite":
        for table in ("search_names", "search_texts", "search_trigrams"):
            op.execute(f"DROP TABLE {table}")
    op.drop_table("search_terms")
    op.drop_table("search_pages")
    if op.get_context().dialect.name != "sqlite":
        op.execute("DROP EXTENSION pg_trgm")
