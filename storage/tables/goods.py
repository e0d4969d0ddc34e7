"""Goods files on their way into the shop."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table, Text

from domain.goods.imports import State
from storage.tables.base import Id, UtcDateTime, metadata, one_of

goods_imports = Table(
    "goods_imports",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", Id, nullable=False),
    Column("file_id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("state", String(16), nullable=False),
    Column("key", String(16), nullable=False),
    Column("message_id", Integer),
    Column("at", UtcDateTime, nullable=False),
    Index(None, "state"),
    Index(None, "person_id"),
    one_of("state", State),
)
"""The file itself stays with Telegram; `key` names what its last check showed. `person_id` is of the staff."""
