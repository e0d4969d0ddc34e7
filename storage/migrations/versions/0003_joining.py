"""Consents, one-time codes, the whole form, letters and SMS in the outbox"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

revision = "0003_joining"
down_revision = "0002_finder"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "consents",
        sa.Column("id", ID, nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("purpose", sa.String(length=16), nullable=False),
        sa.Column("version", sa.String(length=32), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("purpose IN ('cabinet', 'promotions', 'photo')", name=op.f("ck_consents_purpose")),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_consents_customer_id_customers")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consents")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_consents_customer_id_purpose"), ["customer_id", "purpose"], unique=False)

    op.create_table(
        "codes",
        sa.Column("id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("purpose", sa.String(length=16), nullable=False),
        sa.Column("way", sa.String(length=8), nullable=False),
        sa.Column("address_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("address_index", sa.LargeBinary(), nullable=False),
        sa.Column("nonce", sa.LargeBinary(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("used", sa.Boolean(), nullable=False),
        sa.CheckConstraint("purpose IN ('email', 'phone', 'recovery')", name=op.f("ck_codes_purpose")),
        sa.CheckConstraint("way IN ('email', 'sms')", name=op.f("ck_codes_way")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_codes_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_codes")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("codes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_codes_address_index"), ["address_index"], unique=False)
        batch_op.create_index(batch_op.f("ix_codes_person_id_purpose"), ["person_id", "purpose"], unique=False)
        batch_op.create_index(batch_op.f("ix_codes_sent_at"), ["sent_at"], unique=False)

    with op.batch_alter_table("forms", schema=None) as batch_op:
        batch_op.add_column(sa.Column("last_name_sealed", sa.LargeBinary(), nullable=True))
        batch_op.add_column(sa.Column("first_name_sealed", sa.LargeBinary(), nullable=True))
        batch_op.add_column(sa.Column("patronymic_sealed", sa.LargeBinary(), nullable=True))
        batch_op.add_column(sa.Column("passport_sealed", sa.LargeBinary(), nullable=True))
        batch_op.add_column(sa.Column("passport_index", sa.LargeBinary(), nullable=True))
        batch_op.add_column(sa.Column("passport_issued_sealed", sa.LargeBinary(), nullable=True))
        batch_op.add_column(sa.Column("passport_department_sealed", sa.LargeBinary(), nullable=True))
        batch_op.add_column(sa.Column("address_sealed", sa.LargeBinary(), nullable=True))
        batch_op.add_column(sa.Column("phone_proof", sa.String(length=8), nullable=True))
        batch_op.add_column(sa.Column("email_sealed", sa.LargeBinary(), nullable=True))
        batch_op.add_column(sa.Column("email_index", sa.LargeBinary(), nullable=True))
        batch_op.add_column(sa.Column("email_proof", sa.String(length=8), nullable=True))
        batch_op.add_column(sa.Column("group_kind", sa.String(length=16), nullable=True))
        batch_op.add_column(sa.Column("group_number_sealed", sa.LargeBinary(), nullable=True))
        batch_op.add_column(sa.Column("card_sealed", sa.LargeBinary(), nullable=True))
        batch_op.add_column(sa.Column("skipped", sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column("waiting_sealed", sa.LargeBinary(), nullable=True))
        batch_op.add_column(sa.Column("approval", sa.String(length=16), nullable=True))
        batch_op.add_column(sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index(batch_op.f("ix_forms_email_index"), ["email_index"], unique=False)
        batch_op.create_index(batch_op.f("ix_forms_passport_index"), ["passport_index"], unique=False)
        batch_op.create_index(batch_op.f("ix_forms_updated_at"), ["updated_at"], unique=False)

    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.add_column(sa.Column("channel", sa.String(length=16), server_default="telegram", nullable=False))
        batch_op.drop_index(batch_op.f("ix_outbox_waiting"), sqlite_where=sa.text("state = 'waiting'"))
        batch_op.create_index(
            "ix_outbox_waiting",
            ["channel", "priority", "due_at", "id"],
            unique=False,
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )


def downgrade() -> None:
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_outbox_waiting",
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )
        batch_op.create_index(
            batch_op.f("ix_outbox_waiting"),
            ["priority", "due_at", "id"],
            unique=False,
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )
        batch_op.drop_column("channel")

    with op.batch_alter_table("forms", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_forms_updated_at"))
        batch_op.drop_index(batch_op.f("ix_forms_passport_index"))
        batch_op.drop_index(batch_op.f("ix_forms_email_index"))
        batch_op.drop_column("reminded_at")
        batch_op.drop_column("approval")
        batch_op.drop_column("waiting_sealed")
        batch_op.drop_column("skipped")
        batch_op.drop_column("card_sealed")
        batch_op.drop_column("group_number_sealed")
        batch_op.drop_column("group_kind")
        batch_op.drop_column("email_proof")
        batch_op.drop_column("email_index")
        batch_op.drop_column("email_sealed")
        batch_op.drop_column("phone_proof")
        batch_op.drop_column("address_sealed")
        batch_op.drop_column("passport_department_sealed")
        batch_op.drop_column("passport_issued_sealed")
        batch_op.drop_column("passport_index")
        batch_op.drop_column("passport_sealed")
        batch_op.drop_column("patronymic_sealed")
        batch_op.drop_column("first_name_sealed")
        batch_op.drop_column("last_name_sealed")

    with op.batch_alter_table("codes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_codes_sent_at"))
        batch_op.drop_index(batch_op.f("ix_codes_person_id_purpose"))
        batch_op.drop_index(batch_op.f("ix_codes_address_index"))

    op.drop_table("codes")
    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_consents_customer_id_purpose"))

    op.drop_table("consents")
