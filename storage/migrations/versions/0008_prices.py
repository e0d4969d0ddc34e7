"""Price promotions, promo codes, points"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

revision = "0008_prices"
down_revision = "0007_order_life"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "price_promotions",
        sa.Column("id", ID, nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("title_ru", sa.Text(), nullable=False),
        sa.Column("title_en", sa.Text(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("buy", sa.Integer(), nullable=False),
        sa.Column("free", sa.Integer(), nullable=False),
        sa.Column("gifts", sa.JSON(), nullable=False),
        sa.Column("products", sa.JSON(), nullable=False),
        sa.Column("categories", sa.JSON(), nullable=False),
        sa.Column("segments", sa.JSON(), nullable=False),
        sa.Column("from_goods", sa.BigInteger(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("first_order", sa.Boolean(), nullable=False),
        sa.Column("birthday", sa.Boolean(), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("alone", sa.Boolean(), nullable=False),
        sa.Column("by_code", sa.Boolean(), nullable=False),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "kind IN ('percent', 'amount', 'fixed_price', 'n_plus_m', 'gift', 'points', 'free_delivery')",
            name=op.f("ck_price_promotions_kind"),
        ),
        sa.CheckConstraint(
            "value >= 0 AND buy >= 0 AND free >= 0 AND from_goods >= 0", name=op.f("ck_price_promotions_terms")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_price_promotions")),
        sa.UniqueConstraint("key", name=op.f("uq_price_promotions_key")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "promo_codes",
        sa.Column("id", ID, nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("promotion_id", ID, nullable=False),
        sa.Column("limit", sa.Integer(), nullable=True),
        sa.Column("used", sa.Integer(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint('used >= 0 AND ("limit" IS NULL OR used <= "limit")', name=op.f("ck_promo_codes_used")),
        sa.ForeignKeyConstraint(
            ["promotion_id"], ["price_promotions.id"], name=op.f("fk_promo_codes_promotion_id_price_promotions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promo_codes")),
        sa.UniqueConstraint("code", name=op.f("uq_promo_codes_code")),
        sa.UniqueConstraint("key", name=op.f("uq_promo_codes_key")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("promo_codes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_promo_codes_promotion_id"), ["promotion_id"], unique=False)

    op.create_table(
        "point_accounts",
        sa.Column("customer_id", ID, autoincrement=False, nullable=False),
        sa.Column("balance", sa.Integer(), nullable=False),
        sa.Column("active_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("balance >= 0", name=op.f("ck_point_accounts_balance")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_point_accounts_customer_id_customers")
        ),
        sa.PrimaryKeyConstraint("customer_id", name=op.f("pk_point_accounts")),
    )
    with op.batch_alter_table("point_accounts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_point_accounts_active_at"), ["active_at"], unique=False)

    op.create_table(
        "cart_deals",
        sa.Column("customer_id", ID, autoincrement=False, nullable=False),
        sa.Column("code_id", ID, nullable=True),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("gifts", sa.JSON(), nullable=False),
        sa.CheckConstraint("points >= 0", name=op.f("ck_cart_deals_points")),
        sa.ForeignKeyConstraint(["code_id"], ["promo_codes.id"], name=op.f("fk_cart_deals_code_id_promo_codes")),
        sa.ForeignKeyConstraint(["customer_id"], ["carts.customer_id"], name=op.f("fk_cart_deals_customer_id_carts")),
        sa.PrimaryKeyConstraint("customer_id", name=op.f("pk_cart_deals")),
    )
    op.create_table(
        "order_deals",
        sa.Column("order_id", ID, autoincrement=False, nullable=False),
        sa.Column("code_id", ID, nullable=True),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("points_earned", sa.Integer(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.CheckConstraint("points >= 0 AND points_earned >= 0", name=op.f("ck_order_deals_points")),
        sa.ForeignKeyConstraint(["code_id"], ["promo_codes.id"], name=op.f("fk_order_deals_code_id_promo_codes")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_order_deals_order_id_orders")),
        sa.PrimaryKeyConstraint("order_id", name=op.f("pk_order_deals")),
    )
    op.create_table(
        "point_entries",
        sa.Column("id", ID, nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("account", sa.String(length=8), nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("order_id", ID, nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "account IN ('customer', 'issued', 'spent', 'expired')", name=op.f("ck_point_entries_account")
        ),
        sa.CheckConstraint(
            "kind IN ('earned', 'spent', 'returned', 'revoked', 'expired')", name=op.f("ck_point_entries_kind")
        ),
        sa.CheckConstraint("points <> 0", name=op.f("ck_point_entries_points")),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_point_entries_customer_id_customers")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_point_entries_order_id_orders")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_point_entries")),
        sa.UniqueConstraint("key", "account", name=op.f("uq_point_entries_key_account")),
    )
    with op.batch_alter_table("point_entries", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_point_entries_customer_id_account_id"), ["customer_id", "account", "id"], unique=False
        )

    op.create_table(
        "promo_uses",
        sa.Column("code_id", ID, autoincrement=False, nullable=False),
        sa.Column("customer_id", ID, autoincrement=False, nullable=False),
        sa.Column("order_id", ID, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["code_id"], ["promo_codes.id"], name=op.f("fk_promo_uses_code_id_promo_codes")),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_promo_uses_customer_id_customers")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_promo_uses_order_id_orders")),
        sa.PrimaryKeyConstraint("code_id", "customer_id", name=op.f("pk_promo_uses")),
        sa.UniqueConstraint("order_id", name=op.f("uq_promo_uses_order_id")),
    )
    with op.batch_alter_table("promo_uses", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_promo_uses_customer_id"), ["customer_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("promo_uses", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_promo_uses_customer_id"))

    op.drop_table("promo_uses")
    with op.batch_alter_table("point_entries", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_point_entries_customer_id_account_id"))

    op.drop_table("point_entries")
    op.drop_table("order_deals")
    op.drop_table("cart_deals")
    with op.batch_alter_table("point_accounts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_point_accounts_active_at"))

    op.drop_table("point_accounts")
    with op.batch_alter_table("promo_codes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_promo_codes_promotion_id"))

    op.drop_table("promo_codes")
    op.drop_table("price_promotions")
