"""Promotions on prices, promo codes, what carts and orders got of them, and the ledger of bonus points."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from domain.points.models import MoveKind, PointsAccount
from domain.pricing.promotions import PromotionKind
from storage.tables.base import Id, Kopecks, UtcDateTime, metadata, one_of, words

price_promotions = Table(
    "price_promotions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("key", String(64), nullable=False, unique=True),
    Column("kind", String(16), nullable=False),
    *words("title"),
    Column("value", Integer, nullable=False),
    Column("buy", Integer, nullable=False),
    Column("free", Integer, nullable=False),
    Column("gifts", JSON, nullable=False),
    Column("products", JSON, nullable=False),
    Column("categories", JSON, nullable=False),
    Column("segments", JSON, nullable=False),
    Column("from_goods", Kopecks, nullable=False),
    Column("starts_at", UtcDateTime),
    Column("ends_at", UtcDateTime),
    Column("first_order", Boolean, nullable=False),
    Column("birthday", Boolean, nullable=False),
    Column("priority", Integer, nullable=False),
    Column("alone", Boolean, nullable=False),
    Column("by_code", Boolean, nullable=False),
    Column("is_on", Boolean, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    one_of("kind", PromotionKind),
    CheckConstraint("value >= 0 AND buy >= 0 AND free >= 0 AND from_goods >= 0", name="terms"),
    sqlite_autoincrement=True,
)
"""`gifts`, `products` and `categories` are lists of ids, read with the row: products are never deleted."""

promo_codes = Table(
    "promo_codes",
    metadata,
    Column("id", Id, primary_key=True),
    Column("key", String(64), nullable=False, unique=True),
    Column("code", String(32), nullable=False, unique=True),
    Column("promotion_id", Id, ForeignKey("price_promotions.id"), nullable=False),
    Column("limit", Integer),
    Column("used", Integer, nullable=False),
    Column("expires_at", UtcDateTime),
    Column("is_on", Boolean, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Index(None, "promotion_id"),
    CheckConstraint('used >= 0 AND ("limit" IS NULL OR used <= "limit")', name="used"),
    sqlite_autoincrement=True,
)

promo_uses = Table(
    "promo_uses",
    metadata,
    Column("code_id", Id, ForeignKey("promo_codes.id"), primary_key=True, autoincrement=False),
    Column("customer_id", Id, ForeignKey("customers.id"), primary_key=True, autoincrement=False),
    Column("order_id", Id, ForeignKey("orders.id"), nullable=False, unique=True),
    Column("at", UtcDateTime, nullable=False),
    Index(None, "customer_id"),
)
"""Who used which code: once each, as the key says."""

cart_deals = Table(
    "cart_deals",
    metadata,
    Column("customer_id", Id, ForeignKey("carts.customer_id"), primary_key=True, autoincrement=False),
    Column("code_id", Id, ForeignKey("promo_codes.id")),
    Column("points", Integer, nullable=False),
    Column("gifts", JSON, nullable=False),
    CheckConstraint("points >= 0", name="points"),
)
"""What the customer wants of it; `gifts` is {promotion: article}."""

order_deals = Table(
    "order_deals",
    metadata,
    Column("order_id", Id, ForeignKey("orders.id"), primary_key=True, autoincrement=False),
    Column("code_id", Id, ForeignKey("promo_codes.id")),
    Column("points", Integer, nullable=False),
    Column("points_earned", Integer, nullable=False),
    Column("reasons", JSON, nullable=False),
    CheckConstraint("points >= 0 AND points_earned >= 0", name="points"),
)
"""What was agreed; `reasons` add up to the order's total."""

point_accounts = Table(
    "point_accounts",
    metadata,
    Column("customer_id", Id, ForeignKey("customers.id"), primary_key=True, autoincrement=False),
    Column("balance", Integer, nullable=False),
    Column("active_at", UtcDateTime, nullable=False),
    Column("warned_at", UtcDateTime),
    Index(None, "active_at"),
    CheckConstraint("balance >= 0", name="balance"),
)
"""The sum of the customer's entries, kept because it has to be guarded; when they last moved, and when the
customer was last told that they would expire."""

point_entries = Table(
    "point_entries",
    metadata,
    Column("id", Id, primary_key=True),
    Column("key", String(64), nullable=False),
    Column("account", String(8), nullable=False),
    Column("customer_id", Id, ForeignKey("customers.id"), nullable=False),
    Column("kind", String(8), nullable=False),
    Column("points", Integer, nullable=False),
    Column("order_id", Id, ForeignKey("orders.id")),
    Column("at", UtcDateTime, nullable=False),
    UniqueConstraint("key", "account"),
    Index(None, "customer_id", "account", "id"),
    one_of("account", PointsAccount),
    one_of("kind", MoveKind),
    CheckConstraint("points <> 0", name="points"),
)
"""The ledger. A movement is two entries of one key that add up to nothing; rows are never changed."""
