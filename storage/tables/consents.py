"""Consents: a row for each time one was given, with the version of its text; rows are kept as proof."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, String, Table

from domain.consents.models import Purpose
from storage.tables.base import Id, UtcDateTime, metadata, one_of

consents = Table(
    "consents",
    metadata,
    Column("id", Id, primary_key=True),
    Column("customer_id", Id, ForeignKey("customers.id"), nullable=False),
    Column("person_id", Id, nullable=False),
    Column("purpose", String(16), nullable=False),
    Column("version", String(32), nullable=False),
    Column("given_at", UtcDateTime, nullable=False),
    Column("withdrawn_at", UtcDateTime),
    Index(None, "customer_id", "purpose"),
    one_of("purpose", Purpose),
    sqlite_autoincrement=True,
)
"""`person_id`: the Telegram account that pressed the button."""
