"""Goods files on their way into the shop"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

revision = "0013_goods"
down_revision = "0012_search"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "goods_imports",
        sa.Column("id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("key", sa.String(length=16), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "state IN ('waiting', 'checked', 'approved', 'applied', 'refused', 'dropped')",
            name=op.f("ck_goods_imports_state"),
        ),
        sa.PrimaryKeyConstraint("id", name="pk_goods_imports"),
    )
    op.create_index("ix_goods_imports_person_id", "goods_imports", ["person_id"], unique=False)
    op.create_index("ix_goods_imports_state", "goods_imports", ["state"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_goods_imports_state", table_name="goods_imports")
    op.drop_index("ix_goods_imports_person_id", table_name="goods_imports")
    op.drop_table("goods_imports")
