"""Corrections, questions, and contacts that were changed"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

revision = "0019_corrections"
down_revision = "0018_clients"
branch_labels = None
depends_on = None

STEPS = (
    "last_name",
    "first_name",
    "patronymic",
    "birth_date",
    "passport",
    "passport_issued",
    "passport_department",
    "address",
    "phone",
    "email",
    "group_kind",
    "group_number",
    "card",
)
ACTIONS = ("looked_up", "opened", "copied", "refused")
MORE_ACTIONS = ("blocked", "unblocked", "corrected", "answered", "extended")
CHECKS = (
    ("audit_log", "action", (*ACTIONS, "destroyed"), (*ACTIONS, *MORE_ACTIONS, "destroyed")),
    (
        "data_requests",
        "kind",
        ("access", "erasure", "withdrawal"),
        ("access", "question", "correction", "erasure", "withdrawal"),
    ),
    (
        "data_requests",
        "ground",
        ("contract", "dispute"),
        ("contract", "dispute", "accurate", "unproven", "others", "repeated"),
    ),
)


def allowed(*, after: bool) -> None:
    """What the columns may say."""
    for table, column, was, will_be in CHECKS:
        name = op.f(f"ck_{table}_{column}")
        with op.batch_alter_table(table) as batch:
            batch.drop_constraint(name, type_="check")
            batch.create_check_constraint(name, listed(column, will_be if after else was))


def listed(column: str, values: tuple[str, ...]) -> str:
    """The condition that a column holds one of these."""
    words = ", ".join(f"'{each}'" for each in values)
    return f"{column} IN ({words})"


def upgrade() -> None:
    allowed(after=True)
    with op.batch_alter_table("data_requests") as batch:
        batch.add_column(sa.Column("about", sa.String(length=32), nullable=True))
        batch.add_column(sa.Column("words_sealed", sa.LargeBinary(), nullable=True))
        batch.add_column(sa.Column("answer_sealed", sa.LargeBinary(), nullable=True))
        batch.add_column(sa.Column("extension_sealed", sa.LargeBinary(), nullable=True))
        batch.create_check_constraint(op.f("ck_data_requests_about"), listed("about", STEPS))
    with op.batch_alter_table("forms") as batch:
        batch.add_column(sa.Column("blocked", sa.String(length=200), nullable=True))
    op.create_table(
        "former_contacts",
        sa.Column("id", ID, nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("step", sa.String(length=16), nullable=False),
        sa.Column("way", sa.String(length=8), nullable=False),
        sa.Column("address_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("nonce", sa.LargeBinary(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("way IN ('email', 'sms')", name=op.f("ck_former_contacts_way")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_former_contacts_customer_id_customers")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_former_contacts")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_former_contacts_customer_id"), "former_contacts", ["customer_id"])
    op.create_index(op.f("ix_former_contacts_changed_at"), "former_contacts", ["changed_at"])


def downgrade() -> None:
    op.drop_index(op.f("ix_former_contacts_changed_at"), table_name="former_contacts")
    op.drop_index(op.f("ix_former_contacts_customer_id"), table_name="former_contacts")
    op.drop_table("former_contacts")
    with op.batch_alter_table("forms") as batch:
        batch.drop_column("blocked")
    op.execute("DELETE FROM data_requests WHERE kind IN ('question', 'correction')")
    with op.batch_alter_table("data_requests") as batch:
        batch.drop_constraint(op.f("ck_data_requests_about"), type_="check")
        for name in ("extension_sealed", "answer_sealed", "words_sealed", "about"):
            batch.drop_column(name)
    allowed(after=False)
