"""Independent beauty consultants. Their Telegram account is the person whose own_consultant_id names them."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    Time,
)

from storage.tables.base import Id, UtcDateTime, metadata, words

consultants = Table(
    "consultants",
    metadata,
    Column("id", Id, primary_key=True),
    Column("invite_code", String(32), nullable=False, unique=True),
    Column("cabinet_number", String(16), nullable=False, unique=True),
    Column("level", String(32), nullable=False),
    *words("name"),
    Column("city_slug", String(32), nullable=False),
    *words("city"),
    *words("region"),
    Column("street_ru", Text),
    Column("street_en", Text),
    *words("about"),
    Column("time_zone", String(64), nullable=False),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("opens", Time, nullable=False),
    Column("closes", Time, nullable=False),
    Column("specialities", JSON, nullable=False),
    Column("languages", JSON, nullable=False),
    Column("takes_customers", Boolean, nullable=False),
    Column("max_customers", Integer),
    Column("left_at", UtcDateTime),
    Column("stars", Integer, nullable=False, server_default="0"),
    Column("ratings", Integer, nullable=False, server_default="0"),
    Column("created_at", UtcDateTime, nullable=False),
    Index(None, "city_slug"),
    sqlite_autoincrement=True,
)
"""`max_customers`: how many they can serve, without end where it is empty. `left_at`: they serve nobody any more.
`stars` and `ratings` follow from their conversations: the sum over each customer's last rating, and how many."""

consultant_changes = Table(
    "consultant_changes",
    metadata,
    Column("id", Id, primary_key=True),
    Column("customer_id", Id, ForeignKey("customers.id"), nullable=False),
    Column("old_id", Id, ForeignKey("consultants.id")),
    Column("new_id", Id, ForeignKey("consultants.id"), nullable=False),
    Column("asked", Boolean, nullable=False),
    Column("reason_sealed", LargeBinary),
    Column("at", UtcDateTime, nullable=False),
    Index(None, "customer_id", "id"),
    Index(None, "old_id", "id"),
    sqlite_autoincrement=True,
)
"""Who served a customer, one after another; kept for good. `asked`: at the customer's wish, with a reason."""
