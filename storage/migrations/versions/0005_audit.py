"""The log of what the staff did with personal data"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
VANISHING = "kind = 'personal_data' AND state = 'sent' AND message_id IS NOT NULL"

revision = "0005_audit"
down_revision = "0004_access"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "audit_log",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", ID, nullable=False),
        sa.Column("action", sa.String(length=32), nullable=False),
        sa.Column("subject", ID, nullable=True),
        sa.Column("reason_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("previous", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("action IN ('looked_up', 'opened')", name=op.f("ck_audit_log_action")),
        sa.PrimaryKeyConstraint("id", name="pk_audit_log"),
    )
    op.create_index("ix_audit_log_who_at", "audit_log", ["who", "at"], unique=False)
    op.create_index("ix_audit_log_subject", "audit_log", ["subject"], unique=False)
    op.create_table(
        "audit_head",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("entries", ID, nullable=False),
        sa.Column("last", sa.LargeBinary(), nullable=False),
        sa.Column("seal", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_head"),
    )

    op.create_index(
        "ix_outbox_vanishing",
        "outbox",
        ["sent_at"],
        unique=False,
        sqlite_where=sa.text(VANISHING),
        postgresql_where=sa.text(VANISHING),
    )


def downgrade() -> None:
    op.drop_index("ix_outbox_vanishing", table_name="outbox")
    op.drop_table("audit_head")
    op.drop_index("ix_audit_log_subject", table_name="audit_log")
    op.drop_index("ix_audit_log_who_at", table_name="audit_log")
    op.drop_table("audit_log")
