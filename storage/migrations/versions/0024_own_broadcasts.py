"""What consultants announce to their customers goes the way of all announcements; when one that rests goes on.

What was kept of such messages before goes: their texts are sealed, and a migration has no keys.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
OLD_NOTICES = "DELETE FROM outbox WHERE kind IN ('client_news', 'client_news_asked', 'client_news_answered')"

revision = "0024_own_broadcasts"
down_revision = "0023_client_news"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("broadcasts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("consultant_id", ID, nullable=True))
        batch_op.add_column(sa.Column("rests_until", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_broadcasts_consultant_id_consultants"), "consultants", ["consultant_id"], ["id"]
        )
        batch_op.create_index(
            batch_op.f("ix_broadcasts_consultant_id_starts_at"), ["consultant_id", "starts_at"], unique=False
        )
    op.execute(OLD_NOTICES)
    with op.batch_alter_table("client_news", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_client_news_consultant_id_at"))
    op.drop_table("client_news")


def downgrade() -> None:
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
    with op.batch_alter_table("broadcasts", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("fk_broadcasts_consultant_id_consultants"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_broadcasts_consultant_id_starts_at"))
        batch_op.drop_column("rests_until")
        batch_op.drop_column("consultant_id")
