"""How goods reach people and how they are paid for."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
)

from domain.ordering.models import Delivery
from domain.payments.models import PaymentState
from storage.tables.base import Id, Kopecks, UtcDateTime, metadata, one_of, words

addresses = Table(
    "addresses",
    metadata,
    Column("id", Id, primary_key=True),
    Column("customer_id", Id, ForeignKey("customers.id"), nullable=False),
    Column("nonce", String(16), nullable=False, unique=True),
    Column("address_sealed", LargeBinary, nullable=False),
    Column("used_at", UtcDateTime, nullable=False),
    Index(None, "customer_id", "used_at"),
)
"""Addresses customers have saved beside the registered one. The nonce names the row in its seal."""

pickup_points = Table(
    "pickup_points",
    metadata,
    Column("id", Id, primary_key=True),
    Column("code", String(32), nullable=False, unique=True),
    *words("city"),
    *words("region"),
    *words("address"),
    Column("hours", Text, nullable=False),
    Column("latitude", Float, nullable=False),
    Column("longitude", Float, nullable=False),
    Column("is_open", Boolean, nullable=False),
    Index(None, "city_ru"),
)
"""A point that is closed stays: orders were sent there."""

delivery_rates = Table(
    "delivery_rates",
    metadata,
    Column("delivery", String(16), primary_key=True),
    Column("region", String(100), primary_key=True),
    Column("region_name", Text, nullable=False),
    Column("cost", Kopecks, nullable=False),
    Column("free_from", Kopecks),
    Column("days_min", Integer, nullable=False),
    Column("days_max", Integer, nullable=False),
    Column("is_on", Boolean, nullable=False),
    one_of("delivery", Delivery),
    CheckConstraint("cost >= 0 AND days_min >= 0 AND days_max >= days_min", name="rate"),
)
"""What differs from the figures the program comes with. `region` is the region's stem, empty for everywhere."""

terms_accepted = Table(
    "terms_accepted",
    metadata,
    Column("customer_id", Id, ForeignKey("customers.id"), primary_key=True, autoincrement=False),
    Column("version", String(32), primary_key=True),
    Column("person_id", Id, nullable=False),
    Column("at", UtcDateTime, nullable=False),
)
"""Which text of the terms of purchase a customer has agreed to, and when."""

payments = Table(
    "payments",
    metadata,
    Column("id", Id, primary_key=True),
    Column("charge_id", String(255), nullable=False, unique=True),
    Column("provider_charge_id", String(255), nullable=False),
    Column("order_id", Id, ForeignKey("orders.id")),
    Column("person_id", Id, ForeignKey("people.id")),
    Column("payload", String(128), nullable=False),
    Column("amount", Kopecks, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("state", String(16), nullable=False),
    Column("trouble", String(16)),
    Column("at", UtcDateTime, nullable=False),
    Column("told_at", UtcDateTime),
    Column("refunded_at", UtcDateTime),
    Column("refunded_by", Id),
    Index(None, "order_id"),
    Index(None, "state"),
    one_of("state", PaymentState),
    CheckConstraint("(state = 'applied') = (trouble IS NULL)", name="trouble"),
    sqlite_autoincrement=True,
)
"""Money that came in, by Telegram's charge id; of the card nothing is known. `trouble` is why it goes back."""
