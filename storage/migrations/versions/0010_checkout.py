"""Delivery, addresses, payments"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

revision = "0010_checkout"
down_revision = "0009_data_requests"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "delivery_rates",
        sa.Column("delivery", sa.String(length=16), nullable=False),
        sa.Column("region", sa.String(length=100), nullable=False),
        sa.Column("region_name", sa.Text(), nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=False),
        sa.Column("free_from", sa.BigInteger(), nullable=True),
        sa.Column("days_min", sa.Integer(), nullable=False),
        sa.Column("days_max", sa.Integer(), nullable=False),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "delivery IN ('courier', 'pickup', 'post', 'in_person')", name=op.f("ck_delivery_rates_delivery")
        ),
        sa.CheckConstraint("cost >= 0 AND days_min >= 0 AND days_max >= days_min", name=op.f("ck_delivery_rates_rate")),
        sa.PrimaryKeyConstraint("delivery", "region", name=op.f("pk_delivery_rates")),
    )
    op.create_table(
        "pickup_points",
        sa.Column("id", ID, nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("city_ru", sa.Text(), nullable=False),
        sa.Column("city_en", sa.Text(), nullable=False),
        sa.Column("region_ru", sa.Text(), nullable=False),
        sa.Column("region_en", sa.Text(), nullable=False),
        sa.Column("address_ru", sa.Text(), nullable=False),
        sa.Column("address_en", sa.Text(), nullable=False),
        sa.Column("hours", sa.Text(), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=False),
        sa.Column("longitude", sa.Float(), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pickup_points")),
        sa.UniqueConstraint("code", name=op.f("uq_pickup_points_code")),
    )
    with op.batch_alter_table("pickup_points", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pickup_points_city_ru"), ["city_ru"], unique=False)

    op.create_table(
        "addresses",
        sa.Column("id", ID, nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("nonce", sa.String(length=16), nullable=False),
        sa.Column("address_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_addresses_customer_id_customers")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_addresses")),
        sa.UniqueConstraint("nonce", name=op.f("uq_addresses_nonce")),
    )
    with op.batch_alter_table("addresses", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_addresses_customer_id_used_at"), ["customer_id", "used_at"], unique=False)

    op.create_table(
        "payments",
        sa.Column("id", ID, nullable=False),
        sa.Column("charge_id", sa.String(length=255), nullable=False),
        sa.Column("provider_charge_id", sa.String(length=255), nullable=False),
        sa.Column("order_id", ID, nullable=True),
        sa.Column("person_id", ID, nullable=True),
        sa.Column("payload", sa.String(length=128), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("trouble", sa.String(length=16), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("refunded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("refunded_by", ID, nullable=True),
        sa.CheckConstraint("(state = 'applied') = (trouble IS NULL)", name=op.f("ck_payments_trouble")),
        sa.CheckConstraint("state IN ('applied', 'refund_due', 'refunded')", name=op.f("ck_payments_state")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_payments_order_id_orders")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_payments_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payments")),
        sa.UniqueConstraint("charge_id", name=op.f("uq_payments_charge_id")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("payments", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_payments_order_id"), ["order_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_payments_state"), ["state"], unique=False)

    op.create_table(
        "terms_accepted",
        sa.Column("customer_id", ID, autoincrement=False, nullable=False),
        sa.Column("version", sa.String(length=32), nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_terms_accepted_customer_id_customers")
        ),
        sa.PrimaryKeyConstraint("customer_id", "version", name=op.f("pk_terms_accepted")),
    )
    with op.batch_alter_table("cart_lines", schema=None) as batch_op:
        batch_op.add_column(sa.Column("seen_price", sa.BigInteger(), nullable=True))

    with op.batch_alter_table("carts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("delivery", sa.String(length=16), nullable=True))
        batch_op.add_column(sa.Column("address_id", ID, nullable=True))
        batch_op.add_column(sa.Column("point_id", ID, nullable=True))
        batch_op.add_column(sa.Column("payment", sa.String(length=16), nullable=True))

    with op.batch_alter_table("orders", schema=None) as batch_op:
        batch_op.add_column(sa.Column("payment", sa.String(length=16), server_default="consultant", nullable=False))
        batch_op.add_column(sa.Column("address_sealed", sa.LargeBinary(), nullable=True))
        batch_op.add_column(sa.Column("contact_sealed", sa.LargeBinary(), nullable=True))
        batch_op.add_column(sa.Column("pay_until", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index(batch_op.f("ix_orders_pay_until"), ["pay_until"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("orders", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_orders_pay_until"))
        batch_op.drop_column("pay_until")
        batch_op.drop_column("contact_sealed")
        batch_op.drop_column("address_sealed")
        batch_op.drop_column("payment")

    with op.batch_alter_table("carts", schema=None) as batch_op:
        batch_op.drop_column("payment")
        batch_op.drop_column("point_id")
        batch_op.drop_column("address_id")
        batch_op.drop_column("delivery")

    with op.batch_alter_table("cart_lines", schema=None) as batch_op:
        batch_op.drop_column("seen_price")

    op.drop_table("terms_accepted")
    with op.batch_alter_table("payments", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_payments_state"))
        batch_op.drop_index(batch_op.f("ix_payments_order_id"))

    op.drop_table("payments")
    with op.batch_alter_table("addresses", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_addresses_customer_id_used_at"))

    op.drop_table("addresses")
    with op.batch_alter_table("pickup_points", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_pickup_points_city_ru"))

    op.drop_table("pickup_points")
    op.drop_table("delivery_rates")
