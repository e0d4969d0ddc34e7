"""The search index knows roughly what each product costs: a common word within a range of prices read thousands"""

from __future__ import annotations

from alembic import op

revision = "0025_price_steps"
down_revision = "0024_own_broadcasts"
branch_labels = None
depends_on = None

# As domain.search.price_steps has them: step n begins at 2 ** (n - 1) kopecks.
STEP = " ".join(["CASE", *(f"WHEN p.price < {2**n} THEN {n}" for n in range(1, 32)), "ELSE 32 END"])


def upgrade() -> None:
    op.execute(
        f"UPDATE search_pages SET facets = facets || ' xqp' || "
        f"(SELECT {STEP} FROM products p WHERE p.id = search_pages.product_id)"
    )


def downgrade() -> None:
    find = "instr(facets, ' xqp')" if op.get_context().dialect.name == "sqlite" else "strpos(facets, ' xqp')"
    op.execute(f"UPDATE search_pages SET facets = substr(facets, 1, {find} - 1) WHERE {find} > 0")
