"""The first schema"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "categories",
        sa.Column("id", ID, nullable=False),
        sa.Column("slug", sa.String(length=32), nullable=False),
        sa.Column("name_ru", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_categories"),
        sa.UniqueConstraint("slug", name="uq_categories_slug"),
    )
    op.create_table(
        "consultants",
        sa.Column("id", ID, nullable=False),
        sa.Column("invite_code", sa.String(length=32), nullable=False),
        sa.Column("cabinet_number", sa.String(length=16), nullable=False),
        sa.Column("level", sa.String(length=32), nullable=False),
        sa.Column("name_ru", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("city_slug", sa.String(length=32), nullable=False),
        sa.Column("city_ru", sa.Text(), nullable=False),
        sa.Column("city_en", sa.Text(), nullable=False),
        sa.Column("region_ru", sa.Text(), nullable=False),
        sa.Column("region_en", sa.Text(), nullable=False),
        sa.Column("street_ru", sa.Text(), nullable=True),
        sa.Column("street_en", sa.Text(), nullable=True),
        sa.Column("about_ru", sa.Text(), nullable=False),
        sa.Column("about_en", sa.Text(), nullable=False),
        sa.Column("time_zone", sa.String(length=64), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("opens", sa.Time(), nullable=False),
        sa.Column("closes", sa.Time(), nullable=False),
        sa.Column("specialities", sa.JSON(), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("takes_customers", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_consultants"),
        sa.UniqueConstraint("cabinet_number", name="uq_consultants_cabinet_number"),
        sa.UniqueConstraint("invite_code", name="uq_consultants_invite_code"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_consultants_city_slug", "consultants", ["city_slug"])

    op.create_table(
        "failed_updates",
        sa.Column("id", ID, nullable=False),
        sa.Column("update_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=True),
        sa.Column("payload_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("replayed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_failed_updates"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_failed_updates_replayed_at_id", "failed_updates", ["replayed_at", "id"])

    op.create_table(
        "fsm",
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("state", sa.String(length=128), nullable=True),
        sa.Column("data_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_fsm"),
    )
    op.create_table(
        "handled_updates",
        sa.Column("update_id", ID, autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("outcome_sealed", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("update_id", name="pk_handled_updates"),
    )
    op.create_index("ix_handled_updates_at", "handled_updates", ["at"])

    op.create_table(
        "screens",
        sa.Column("chat_id", ID, autoincrement=False, nullable=False),
        sa.Column("message_id", ID, nullable=False),
        sa.PrimaryKeyConstraint("chat_id", name="pk_screens"),
    )
    op.create_table(
        "sent_files",
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_sent_files"),
    )
    op.create_table(
        "customers",
        sa.Column("id", ID, nullable=False),
        sa.Column("consultant_id", ID, nullable=True),
        sa.Column("chosen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("registered", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["consultant_id"], ["consultants.id"], name="fk_customers_consultant_id_consultants"),
        sa.PrimaryKeyConstraint("id", name="pk_customers"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_customers_consultant_id", "customers", ["consultant_id"])

    op.create_table(
        "products",
        sa.Column("id", ID, nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("slug", sa.String(length=64), nullable=False),
        sa.Column("category_id", ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name_ru", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("about_ru", sa.Text(), nullable=False),
        sa.Column("about_en", sa.Text(), nullable=False),
        sa.Column("how_to_use_ru", sa.Text(), nullable=False),
        sa.Column("how_to_use_en", sa.Text(), nullable=False),
        sa.Column("volume_ru", sa.Text(), nullable=False),
        sa.Column("volume_en", sa.Text(), nullable=False),
        sa.Column("composition", sa.Text(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("form", sa.String(length=32), nullable=False),
        sa.Column("tint", sa.String(length=7), nullable=False),
        sa.Column("tags", sa.JSON(), nullable=False),
        sa.Column("typical_weeks", sa.Integer(), nullable=True),
        sa.Column("is_new", sa.Boolean(), nullable=False),
        sa.Column("is_hit", sa.Boolean(), nullable=False),
        sa.Column("on_sale", sa.Boolean(), nullable=False),
        sa.CheckConstraint("price > 0", name=op.f("ck_products_price")),
        sa.ForeignKeyConstraint(["category_id"], ["categories.id"], name="fk_products_category_id_categories"),
        sa.PrimaryKeyConstraint("id", name="pk_products"),
        sa.UniqueConstraint("code", name="uq_products_code"),
        sa.UniqueConstraint("slug", name="uq_products_slug"),
    )
    op.create_index("ix_products_category_id_position", "products", ["category_id", "position"])

    op.create_table(
        "articles",
        sa.Column("id", ID, nullable=False),
        sa.Column("product_id", ID, nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("stock", sa.Integer(), nullable=False),
        sa.Column("shade_ru", sa.Text(), nullable=True),
        sa.Column("shade_en", sa.Text(), nullable=True),
        sa.Column("hex", sa.String(length=7), nullable=True),
        sa.CheckConstraint(
            "(shade_ru IS NULL) = (hex IS NULL) AND (shade_en IS NULL) = (hex IS NULL)", name=op.f("ck_articles_shade")
        ),
        sa.CheckConstraint("stock >= 0", name=op.f("ck_articles_stock")),
        sa.ForeignKeyConstraint(["product_id"], ["products.id"], name="fk_articles_product_id_products"),
        sa.PrimaryKeyConstraint("id", name="pk_articles"),
        sa.UniqueConstraint("code", name="uq_articles_code"),
    )
    op.create_index("ix_articles_product_id_position", "articles", ["product_id", "position"])

    op.create_table(
        "carts",
        sa.Column("customer_id", ID, autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("comment_sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name="fk_carts_customer_id_customers"),
        sa.PrimaryKeyConstraint("customer_id", name="pk_carts"),
    )
    op.create_table(
        "forms",
        sa.Column("customer_id", ID, autoincrement=False, nullable=False),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("birth_date_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("phone_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("phone_index", sa.LargeBinary(), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name="fk_forms_customer_id_customers"),
        sa.PrimaryKeyConstraint("customer_id", name="pk_forms"),
    )
    op.create_index("ix_forms_phone_index", "forms", ["phone_index"])

    op.create_table(
        "orders",
        sa.Column("id", ID, nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("consultant_id", ID, nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.Column("delivery", sa.String(length=16), nullable=False),
        sa.Column("delivery_cost", sa.BigInteger(), nullable=False),
        sa.Column("goods_full", sa.BigInteger(), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.Column("pieces", sa.Integer(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("comment_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("placed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("delivery IN ('courier', 'pickup', 'post', 'in_person')", name=op.f("ck_orders_delivery")),
        sa.CheckConstraint("state IN ('placed', 'accepted', 'declined', 'cancelled')", name=op.f("ck_orders_state")),
        sa.CheckConstraint("percent BETWEEN 0 AND 100", name=op.f("ck_orders_percent")),
        sa.CheckConstraint("total >= 0 AND pieces > 0", name=op.f("ck_orders_total")),
        sa.ForeignKeyConstraint(["consultant_id"], ["consultants.id"], name="fk_orders_consultant_id_consultants"),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name="fk_orders_customer_id_customers"),
        sa.PrimaryKeyConstraint("id", name="pk_orders"),
        sa.UniqueConstraint("customer_id", "key", name="uq_orders_customer_id_key"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_orders_consultant_id", "orders", ["consultant_id"])
    op.create_index("ix_orders_customer_id_placed_at", "orders", ["customer_id", "placed_at"])

    op.create_table(
        "people",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("own_consultant_id", ID, nullable=True),
        sa.Column("reachable", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("language IN ('ru', 'en')", name=op.f("ck_people_language")),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name="fk_people_customer_id_customers"),
        sa.ForeignKeyConstraint(
            ["own_consultant_id"], ["consultants.id"], name="fk_people_own_consultant_id_consultants"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
        sa.UniqueConstraint("own_consultant_id", name="uq_people_own_consultant_id"),
    )
    op.create_index("ix_people_customer_id", "people", ["customer_id"])

    op.create_table(
        "cart_lines",
        sa.Column("customer_id", ID, autoincrement=False, nullable=False),
        sa.Column("article_id", ID, autoincrement=False, nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("added_in", sa.Integer(), nullable=False),
        sa.CheckConstraint("quantity > 0", name=op.f("ck_cart_lines_quantity")),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_cart_lines_article_id_articles"),
        sa.ForeignKeyConstraint(["customer_id"], ["carts.customer_id"], name="fk_cart_lines_customer_id_carts"),
        sa.PrimaryKeyConstraint("customer_id", "article_id", name="pk_cart_lines"),
    )
    op.create_table(
        "order_events",
        sa.Column("id", ID, nullable=False),
        sa.Column("order_id", ID, nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("person_id", ID, nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "state IN ('placed', 'accepted', 'declined', 'cancelled')", name=op.f("ck_order_events_state")
        ),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name="fk_order_events_order_id_orders"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_order_events_person_id_people"),
        sa.PrimaryKeyConstraint("id", name="pk_order_events"),
    )
    op.create_index("ix_order_events_order_id_id", "order_events", ["order_id", "id"])

    op.create_table(
        "order_lines",
        sa.Column("order_id", ID, autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("article_id", ID, nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("name_ru", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("shade_ru", sa.Text(), nullable=True),
        sa.Column("shade_en", sa.Text(), nullable=True),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("discount", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("discount >= 0 AND discount <= price * quantity", name=op.f("ck_order_lines_discount")),
        sa.CheckConstraint("quantity > 0", name=op.f("ck_order_lines_quantity")),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_order_lines_article_id_articles"),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name="fk_order_lines_order_id_orders"),
        sa.PrimaryKeyConstraint("order_id", "position", name="pk_order_lines"),
    )
    op.create_table(
        "outbox",
        sa.Column("id", ID, nullable=False),
        sa.Column("key", sa.String(length=128), nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("args", sa.JSON(), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("message_id", ID, nullable=True),
        sa.CheckConstraint("state IN ('waiting', 'sent', 'dead', 'unreachable')", name=op.f("ck_outbox_state")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_outbox_person_id_people"),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.UniqueConstraint("key", name="uq_outbox_key"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_outbox_person_state", "outbox", ["person_id", "state"])
    op.create_index("ix_outbox_state", "outbox", ["state", "due_at"])
    op.create_index(
        "ix_outbox_waiting",
        "outbox",
        ["priority", "due_at", "id"],
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )


def downgrade() -> None:
    op.drop_index(
        "ix_outbox_waiting",
        table_name="outbox",
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.drop_index("ix_outbox_state", table_name="outbox")
    op.drop_index("ix_outbox_person_state", table_name="outbox")

    op.drop_table("outbox")
    op.drop_table("order_lines")
    op.drop_index("ix_order_events_order_id_id", table_name="order_events")

    op.drop_table("order_events")
    op.drop_table("cart_lines")
    op.drop_index("ix_people_customer_id", table_name="people")

    op.drop_table("people")
    op.drop_index("ix_orders_customer_id_placed_at", table_name="orders")
    op.drop_index("ix_orders_consultant_id", table_name="orders")

    op.drop_table("orders")
    op.drop_index("ix_forms_phone_index", table_name="forms")

    op.drop_table("forms")
    op.drop_table("carts")
    op.drop_index("ix_articles_product_id_position", table_name="articles")

    op.drop_table("articles")
    op.drop_index("ix_products_category_id_position", table_name="products")

    op.drop_table("products")
    op.drop_index("ix_customers_consultant_id", table_name="customers")

    op.drop_table("customers")
    op.drop_table("sent_files")
    op.drop_table("screens")
    op.drop_index("ix_handled_updates_at", table_name="handled_updates")

    op.drop_table("handled_updates")
    op.drop_table("fsm")
    op.drop_index("ix_failed_updates_replayed_at_id", table_name="failed_updates")

    op.drop_table("failed_updates")
    op.drop_index("ix_consultants_city_slug", table_name="consultants")

    op.drop_table("consultants")
    op.drop_table("categories")
