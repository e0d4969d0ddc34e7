"""Which updates took effect already, and which could not be handled."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text

from storage.tables.base import Id, UtcDateTime, metadata

handled_updates = Table(
    "handled_updates",
    metadata,
    Column("update_id", Id, primary_key=True, autoincrement=False),
    Column("at", UtcDateTime, nullable=False),
    Column("outcome_sealed", LargeBinary),
    Index(None, "at"),
)
"""`outcome_sealed` is the answer that was to be shown; it may quote what the person typed."""

failed_updates = Table(
    "failed_updates",
    metadata,
    Column("id", Id, primary_key=True),
    Column("update_id", Id, nullable=False),
    Column("person_id", Id),
    Column("payload_sealed", LargeBinary, nullable=False),
    Column("error", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("replayed_at", UtcDateTime),
    Index(None, "replayed_at", "id"),
    sqlite_autoincrement=True,
)
"""`person_id` may be somebody the cabinet has never met: no foreign key."""
