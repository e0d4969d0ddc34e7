"""Consultants who leave or are full, customers who change consultants"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

revision = "0002_finder"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("consultants", sa.Column("max_customers", sa.Integer(), nullable=True))
    op.add_column("consultants", sa.Column("left_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("customers", sa.Column("offered_for", ID, nullable=True))
    op.create_table(
        "consultant_changes",
        sa.Column("id", ID, nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("old_id", ID, nullable=True),
        sa.Column("new_id", ID, nullable=False),
        sa.Column("asked", sa.Boolean(), nullable=False),
        sa.Column("reason_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name="fk_consultant_changes_customer_id_customers"),
        sa.ForeignKeyConstraint(["new_id"], ["consultants.id"], name="fk_consultant_changes_new_id_consultants"),
        sa.ForeignKeyConstraint(["old_id"], ["consultants.id"], name="fk_consultant_changes_old_id_consultants"),
        sa.PrimaryKeyConstraint("id", name="pk_consultant_changes"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_consultant_changes_customer_id_id", "consultant_changes", ["customer_id", "id"])
    op.create_index("ix_consultant_changes_old_id_id", "consultant_changes", ["old_id", "id"])


def downgrade() -> None:
    op.drop_index("ix_consultant_changes_old_id_id", table_name="consultant_changes")
    op.drop_index("ix_consultant_changes_customer_id_id", table_name="consultant_changes")
    op.drop_table("consultant_changes")
    op.drop_column("customers", "offered_for")
    op.drop_column("consultants", "left_at")
    op.drop_column("consultants", "max_customers")
