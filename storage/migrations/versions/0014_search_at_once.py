"""What is written to the search index on PostgreSQL is merged into it at once

Otherwise it waits in a list that every search reads from end to end: after an import of 100,000 products that took 5 of
a lookup's 5.3 ms.
"""

from __future__ import annotations

from alembic import op

revision = "0014_search_at_once"
down_revision = "0013_goods"
branch_labels = None
depends_on = None

INDEXES = ("ix_search_pages_name_words", "ix_search_pages_all_words", "ix_search_terms_trigrams")


def upgrade() -> None:
    if op.get_context().dialect.name == "sqlite":
        return
    for index in INDEXES:
        op.execute(f"ALTER INDEX {index} SET (fastupdate = off)")
        op.execute(f"SELECT gin_clean_pending_list('{index}')")


def downgrade() -> None:
    if op.get_context().dialect.name == "sqlite":
        return
    for index in INDEXES:
        op.execute(f"ALTER INDEX {index} RESET (fastupdate)")
