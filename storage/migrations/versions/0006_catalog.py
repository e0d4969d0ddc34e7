"""The catalog: lines, pictures, videos, periods, prices of the past, what a cabinet keeps of it"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

revision = "0006_catalog"
down_revision = "0005_audit"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "catalog_periods",
        sa.Column("id", ID, nullable=False),
        sa.Column("slug", sa.String(length=32), nullable=False),
        sa.Column("name_ru", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("starts", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=False),
        sa.CheckConstraint("starts <= ends", name=op.f("ck_catalog_periods_days")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_catalog_periods")),
        sa.UniqueConstraint("slug", name=op.f("uq_catalog_periods_slug")),
    )
    op.create_table(
        "series",
        sa.Column("id", ID, nullable=False),
        sa.Column("slug", sa.String(length=64), nullable=False),
        sa.Column("name_ru", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series")),
        sa.UniqueConstraint("slug", name=op.f("uq_series_slug")),
    )
    op.create_table(
        "catalog_places",
        sa.Column("period_id", ID, nullable=False),
        sa.Column("product_id", ID, nullable=False),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("is_offer", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["period_id"], ["catalog_periods.id"], name=op.f("fk_catalog_places_period_id_catalog_periods")
        ),
        sa.ForeignKeyConstraint(["product_id"], ["products.id"], name=op.f("fk_catalog_places_product_id_products")),
        sa.PrimaryKeyConstraint("period_id", "product_id", name=op.f("pk_catalog_places")),
    )
    op.create_index("ix_catalog_places_product_id_period_id", "catalog_places", ["product_id", "period_id"])

    op.create_table(
        "comparisons",
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("product_id", ID, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_comparisons_customer_id_customers")),
        sa.ForeignKeyConstraint(["product_id"], ["products.id"], name=op.f("fk_comparisons_product_id_products")),
        sa.PrimaryKeyConstraint("customer_id", "product_id", name=op.f("pk_comparisons")),
    )
    op.create_index("ix_comparisons_product_id", "comparisons", ["product_id"])

    op.create_table(
        "favourites",
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("product_id", ID, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_favourites_customer_id_customers")),
        sa.ForeignKeyConstraint(["product_id"], ["products.id"], name=op.f("fk_favourites_product_id_products")),
        sa.PrimaryKeyConstraint("customer_id", "product_id", name=op.f("pk_favourites")),
    )
    op.create_index("ix_favourites_product_id", "favourites", ["product_id"])

    op.create_table(
        "price_history",
        sa.Column("id", ID, nullable=False),
        sa.Column("product_id", ID, nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", ID, nullable=True),
        sa.CheckConstraint("price > 0", name=op.f("ck_price_history_price")),
        sa.ForeignKeyConstraint(["product_id"], ["products.id"], name=op.f("fk_price_history_product_id_products")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_price_history")),
    )
    op.create_index("ix_price_history_product_id_since", "price_history", ["product_id", "since"])

    op.create_table(
        "product_pictures",
        sa.Column("product_id", ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("picture", sa.String(length=128), nullable=False),
        sa.ForeignKeyConstraint(["product_id"], ["products.id"], name=op.f("fk_product_pictures_product_id_products")),
        sa.PrimaryKeyConstraint("product_id", "position", name=op.f("pk_product_pictures")),
    )
    op.create_table(
        "product_videos",
        sa.Column("product_id", ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title_ru", sa.Text(), nullable=False),
        sa.Column("title_en", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["product_id"], ["products.id"], name=op.f("fk_product_videos_product_id_products")),
        sa.PrimaryKeyConstraint("product_id", "position", name=op.f("pk_product_videos")),
    )
    op.create_table(
        "related_products",
        sa.Column("product_id", ID, nullable=False),
        sa.Column("related_id", ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint("product_id <> related_id", name=op.f("ck_related_products_another")),
        sa.ForeignKeyConstraint(["product_id"], ["products.id"], name=op.f("fk_related_products_product_id_products")),
        sa.ForeignKeyConstraint(["related_id"], ["products.id"], name=op.f("fk_related_products_related_id_products")),
        sa.PrimaryKeyConstraint("product_id", "related_id", name=op.f("pk_related_products")),
    )
    op.create_index("ix_related_products_related_id", "related_products", ["related_id"])

    op.create_table(
        "seen_products",
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("product_id", ID, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_seen_products_customer_id_customers")),
        sa.ForeignKeyConstraint(["product_id"], ["products.id"], name=op.f("fk_seen_products_product_id_products")),
        sa.PrimaryKeyConstraint("customer_id", "product_id", name=op.f("pk_seen_products")),
    )
    op.create_index("ix_seen_products_customer_id_at", "seen_products", ["customer_id", "at"])
    op.create_index("ix_seen_products_product_id", "seen_products", ["product_id"])

    op.create_table(
        "watches",
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("article_id", ID, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_watches_article_id_articles")),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_watches_customer_id_customers")),
        sa.PrimaryKeyConstraint("customer_id", "article_id", name=op.f("pk_watches")),
    )
    op.create_index("ix_watches_article_id", "watches", ["article_id"])

    op.add_column("articles", sa.Column("family", sa.String(length=16), nullable=True))
    op.add_column("articles", sa.Column("picture", sa.String(length=128), nullable=True))
    op.create_index("ix_articles_hex", "articles", ["hex"])
    op.execute("ALTER TABLE products RENAME COLUMN tags TO skin_types")
    # One statement, not a copy of the table: on SQLite both a column and what it refers to.
    op.execute(
        "ALTER TABLE products ADD COLUMN series_id "
        + ("INTEGER" if op.get_context().dialect.name == "sqlite" else "BIGINT")
        + " CONSTRAINT fk_products_series_id_series REFERENCES series (id)"
    )
    op.create_index("ix_products_series_id", "products", ["series_id"])


def downgrade() -> None:
    with op.batch_alter_table("products") as products:
        products.drop_index("ix_products_series_id")
        products.drop_column("series_id")
    op.execute("ALTER TABLE products RENAME COLUMN skin_types TO tags")
    op.drop_index("ix_articles_hex", table_name="articles")
    op.drop_column("articles", "picture")
    op.drop_column("articles", "family")
    for table in (
        "watches",
        "seen_products",
        "related_products",
        "product_videos",
        "product_pictures",
        "price_history",
        "favourites",
        "comparisons",
        "catalog_places",
        "series",
        "catalog_periods",
    ):
        op.drop_table(table)
