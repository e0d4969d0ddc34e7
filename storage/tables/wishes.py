"""What a cabinet keeps of the catalog for itself."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Table

from storage.tables.base import Id, UtcDateTime, metadata

favourites = Table(
    "favourites",
    metadata,
    Column("customer_id", Id, ForeignKey("customers.id"), primary_key=True),
    Column("product_id", Id, ForeignKey("products.id"), primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    Index(None, "product_id"),
)

comparisons = Table(
    "comparisons",
    metadata,
    Column("customer_id", Id, ForeignKey("customers.id"), primary_key=True),
    Column("product_id", Id, ForeignKey("products.id"), primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    Index(None, "product_id"),
)
"""What is set side by side; three at most."""

watches = Table(
    "watches",
    metadata,
    Column("customer_id", Id, ForeignKey("customers.id"), primary_key=True),
    Column("article_id", Id, ForeignKey("articles.id"), primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    Index(None, "article_id"),
)
"""Who wants to be told when an article is back. The row goes when they are told, so they are told once."""

seen_products = Table(
    "seen_products",
    metadata,
    Column("customer_id", Id, ForeignKey("customers.id"), primary_key=True),
    Column("product_id", Id, ForeignKey("products.id"), primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    Index(None, "customer_id", "at"),
    Index(None, "product_id"),
)
"""What was looked at lately; only the newest are kept."""
