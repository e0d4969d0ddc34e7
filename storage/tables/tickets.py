"""What people write to the company about, who of the staff answers, and where it is talked about."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
    Table,
    UniqueConstraint,
)

from domain.tickets.models import Category, EntryKind, State
from storage.tables.base import Id, UtcDateTime, metadata, one_of

tickets = Table(
    "tickets",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", Id, ForeignKey("people.id"), nullable=False),
    Column("key", String(16), nullable=False),
    Column("category", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("consultant_id", Id),
    Column("owner_id", Id),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("closed_at", UtcDateTime),
    Column("rating", Integer),
    Column("merged_into", Id),
    Column("version", Integer, nullable=False),
    Column("reminded", Integer, nullable=False),
    UniqueConstraint("person_id", "key"),
    Index(None, "state", "due_at"),
    Index(None, "merged_into"),
    one_of("category", Category),
    one_of("state", State),
    CheckConstraint("rating BETWEEN 1 AND 5", name="rating"),
    sqlite_autoincrement=True,
)
"""`consultant_id` and `owner_id` are without keys: a ticket outlives who was complained about and who answered."""

ticket_entries = Table(
    "ticket_entries",
    metadata,
    Column("ticket_id", Id, ForeignKey("tickets.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("author_id", Id),
    Column("at", UtcDateTime, nullable=False),
    Column("text_sealed", LargeBinary),
    Column("photo_sealed", LargeBinary),
    PrimaryKeyConstraint("ticket_id", "number"),
    one_of("kind", EntryKind),
)
"""What is sealed is bound to `ticket_id:number`."""

ticket_rooms = Table(
    "ticket_rooms",
    metadata,
    Column("ticket_id", Id, primary_key=True, autoincrement=False),
    Column("group_id", Id, nullable=False),
    Column("thread", Id, nullable=False),
    UniqueConstraint("group_id", "thread"),
)
"""The topic of the staff's group a ticket is talked about in. It outlives the ticket until Telegram has deleted it."""

ticket_staff = Table(
    "ticket_staff",
    metadata,
    Column("person_id", Id, ForeignKey("people.id"), primary_key=True, autoincrement=False),
    Column("name_sealed", LargeBinary, nullable=False),
)
"""What those who serve tickets are called, for each other."""
