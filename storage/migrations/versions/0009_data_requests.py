"""Requests about personal data"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

revision = "0009_data_requests"
down_revision = "0008_prices"
branch_labels = None
depends_on = None


BEFORE = "action IN ('looked_up', 'opened')"
AFTER = "action IN ('looked_up', 'opened', 'copied', 'refused', 'destroyed')"


def actions(allowed: str) -> None:
    """What the audit log may say."""
    with op.batch_alter_table("audit_log") as batch:
        batch.drop_constraint(op.f("ck_audit_log_action"), type_="check")
        batch.create_check_constraint(op.f("ck_audit_log_action"), allowed)


def upgrade() -> None:
    actions(AFTER)
    op.create_table(
        "data_requests",
        sa.Column("id", ID, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", ID, nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ground", sa.String(length=16), nullable=True),
        sa.Column("destroyed", sa.JSON(), nullable=True),
        sa.CheckConstraint("ground IN ('contract', 'dispute')", name=op.f("ck_data_requests_ground")),
        sa.CheckConstraint("kind IN ('access', 'erasure', 'withdrawal')", name=op.f("ck_data_requests_kind")),
        sa.CheckConstraint("state IN ('open', 'done', 'refused', 'cancelled')", name=op.f("ck_data_requests_state")),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_data_requests_customer_id_customers")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_data_requests")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("data_requests", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_data_requests_customer_id_kind"), ["customer_id", "kind"], unique=False)
        batch_op.create_index(batch_op.f("ix_data_requests_state_due_at"), ["state", "due_at"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("data_requests", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_data_requests_state_due_at"))
        batch_op.drop_index(batch_op.f("ix_data_requests_customer_id_kind"))

    op.drop_table("data_requests")
    actions(BEFORE)
