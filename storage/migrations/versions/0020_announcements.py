"""Announcements of kinds, to segments, at times; what people switch off, and what they are chosen by."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
OLD = "state IN ('running', 'paused', 'done', 'cancelled')"
NEW = "state IN ('awaiting', 'planned', 'running', 'paused', 'done', 'cancelled', 'missed')"
KINDS = "kind IN ('offers', 'news', 'gifts', 'catalog')"

revision = "0020_announcements"
down_revision = "0019_corrections"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("broadcasts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("kind", sa.String(length=16), server_default="news", nullable=False))
        for name, empty in (("segment", "[]"), ("pictures", "[]"), ("links", "[]"), ("times", "{}")):
            batch_op.add_column(sa.Column(name, sa.JSON(), server_default=empty, nullable=False))
        batch_op.add_column(sa.Column("promotion_id", ID, nullable=True))
        batch_op.add_column(sa.Column("starts_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("parent_id", ID, nullable=True))
        batch_op.add_column(sa.Column("approved_by", ID, nullable=True))
        batch_op.add_column(sa.Column("look_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.drop_constraint(op.f("ck_broadcasts_state"), type_="check")
        batch_op.create_check_constraint(op.f("ck_broadcasts_state"), NEW)
        batch_op.create_check_constraint(op.f("ck_broadcasts_kind"), KINDS)
        batch_op.create_unique_constraint(batch_op.f("uq_broadcasts_parent_id_starts_at"), ["parent_id", "starts_at"])
    op.create_table(
        "broadcast_legs",
        sa.Column("broadcast_id", ID, autoincrement=False, nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reached", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["broadcast_id"], ["broadcasts.id"], name=op.f("fk_broadcast_legs_broadcast_id_broadcasts")
        ),
        sa.PrimaryKeyConstraint("broadcast_id", "zone", name=op.f("pk_broadcast_legs")),
    )
    op.create_table(
        "broadcast_albums",
        sa.Column("broadcast_id", ID, autoincrement=False, nullable=False),
        sa.Column("person_id", ID, autoincrement=False, nullable=False),
        sa.Column("message_ids", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["broadcast_id"], ["broadcasts.id"], name=op.f("fk_broadcast_albums_broadcast_id_broadcasts")
        ),
        sa.PrimaryKeyConstraint("broadcast_id", "person_id", name=op.f("pk_broadcast_albums")),
    )
    op.create_table(
        "muted_kinds",
        sa.Column("customer_id", ID, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(KINDS, name=op.f("ck_muted_kinds_kind")),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_muted_kinds_customer_id_customers")),
        sa.PrimaryKeyConstraint("customer_id", "kind", name=op.f("pk_muted_kinds")),
    )
    op.create_table(
        "audience_marks",
        sa.Column("customer_id", ID, autoincrement=False, nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("town_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("town_index", sa.LargeBinary(), nullable=True),
        sa.Column("birthday_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("birthday_index", sa.LargeBinary(), nullable=True),
        sa.Column("time_zone", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_audience_marks_customer_id_customers")
        ),
        sa.PrimaryKeyConstraint("customer_id", name=op.f("pk_audience_marks")),
    )
    with op.batch_alter_table("audience_marks", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_audience_marks_birthday_index"), ["birthday_index"], unique=False)
        batch_op.create_index(batch_op.f("ix_audience_marks_town_index"), ["town_index"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("audience_marks", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_audience_marks_town_index"))
        batch_op.drop_index(batch_op.f("ix_audience_marks_birthday_index"))
    op.drop_table("audience_marks")
    op.drop_table("muted_kinds")
    op.drop_table("broadcast_albums")
    op.drop_table("broadcast_legs")
    op.execute("UPDATE broadcasts SET state = 'cancelled' WHERE state IN ('awaiting', 'planned', 'missed')")
    with op.batch_alter_table("broadcasts", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_broadcasts_parent_id_starts_at"), type_="unique")
        batch_op.drop_constraint(op.f("ck_broadcasts_kind"), type_="check")
        batch_op.drop_constraint(op.f("ck_broadcasts_state"), type_="check")
        batch_op.create_check_constraint(op.f("ck_broadcasts_state"), OLD)
        for name in (
            "look_at",
            "approved_by",
            "parent_id",
            "starts_at",
            "promotion_id",
            "times",
            "links",
            "pictures",
            "segment",
            "kind",
        ):
            batch_op.drop_column(name)
