"""Telegram accounts and the cabinets they buy in."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, String, Table

from domain.shared.localised import LANGUAGES
from storage.tables.base import Id, UtcDateTime, metadata, one_of

customers = Table(
    "customers",
    metadata,
    Column("id", Id, primary_key=True),
    Column("consultant_id", Id, ForeignKey("consultants.id")),
    Column("chosen_at", UtcDateTime),
    Column("offered_for", Id),
    Column("registered", Boolean, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Index(None, "consultant_id"),
    sqlite_autoincrement=True,
)
"""`registered`: the form is complete. `offered_for`: the consultant, now gone, in whose place another was offered.
Ids are never given twice."""

people = Table(
    "people",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("language", String(2), nullable=False),
    Column("customer_id", Id, ForeignKey("customers.id"), nullable=False),
    Column("own_consultant_id", Id, ForeignKey("consultants.id"), unique=True),
    Column("reachable", Boolean, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Index(None, "customer_id"),
    one_of("language", LANGUAGES),
)
"""`own_consultant_id`: the consultant this person is, not the one who serves them."""
