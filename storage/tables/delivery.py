"""Messages owed, and files Telegram knows already."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, String, Table, Text, text

from domain.notices.models import Channel
from storage.tables.base import Id, UtcDateTime, metadata, one_of


class OutboxState(StrEnum):
    """`dead` was put aside after its tries; `unreachable` waits for the person to unblock the bot."""

    WAITING = "waiting"
    SENT = "sent"
    DEAD = "dead"
    UNREACHABLE = "unreachable"


VANISHING = "kind = 'personal_data' AND state = 'sent' AND message_id IS NOT NULL"
"""Messages that must not stay in the chat and are still there."""

UNSAID = (
    "kind IN ('broadcast', 'broadcast_recall')"
    " AND (state IN ('dead', 'unreachable') OR (state = 'sent' AND message_id IS NULL))"
)
"""Rows of announcements that came to nothing: few, so what came to people is counted by what did not."""

outbox = Table(
    "outbox",
    metadata,
    Column("id", Id, primary_key=True),
    Column("key", String(128), nullable=False, unique=True),
    Column("person_id", Id, ForeignKey("people.id"), nullable=False),
    Column("channel", String(16), nullable=False, server_default=Channel.TELEGRAM),
    Column("kind", String(64), nullable=False),
    Column("args", JSON, nullable=False),
    Column("priority", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("lease_until", UtcDateTime),
    Column("attempts", Integer, nullable=False),
    Column("last_error", Text),
    Column("created_at", UtcDateTime, nullable=False),
    Column("sent_at", UtcDateTime),
    Column("message_id", Id),
    Column("subject", String(64)),
    Index("ix_outbox_subject", "subject", "id"),
    Index("ix_outbox_unsaid", "subject", "state", sqlite_where=text(UNSAID), postgresql_where=text(UNSAID)),
    Index(
        "ix_outbox_waiting",
        "channel",
        "priority",
        "due_at",
        "id",
        sqlite_where=text("state = 'waiting'"),
        postgresql_where=text("state = 'waiting'"),
    ),
    Index("ix_outbox_vanishing", "sent_at", sqlite_where=text(VANISHING), postgresql_where=text(VANISHING)),
    Index("ix_outbox_person_state", "person_id", "state"),
    Index("ix_outbox_state", "state", "due_at"),
    one_of("state", OutboxState),
    sqlite_autoincrement=True,
)

sent_files = Table(
    "sent_files",
    metadata,
    Column("key", String(200), primary_key=True),
    Column("file_id", Text, nullable=False),
)
