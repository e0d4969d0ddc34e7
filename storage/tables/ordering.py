"""Carts and orders. Money is whole kopecks."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from domain.ordering.models import Delivery, EventKind, OrderState, Party, Payment
from storage.tables.base import Id, Kopecks, UtcDateTime, metadata, one_of, words

carts = Table(
    "carts",
    metadata,
    Column("customer_id", Id, ForeignKey("customers.id"), primary_key=True, autoincrement=False),
    Column("version", Integer, nullable=False),
    Column("comment_sealed", LargeBinary),
    Column("delivery", String(16)),
    Column("address_id", Id),
    Column("point_id", Id),
    Column("payment", String(16)),
)
"""Every customer has one row from the beginning, so that there is something to hold still.

The choice of delivery and payment outlives the order, to be offered with the next one; what it names may have gone.
"""

cart_lines = Table(
    "cart_lines",
    metadata,
    Column("customer_id", Id, ForeignKey("carts.customer_id"), primary_key=True, autoincrement=False),
    Column("article_id", Id, ForeignKey("articles.id"), primary_key=True, autoincrement=False),
    Column("quantity", Integer, nullable=False),
    Column("added_in", Integer, nullable=False),
    Column("seen_price", Kopecks),
    CheckConstraint("quantity > 0", name="quantity"),
)
"""`added_in` is the cart's version in which the line came in: lines stand in the order they were added.

`seen_price` is what a piece cost when the customer put it in, or agreed to a change.
"""

orders = Table(
    "orders",
    metadata,
    Column("id", Id, primary_key=True),
    Column("customer_id", Id, ForeignKey("customers.id"), nullable=False),
    Column("consultant_id", Id, ForeignKey("consultants.id"), nullable=False),
    Column("key", String(64), nullable=False),
    Column("state", String(16), nullable=False),
    Column("percent", Integer, nullable=False),
    Column("delivery", String(16), nullable=False),
    Column("delivery_cost", Kopecks, nullable=False),
    Column("goods_full", Kopecks, nullable=False),
    Column("total", Kopecks, nullable=False),
    Column("pieces", Integer, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("comment_sealed", LargeBinary),
    Column("placed_at", UtcDateTime, nullable=False),
    Column("payment", String(16), nullable=False, server_default=Payment.CONSULTANT),
    Column("address_sealed", LargeBinary),
    Column("contact_sealed", LargeBinary),
    Column("pay_until", UtcDateTime),
    Column("paid_at", UtcDateTime),
    Column("delivered_at", UtcDateTime),
    Column("return_asked_at", UtcDateTime),
    Column("tracking_sealed", LargeBinary),
    Column("waits_since", UtcDateTime),
    Column("reminded_at", UtcDateTime),
    Column("escalated_at", UtcDateTime),
    Column("goods_back", Boolean),
    UniqueConstraint("customer_id", "key"),
    Index(None, "customer_id", "placed_at"),
    Index(None, "consultant_id"),
    Index(None, "pay_until"),
    Index(None, "waits_since"),
    Index(None, "state", "delivered_at"),
    one_of("state", OrderState),
    one_of("delivery", Delivery),
    CheckConstraint("percent BETWEEN 0 AND 100", name="percent"),
    CheckConstraint("total >= 0 AND pieces > 0", name="total"),
    sqlite_autoincrement=True,
)
"""`goods_full`, `total` and `pieces` are sums over the lines, kept for lists.

`waits_since` is set while the consultant has neither accepted nor declined: since when it is their turn. `reminded_at`
and `escalated_at` say what was done about their silence. `return_asked_at` is set while a return waits for an answer;
`goods_back` says of a returned order whether its goods went back to the shelf or were written off.
"""

order_lines = Table(
    "order_lines",
    metadata,
    Column("order_id", Id, ForeignKey("orders.id"), primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("article_id", Id, ForeignKey("articles.id"), nullable=False),
    Column("code", String(32), nullable=False),
    *words("name"),
    Column("shade_ru", Text),
    Column("shade_en", Text),
    Column("price", Kopecks, nullable=False),
    Column("quantity", Integer, nullable=False),
    Column("discount", Kopecks, nullable=False),
    Column("sought", Text, nullable=False, server_default=""),
    CheckConstraint("quantity > 0", name="quantity"),
    CheckConstraint("discount >= 0 AND discount <= price * quantity", name="discount"),
)

"""`sought` is what the line is found by: its code and names in small letters (SQLite folds Latin ones only)."""

order_events = Table(
    "order_events",
    metadata,
    Column("id", Id, primary_key=True),
    Column("order_id", Id, ForeignKey("orders.id"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("party", String(16), nullable=False),
    Column("person_id", Id, ForeignKey("people.id")),
    Column("at", UtcDateTime, nullable=False),
    Column("text_sealed", LargeBinary),
    Index(None, "order_id", "id"),
    one_of("kind", EventKind),
    one_of("party", Party),
)
"""What happened to an order and who did it; the first event, the placing, is the customer's and names no person."""

reorder_wishes = Table(
    "reorder_wishes",
    metadata,
    Column("customer_id", Id, ForeignKey("customers.id"), primary_key=True, autoincrement=False),
    Column("asked_at", UtcDateTime, nullable=False),
)
"""Who wants to be told when what they bought should run out."""

reorder_told = Table(
    "reorder_told",
    metadata,
    Column("order_id", Id, ForeignKey("orders.id"), primary_key=True, autoincrement=False),
    Column("product_id", Id, ForeignKey("products.id"), primary_key=True, autoincrement=False),
    Column("at", UtcDateTime, nullable=False),
)
"""What was reminded of: once for a product of an order."""
