"""Who may enter a cabinet, and from which Telegram accounts."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, String, Table, text

from domain.access.models import Ending, Proof
from domain.joining.models import Approval
from storage.tables.base import Id, UtcDateTime, metadata, one_of

credentials = Table(
    "credentials",
    metadata,
    Column("customer_id", Id, ForeignKey("customers.id"), primary_key=True, autoincrement=False),
    Column("number", String(16), nullable=False, unique=True),
    Column("password_sealed", LargeBinary),
    Column("one_time_nonce", LargeBinary),
    Column("one_time_until", UtcDateTime),
    Column("issued_at", UtcDateTime, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
)
"""`password_sealed` is the argon2id hash, sealed: without the keys there is not even a hash to guess against.

The letter's password is nowhere: it follows from the keys and `one_time_nonce`, which goes once there is another.
"""

bindings = Table(
    "bindings",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", Id, ForeignKey("people.id"), nullable=False),
    Column("customer_id", Id, ForeignKey("customers.id"), nullable=False),
    Column("guest_id", Id, ForeignKey("customers.id")),
    Column("bound_at", UtcDateTime, nullable=False),
    Column("ended_at", UtcDateTime),
    Column("ending", String(16)),
    Index(
        "uq_bindings_person_id",
        "person_id",
        unique=True,
        sqlite_where=text("ended_at IS NULL"),
        postgresql_where=text("ended_at IS NULL"),
    ),
    Index(None, "customer_id", "ended_at"),
    one_of("ending", Ending),
    sqlite_autoincrement=True,
)
"""Rows stay when a binding ends. `guest_id` is the cabinet the account had of its own, where it goes back to."""

entries = Table(
    "entries",
    metadata,
    Column("person_id", Id, ForeignKey("people.id"), primary_key=True, autoincrement=False),
    Column("number", String(16), nullable=False),
    Column("customer_id", Id, ForeignKey("customers.id")),
    Column("proof", String(16), nullable=False),
    Column("proven_at", UtcDateTime),
    Column("sent_at", UtcDateTime),
    Column("updated_at", UtcDateTime, nullable=False),
    Index(None, "customer_id"),
    one_of("proof", Proof),
)
"""Ways into a cabinet that were begun; one a person. A number nobody has stands here too, with no cabinet."""

guards = Table(
    "guards",
    metadata,
    Column("key", String(80), primary_key=True),
    Column("count", Integer, nullable=False),
    Column("last_at", UtcDateTime, nullable=False),
    Column("until", UtcDateTime),
    Index(None, "last_at"),
)
"""Tries that are counted, by what is tried and on what."""

consulting_requests = Table(
    "consulting_requests",
    metadata,
    Column("customer_id", Id, ForeignKey("customers.id"), primary_key=True, autoincrement=False),
    Column("person_id", Id, ForeignKey("people.id"), nullable=False),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("answer", String(16)),
    Column("decided_by", Id, ForeignKey("people.id")),
    Column("decided_at", UtcDateTime),
    Column("consultant_id", Id, ForeignKey("consultants.id")),
    Index(None, "decided_at", "asked_at"),
    one_of("answer", Approval),
)
"""Who asked to serve customers, and which admin answered when."""
