"""What consultants announce to their own clients."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

revision = "0023_client_news"
down_revision = "0022_stars"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "client_news",
        sa.Column("id", ID, nullable=False),
        sa.Column("key", sa.String(length=16), nullable=False),
        sa.Column("consultant_id", ID, nullable=False),
        sa.Column("text_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", ID, nullable=True),
        sa.CheckConstraint("state IN ('waiting', 'sent', 'declined')", name=op.f("ck_client_news_state")),
        sa.ForeignKeyConstraint(
            ["consultant_id"], ["consultants.id"], name=op.f("fk_client_news_consultant_id_consultants")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_client_news")),
        sa.UniqueConstraint("key", name=op.f("uq_client_news_key")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("client_news", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_client_news_consultant_id_at"), ["consultant_id", "at"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("client_news", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_client_news_consultant_id_at"))

    op.drop_table("client_news")
