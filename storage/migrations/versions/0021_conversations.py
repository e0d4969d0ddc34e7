"""Conversations of customers with consultants, their messages in pairs, and the consultants' word of absence"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
OPEN = sa.text("closed_at IS NULL")
WAITS = sa.text("sent_at IS NULL AND failed_at IS NULL AND deleted_at IS NULL")

revision = "0021_conversations"
down_revision = "0020_announcements"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "away_texts",
        sa.Column("consultant_id", ID, autoincrement=False, nullable=False),
        sa.Column("text_sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["consultant_id"], ["consultants.id"], name=op.f("fk_away_texts_consultant_id_consultants")
        ),
        sa.PrimaryKeyConstraint("consultant_id", name=op.f("pk_away_texts")),
    )
    op.create_table(
        "conversations",
        sa.Column("id", ID, nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("consultant_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("unread", sa.Integer(), nullable=False),
        sa.Column("answered", sa.Boolean(), nullable=False),
        sa.Column("waits_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("offered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rating", sa.Integer(), nullable=True),
        sa.Column("rated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("word_sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["consultant_id"], ["consultants.id"], name=op.f("fk_conversations_consultant_id_consultants")
        ),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_conversations_customer_id_customers")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conversations")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_conversations_consultant_id_last_at", "conversations", ["consultant_id", "last_at"], unique=False
    )
    op.create_index(
        "ix_conversations_waits_since",
        "conversations",
        ["waits_since"],
        unique=False,
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )
    op.create_index(
        "uq_conversations_customer_id",
        "conversations",
        ["customer_id"],
        unique=True,
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )

    op.create_table(
        "relayed_messages",
        sa.Column("id", ID, nullable=False),
        sa.Column("conversation_id", ID, nullable=False),
        sa.Column("from_consultant", sa.Boolean(), nullable=False),
        sa.Column("sender_id", ID, nullable=False),
        sa.Column("receiver_id", ID, nullable=False),
        sa.Column("nonce", sa.String(length=64), nullable=False),
        sa.Column("source_id", ID, nullable=True),
        sa.Column("sent_id", ID, nullable=True),
        sa.Column("also_id", ID, nullable=True),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("content_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("group_id", sa.String(length=64), nullable=True),
        sa.Column("replies_to", ID, nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("edits", sa.Integer(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sender_reaction", sa.String(length=16), nullable=True),
        sa.Column("receiver_reaction", sa.String(length=16), nullable=True),
        sa.CheckConstraint(
            "kind IN ('text', 'photo', 'video', 'animation', 'audio', 'document', 'voice', 'video_note', "
            "'sticker', 'location', 'contact', 'product', 'cart')",
            name=op.f("ck_relayed_messages_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_relayed_messages_conversation_id_conversations")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relayed_messages")),
        sa.UniqueConstraint("nonce", name=op.f("uq_relayed_messages_nonce")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_relayed_messages_conversation_id_id", "relayed_messages", ["conversation_id", "id"], unique=False
    )
    op.create_index(
        "ix_relayed_messages_receiver_id_also_id", "relayed_messages", ["receiver_id", "also_id"], unique=False
    )
    op.create_index(
        "ix_relayed_messages_receiver_id_sent_id", "relayed_messages", ["receiver_id", "sent_id"], unique=False
    )
    op.create_index("ix_relayed_messages_sender_id_at", "relayed_messages", ["sender_id", "at"], unique=False)
    op.create_index(
        "ix_relayed_messages_sender_id_source_id", "relayed_messages", ["sender_id", "source_id"], unique=False
    )
    op.create_index(
        "ix_relayed_messages_waiting",
        "relayed_messages",
        ["at"],
        unique=False,
        sqlite_where=WAITS,
        postgresql_where=WAITS,
    )


def downgrade() -> None:
    op.drop_index("ix_relayed_messages_waiting", table_name="relayed_messages")
    op.drop_index("ix_relayed_messages_sender_id_source_id", table_name="relayed_messages")
    op.drop_index("ix_relayed_messages_sender_id_at", table_name="relayed_messages")
    op.drop_index("ix_relayed_messages_receiver_id_sent_id", table_name="relayed_messages")
    op.drop_index("ix_relayed_messages_receiver_id_also_id", table_name="relayed_messages")
    op.drop_index("ix_relayed_messages_conversation_id_id", table_name="relayed_messages")

    op.drop_table("relayed_messages")
    op.drop_index("uq_conversations_customer_id", table_name="conversations")
    op.drop_index("ix_conversations_waits_since", table_name="conversations")
    op.drop_index("ix_conversations_consultant_id_last_at", table_name="conversations")

    op.drop_table("conversations")
    op.drop_table("away_texts")
