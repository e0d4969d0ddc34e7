"""Who of the staff did what with whose personal data. Rows are only ever added; each is chained to the one before."""

from __future__ import annotations

from sqlalchemy import Column, Index, LargeBinary, String, Table

from domain.audit.models import Action
from storage.tables.base import Id, UtcDateTime, metadata, one_of

audit_log = Table(
    "audit_log",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("at", UtcDateTime, nullable=False),
    Column("who", Id, nullable=False),
    Column("action", String(32), nullable=False),
    Column("subject", Id),
    Column("reason_sealed", LargeBinary),
    Column("previous", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Index(None, "who", "at"),
    Index(None, "subject"),
    one_of("action", Action),
)
"""`id` counts from 1 without a gap. `who` is a person, `subject` a cabinet; neither is a foreign key, since the log
outlives what it tells of. `hash` is keyed: nobody makes a right one without the keys."""

audit_head = Table(
    "audit_head",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("entries", Id, nullable=False),
    Column("last", LargeBinary, nullable=False),
    Column("seal", LargeBinary, nullable=False),
)
"""One row: how many entries there are and the hash of the last, so that the end cannot be cut off."""
