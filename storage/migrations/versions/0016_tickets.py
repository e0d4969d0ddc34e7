"""Tickets to the company, their topics, and frequent questions"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

revision = "0016_tickets"
down_revision = "0015_points_warned"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "faq_entries",
        sa.Column("slug", sa.String(length=32), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.Column("edited_by", ID, nullable=False),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("language IN ('ru', 'en')", name=op.f("ck_faq_entries_language")),
        sa.PrimaryKeyConstraint("slug", "language", name=op.f("pk_faq_entries")),
    )
    op.create_table(
        "ticket_rooms",
        sa.Column("ticket_id", ID, autoincrement=False, nullable=False),
        sa.Column("group_id", ID, nullable=False),
        sa.Column("thread", ID, nullable=False),
        sa.PrimaryKeyConstraint("ticket_id", name=op.f("pk_ticket_rooms")),
        sa.UniqueConstraint("group_id", "thread", name=op.f("uq_ticket_rooms_group_id_thread")),
    )
    op.create_table(
        "ticket_staff",
        sa.Column("person_id", ID, autoincrement=False, nullable=False),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_ticket_staff_person_id_people")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_ticket_staff")),
    )
    op.create_table(
        "tickets",
        sa.Column("id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("key", sa.String(length=16), nullable=False),
        sa.Column("category", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("consultant_id", ID, nullable=True),
        sa.Column("owner_id", ID, nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rating", sa.Integer(), nullable=True),
        sa.Column("merged_into", ID, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("reminded", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "category IN ('order', 'quality', 'delivery', 'consultant', 'personal', 'other')",
            name=op.f("ck_tickets_category"),
        ),
        sa.CheckConstraint("state IN ('open', 'answered', 'closed', 'merged')", name=op.f("ck_tickets_state")),
        sa.CheckConstraint("rating BETWEEN 1 AND 5", name=op.f("ck_tickets_rating")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_tickets_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tickets")),
        sa.UniqueConstraint("person_id", "key", name=op.f("uq_tickets_person_id_key")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("tickets", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tickets_merged_into"), ["merged_into"], unique=False)
        batch_op.create_index(batch_op.f("ix_tickets_state_due_at"), ["state", "due_at"], unique=False)

    op.create_table(
        "ticket_entries",
        sa.Column("ticket_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("author_id", ID, nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("photo_sealed", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('words', 'answer', 'note', 'taken', 'handed', 'merged', 'closed', 'reopened', 'rated')",
            name=op.f("ck_ticket_entries_kind"),
        ),
        sa.ForeignKeyConstraint(["ticket_id"], ["tickets.id"], name=op.f("fk_ticket_entries_ticket_id_tickets")),
        sa.PrimaryKeyConstraint("ticket_id", "number", name=op.f("pk_ticket_entries")),
    )


def downgrade() -> None:
    op.drop_table("ticket_entries")
    with op.batch_alter_table("tickets", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_tickets_state_due_at"))
        batch_op.drop_index(batch_op.f("ix_tickets_merged_into"))

    op.drop_table("tickets")
    op.drop_table("ticket_staff")
    op.drop_table("ticket_rooms")
    op.drop_table("faq_entries")
