"""How far announcements came, their recall, and who pressed what."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
UNSAID = (
    "kind IN ('broadcast', 'broadcast_recall')"
    " AND (state IN ('dead', 'unreachable') OR (state = 'sent' AND message_id IS NULL))"
)

revision = "0017_broadcast_figures"
down_revision = "0016_tickets"
branch_labels = None
depends_on = None

# What was begun before has its rows counted once; nobody is told again of what has ended.
COUNT = """
INSERT INTO broadcast_figures (broadcast_id, total, put, told_at)
SELECT b.id, (SELECT count(*) FROM outbox o WHERE o.subject = 'broadcast:' || b.id),
    (SELECT count(*) FROM outbox o WHERE o.subject = 'broadcast:' || b.id), b.ended_at
FROM broadcasts b
"""


def upgrade() -> None:
    op.create_table(
        "broadcast_figures",
        sa.Column("broadcast_id", ID, autoincrement=False, nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("put", sa.Integer(), nullable=False),
        sa.Column("message_id", ID, nullable=True),
        sa.Column("told_at", MOMENT, nullable=True),
        *(
            sa.Column(name, sa.Integer(), nullable=True)
            for name in ("sent", "blocked", "failed", "skipped", "pressed", "ordered", "stopped")
        ),
        sa.Column("frozen_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["broadcast_id"], ["broadcasts.id"], name=op.f("fk_broadcast_figures_broadcast_id_broadcasts")
        ),
        sa.PrimaryKeyConstraint("broadcast_id", name=op.f("pk_broadcast_figures")),
    )
    op.create_table(
        "broadcast_recalls",
        sa.Column("broadcast_id", ID, autoincrement=False, nullable=False),
        sa.Column("reached", sa.BigInteger(), nullable=False),
        sa.Column("put", sa.Integer(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["broadcast_id"], ["broadcasts.id"], name=op.f("fk_broadcast_recalls_broadcast_id_broadcasts")
        ),
        sa.PrimaryKeyConstraint("broadcast_id", name=op.f("pk_broadcast_recalls")),
    )
    op.create_table(
        "broadcast_presses",
        sa.Column("broadcast_id", ID, autoincrement=False, nullable=False),
        sa.Column("person_id", ID, autoincrement=False, nullable=False),
        sa.Column("stopped", sa.Boolean(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["broadcast_id"], ["broadcasts.id"], name=op.f("fk_broadcast_presses_broadcast_id_broadcasts")
        ),
        sa.PrimaryKeyConstraint("broadcast_id", "person_id", name=op.f("pk_broadcast_presses")),
    )
    op.create_index(op.f("ix_broadcast_presses_person_id"), "broadcast_presses", ["person_id"], unique=False)
    op.drop_index("ix_outbox_subject", table_name="outbox")
    op.create_index("ix_outbox_subject", "outbox", ["subject", "id"], unique=False)
    op.create_index(
        "ix_outbox_unsaid",
        "outbox",
        ["subject", "state"],
        unique=False,
        sqlite_where=sa.text(UNSAID),
        postgresql_where=sa.text(UNSAID),
    )
    op.execute(COUNT)


def downgrade() -> None:
    op.drop_index("ix_outbox_unsaid", table_name="outbox")
    op.drop_index("ix_outbox_subject", table_name="outbox")
    op.create_index("ix_outbox_subject", "outbox", ["subject"], unique=False)
    op.drop_index(op.f("ix_broadcast_presses_person_id"), table_name="broadcast_presses")
    op.drop_table("broadcast_presses")
    op.drop_table("broadcast_recalls")
    op.drop_table("broadcast_figures")
