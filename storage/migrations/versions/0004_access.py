"""Numbers, passwords and Telegram accounts of cabinets; who wants to serve customers"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

revision = "0004_access"
down_revision = "0003_joining"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "guards",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("key", name="pk_guards"),
    )
    op.create_index("ix_guards_last_at", "guards", ["last_at"], unique=False)

    op.create_table(
        "credentials",
        sa.Column("customer_id", ID, autoincrement=False, nullable=False),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("password_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("one_time_nonce", sa.LargeBinary(), nullable=True),
        sa.Column("one_time_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name="fk_credentials_customer_id_customers"),
        sa.PrimaryKeyConstraint("customer_id", name="pk_credentials"),
        sa.UniqueConstraint("number", name="uq_credentials_number"),
    )
    op.create_table(
        "bindings",
        sa.Column("id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("guest_id", ID, nullable=True),
        sa.Column("bound_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ending", sa.String(length=16), nullable=True),
        sa.CheckConstraint(
            "ending IN ('logged_out', 'unbound', 'disowned', 'recovered')", name=op.f("ck_bindings_ending")
        ),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name="fk_bindings_customer_id_customers"),
        sa.ForeignKeyConstraint(["guest_id"], ["customers.id"], name="fk_bindings_guest_id_customers"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_bindings_person_id_people"),
        sa.PrimaryKeyConstraint("id", name="pk_bindings"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_bindings_customer_id_ended_at", "bindings", ["customer_id", "ended_at"], unique=False)
    op.create_index(
        "uq_bindings_person_id",
        "bindings",
        ["person_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )

    op.create_table(
        "consulting_requests",
        sa.Column("customer_id", ID, autoincrement=False, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer", sa.String(length=16), nullable=True),
        sa.Column("decided_by", ID, nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("consultant_id", ID, nullable=True),
        sa.CheckConstraint("answer IN ('waiting', 'approved', 'declined')", name=op.f("ck_consulting_requests_answer")),
        sa.ForeignKeyConstraint(
            ["consultant_id"],
            ["consultants.id"],
            name="fk_consulting_requests_consultant_id_consultants",
        ),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name="fk_consulting_requests_customer_id_customers"),
        sa.ForeignKeyConstraint(["decided_by"], ["people.id"], name="fk_consulting_requests_decided_by_people"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_consulting_requests_person_id_people"),
        sa.PrimaryKeyConstraint("customer_id", name="pk_consulting_requests"),
    )
    op.create_index(
        "ix_consulting_requests_decided_at_asked_at", "consulting_requests", ["decided_at", "asked_at"], unique=False
    )

    op.create_table(
        "entries",
        sa.Column("person_id", ID, autoincrement=False, nullable=False),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("customer_id", ID, nullable=True),
        sa.Column("proof", sa.String(length=16), nullable=False),
        sa.Column("proven_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("proof IN ('one_time', 'code', 'password')", name=op.f("ck_entries_proof")),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name="fk_entries_customer_id_customers"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_entries_person_id_people"),
        sa.PrimaryKeyConstraint("person_id", name="pk_entries"),
    )
    op.create_index("ix_entries_customer_id", "entries", ["customer_id"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_entries_customer_id", table_name="entries")

    op.drop_table("entries")
    op.drop_index("ix_consulting_requests_decided_at_asked_at", table_name="consulting_requests")

    op.drop_table("consulting_requests")
    op.drop_index("uq_bindings_person_id", table_name="bindings")
    op.drop_index("ix_bindings_customer_id_ended_at", table_name="bindings")

    op.drop_table("bindings")
    op.drop_table("credentials")
    op.drop_index("ix_guards_last_at", table_name="guards")

    op.drop_table("guards")
