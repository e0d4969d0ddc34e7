"""Conversations of customers with their consultants, and their messages in pairs."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, String, Table, text

from domain.relay.models import Kind
from storage.tables.base import Id, UtcDateTime, metadata, one_of

_OPEN = text("closed_at IS NULL")
_WAITS = text("sent_at IS NULL AND failed_at IS NULL AND deleted_at IS NULL")

conversations = Table(
    "conversations",
    metadata,
    Column("id", Id, primary_key=True),
    Column("customer_id", Id, ForeignKey("customers.id"), nullable=False),
    Column("consultant_id", Id, ForeignKey("consultants.id"), nullable=False),
    Column("person_id", Id, nullable=False),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("last_at", UtcDateTime, nullable=False),
    Column("unread", Integer, nullable=False),
    Column("answered", Boolean, nullable=False),
    Column("waits_since", UtcDateTime),
    Column("reminded_at", UtcDateTime),
    Column("offered_at", UtcDateTime),
    Column("closed_at", UtcDateTime),
    Column("rating", Integer),
    Column("rated_at", UtcDateTime),
    Column("word_sealed", LargeBinary),
    Index("uq_conversations_customer_id", "customer_id", unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN),
    Index("ix_conversations_consultant_id_last_at", "consultant_id", "last_at"),
    Index("ix_conversations_waits_since", "waits_since", sqlite_where=_OPEN, postgresql_where=_OPEN),
    sqlite_autoincrement=True,
)
"""A customer has one open conversation at most. `person_id` is the account of theirs that wrote last.
`word_sealed` goes with the rating."""

relayed_messages = Table(
    "relayed_messages",
    metadata,
    Column("id", Id, primary_key=True),
    Column("conversation_id", Id, ForeignKey("conversations.id"), nullable=False),
    Column("from_consultant", Boolean, nullable=False),
    Column("sender_id", Id, nullable=False),
    Column("receiver_id", Id, nullable=False),
    Column("nonce", String(64), nullable=False, unique=True),
    Column("source_id", Id),
    Column("sent_id", Id),
    Column("also_id", Id),
    Column("kind", String(16), nullable=False),
    Column("content_sealed", LargeBinary),
    Column("group_id", String(64)),
    Column("replies_to", Id),
    Column("at", UtcDateTime, nullable=False),
    Column("edits", Integer, nullable=False),
    Column("sent_at", UtcDateTime),
    Column("failed_at", UtcDateTime),
    Column("deleted_at", UtcDateTime),
    Column("told_at", UtcDateTime),
    Column("sender_reaction", String(16)),
    Column("receiver_reaction", String(16)),
    Index(None, "conversation_id", "id"),
    Index(None, "sender_id", "source_id"),
    Index(None, "receiver_id", "sent_id"),
    Index(None, "receiver_id", "also_id"),
    Index(None, "sender_id", "at"),
    Index("ix_relayed_messages_waiting", "at", sqlite_where=_WAITS, postgresql_where=_WAITS),
    one_of("kind", Kind),
    sqlite_autoincrement=True,
)
"""A row is a pair: `source_id` in the sender's chat, `sent_id` in the receiver's. `content_sealed` is JSON; it is
sealed for the row's `nonce`, and gone once the message is taken back."""

away_texts = Table(
    "away_texts",
    metadata,
    Column("consultant_id", Id, ForeignKey("consultants.id"), primary_key=True, autoincrement=False),
    Column("text_sealed", LargeBinary, nullable=False),
)
"""What a consultant's customers read outside the consultant's hours."""
