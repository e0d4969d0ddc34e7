"""What consultants put together and have to do for clients, and what clients do not want to be sent."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
DRAFT = sa.text("state = 'draft'")

revision = "0018_clients"
down_revision = "0017_broadcast_figures"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "client_quiets",
        sa.Column("customer_id", ID, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("kind IN ('proposals', 'care')", name=op.f("ck_client_quiets_kind")),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_client_quiets_customer_id_customers")),
        sa.PrimaryKeyConstraint("customer_id", "kind", name=op.f("pk_client_quiets")),
    )
    op.create_table(
        "proposals",
        sa.Column("id", ID, nullable=False),
        sa.Column("consultant_id", ID, nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("note_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "state IN ('draft', 'sent', 'taken', 'refused', 'withdrawn')", name=op.f("ck_proposals_state")
        ),
        sa.ForeignKeyConstraint(
            ["consultant_id"], ["consultants.id"], name=op.f("fk_proposals_consultant_id_consultants")
        ),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_proposals_customer_id_customers")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposals")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("proposals", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_proposals_customer_id_consultant_id"), ["customer_id", "consultant_id"], unique=False
        )
        batch_op.create_index(
            "uq_proposals_draft",
            ["consultant_id", "customer_id"],
            unique=True,
            sqlite_where=DRAFT,
            postgresql_where=DRAFT,
        )

    op.create_table(
        "client_tasks",
        sa.Column("id", ID, nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("consultant_id", ID, nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("order_id", ID, nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("kind IN ('days', 'weeks', 'months', 'birthday')", name=op.f("ck_client_tasks_kind")),
        sa.CheckConstraint("state IN ('open', 'done', 'skipped')", name=op.f("ck_client_tasks_state")),
        sa.ForeignKeyConstraint(
            ["consultant_id"], ["consultants.id"], name=op.f("fk_client_tasks_consultant_id_consultants")
        ),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_client_tasks_customer_id_customers")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_client_tasks_order_id_orders")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_client_tasks")),
        sa.UniqueConstraint("key", name=op.f("uq_client_tasks_key")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("client_tasks", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_client_tasks_consultant_id_state_due_at"), ["consultant_id", "state", "due_at"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_client_tasks_customer_id"), ["customer_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_client_tasks_order_id_kind"), ["order_id", "kind"], unique=False)

    op.create_table(
        "proposal_lines",
        sa.Column("proposal_id", ID, autoincrement=False, nullable=False),
        sa.Column("article_id", ID, autoincrement=False, nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("added_in", sa.Integer(), nullable=False),
        sa.Column("seen_price", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("quantity > 0", name=op.f("ck_proposal_lines_quantity")),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_proposal_lines_article_id_articles")),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposals.id"], name=op.f("fk_proposal_lines_proposal_id_proposals")
        ),
        sa.PrimaryKeyConstraint("proposal_id", "article_id", name=op.f("pk_proposal_lines")),
    )


def downgrade() -> None:
    op.drop_table("proposal_lines")
    with op.batch_alter_table("client_tasks", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_client_tasks_order_id_kind"))
        batch_op.drop_index(batch_op.f("ix_client_tasks_customer_id"))
        batch_op.drop_index(batch_op.f("ix_client_tasks_consultant_id_state_due_at"))

    op.drop_table("client_tasks")
    with op.batch_alter_table("proposals", schema=None) as batch_op:
        batch_op.drop_index("uq_proposals_draft", sqlite_where=DRAFT, postgresql_where=DRAFT)
        batch_op.drop_index(batch_op.f("ix_proposals_customer_id_consultant_id"))

    op.drop_table("proposals")
    op.drop_table("client_quiets")
