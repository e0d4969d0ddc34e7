"""What can be bought. Money is whole kopecks."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, CheckConstraint, Column, ForeignKey, Index, Integer, String, Table, Text

from storage.tables.base import Id, Kopecks, metadata, words

categories = Table(
    "categories",
    metadata,
    Column("id", Id, primary_key=True),
    Column("slug", String(32), nullable=False, unique=True),
    *words("name"),
    Column("position", Integer, nullable=False),
)

products = Table(
    "products",
    metadata,
    Column("id", Id, primary_key=True),
    Column("code", String(32), nullable=False, unique=True),
    Column("slug", String(64), nullable=False, unique=True),
    Column("category_id", Id, ForeignKey("categories.id"), nullable=False),
    Column("position", Integer, nullable=False),
    *words("name"),
    *words("about"),
    *words("how_to_use"),
    *words("volume"),
    Column("composition", Text, nullable=False),
    Column("price", Kopecks, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("form", String(32), nullable=False),
    Column("tint", String(7), nullable=False),
    Column("tags", JSON, nullable=False),
    Column("typical_weeks", Integer),
    Column("is_new", Boolean, nullable=False),
    Column("is_hit", Boolean, nullable=False),
    Column("on_sale", Boolean, nullable=False),
    Index(None, "category_id", "position"),
    CheckConstraint("price > 0", name="price"),
)

articles = Table(
    "articles",
    metadata,
    Column("id", Id, primary_key=True),
    Column("product_id", Id, ForeignKey("products.id"), nullable=False),
    Column("code", String(32), nullable=False, unique=True),
    Column("position", Integer, nullable=False),
    Column("stock", Integer, nullable=False),
    Column("shade_ru", Text),
    Column("shade_en", Text),
    Column("hex", String(7)),
    Index(None, "product_id", "position"),
    CheckConstraint("stock >= 0", name="stock"),
    CheckConstraint(
        "(shade_ru IS NULL) = (hex IS NULL) AND (shade_en IS NULL) = (hex IS NULL)",
        name="shade",
    ),
)
"""`position` is the shop's order. A product without shades has one article, whose shade is empty."""
