"""Where each conversation stands."""

from __future__ import annotations

from sqlalchemy import Column, LargeBinary, String, Table

from storage.tables.base import Id, UtcDateTime, metadata

fsm = Table(
    "fsm",
    metadata,
    Column("key", String(200), primary_key=True),
    Column("state", String(128)),
    Column("data_sealed", LargeBinary),
    Column("updated_at", UtcDateTime, nullable=False),
)
"""`data_sealed` is JSON: what is typed into a form halfway may be personal."""

screens = Table(
    "screens",
    metadata,
    Column("chat_id", Id, primary_key=True, autoincrement=False),
    Column("message_id", Id, nullable=False),
)
"""The message of each chat that is edited in place."""
