"""What can be bought. Money is whole kopecks."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, CheckConstraint, Column, Date, ForeignKey, Index, Integer, String, Table, Text

from storage.tables.base import Id, Kopecks, UtcDateTime, metadata, words

categories = Table(
    "categories",
    metadata,
    Column("id", Id, primary_key=True),
    Column("slug", String(32), nullable=False, unique=True),
    *words("name"),
    Column("position", Integer, nullable=False),
)

series = Table(
    "series",
    metadata,
    Column("id", Id, primary_key=True),
    Column("slug", String(64), nullable=False, unique=True),
    *words("name"),
    Column("position", Integer, nullable=False),
)
"""Product lines: what is made to be used together. (A line is an article of a cart.)"""

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
    Column("skin_types", JSON, nullable=False),
    Column("typical_weeks", Integer),
    Column("is_new", Boolean, nullable=False),
    Column("is_hit", Boolean, nullable=False),
    Column("on_sale", Boolean, nullable=False),
    Column("series_id", Id, ForeignKey("series.id")),
    Index(None, "category_id", "position"),
    Index(None, "series_id"),
    CheckConstraint("price > 0", name="price"),
)
"""`skin_types` (domain.catalog.models.SkinType) is empty where the skin does not matter; `series_id` is the line."""

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
    Column("family", String(16)),
    Column("picture", String(128)),
    Index(None, "product_id", "position"),
    Index(None, "hex"),
    CheckConstraint("stock >= 0", name="stock"),
    CheckConstraint(
        "(shade_ru IS NULL) = (hex IS NULL) AND (shade_en IS NULL) = (hex IS NULL)",
        name="shade",
    ),
)
"""`position` is the shop's order. A product without shades has one article, whose shade is empty.

`family` is the shade's colour in a word (domain.catalog.colour.family of its hex, so that it can be searched by).
`picture` is the key of a picture of its own in the picture library; without one the drawn package is shown.
"""

product_pictures = Table(
    "product_pictures",
    metadata,
    Column("product_id", Id, ForeignKey("products.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("picture", String(128), nullable=False),
)
"""The album of a product, in its order: keys of the picture library. Without one its drawn pictures are shown."""

product_videos = Table(
    "product_videos",
    metadata,
    Column("product_id", Id, ForeignKey("products.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    *words("title"),
    Column("url", Text, nullable=False),
)

related_products = Table(
    "related_products",
    metadata,
    Column("product_id", Id, ForeignKey("products.id"), primary_key=True),
    Column("related_id", Id, ForeignKey("products.id"), primary_key=True),
    Column("position", Integer, nullable=False),
    Index(None, "related_id"),
    CheckConstraint("product_id <> related_id", name="another"),
)
"""What goes well with a product. One way only: a brush goes with many powders."""

catalog_periods = Table(
    "catalog_periods",
    metadata,
    Column("id", Id, primary_key=True),
    Column("slug", String(32), nullable=False, unique=True),
    *words("name"),
    Column("starts", Date, nullable=False),
    Column("ends", Date, nullable=False),
    CheckConstraint("starts <= ends", name="days"),
)
"""A catalog holds from the day it starts to the day it ends, both included, by the company's clock."""

catalog_places = Table(
    "catalog_places",
    metadata,
    Column("period_id", Id, ForeignKey("catalog_periods.id"), primary_key=True),
    Column("product_id", Id, ForeignKey("products.id"), primary_key=True),
    Column("page", Integer),
    Column("is_offer", Boolean, nullable=False),
    Index(None, "product_id", "period_id"),
)
"""Which products a catalog has, on which page, and which of them it shows as an offer."""

price_history = Table(
    "price_history",
    metadata,
    Column("id", Id, primary_key=True),
    Column("product_id", Id, ForeignKey("products.id"), nullable=False),
    Column("price", Kopecks, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("since", UtcDateTime, nullable=False),
    Column("who", Id),
    Index(None, "product_id", "since"),
    CheckConstraint("price > 0", name="price"),
)
"""What a product cost from when on. `who` is the person who changed it; empty for the console."""
