"""Announcements to everyone who agreed to promotions; the rows of their people are in the outbox."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, String, Table

from domain.broadcasts.models import BroadcastState
from storage.tables.base import Id, UtcDateTime, metadata, one_of, words

broadcasts = Table(
    "broadcasts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("key", String(16), nullable=False, unique=True),
    Column("author_id", Id, nullable=False),
    *words("text"),
    Column("state", String(16), nullable=False),
    Column("reached", BigInteger, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("ended_at", UtcDateTime),
    Index(None, "state"),
    one_of("state", BroadcastState),
    sqlite_autoincrement=True,
)
"""`reached`: everyone up to this person's id who agreed is in the outbox."""
