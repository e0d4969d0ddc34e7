"""How far announcements came, what became of them, and how they are taken back."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, Table

from storage.tables.base import Id, UtcDateTime, metadata

broadcast_figures = Table(
    "broadcast_figures",
    metadata,
    Column("broadcast_id", Id, ForeignKey("broadcasts.id"), primary_key=True, autoincrement=False),
    Column("total", Integer, nullable=False),
    Column("put", Integer, nullable=False),
    Column("message_id", Id),
    Column("told_at", UtcDateTime),
    Column("sent", Integer),
    Column("blocked", Integer),
    Column("failed", Integer),
    Column("skipped", Integer),
    Column("pressed", Integer),
    Column("ordered", Integer),
    Column("stopped", Integer),
    Column("frozen_at", UtcDateTime),
)
"""`total`: who agreed when it began; `put`: rows of the outbox made for it and not dropped. `message_id`: the message
that shows its author how far it is; `told_at`: that message has had its last words. The rest stands once it is frozen,
since the outbox forgets its rows."""

broadcast_recalls = Table(
    "broadcast_recalls",
    metadata,
    Column("broadcast_id", Id, ForeignKey("broadcasts.id"), primary_key=True, autoincrement=False),
    Column("reached", BigInteger, nullable=False),
    Column("put", Integer, nullable=False),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("ended_at", UtcDateTime),
)
"""`reached`: the last row of the outbox whose message was looked at; `put`: deletions owed."""

broadcast_presses = Table(
    "broadcast_presses",
    metadata,
    Column("broadcast_id", Id, ForeignKey("broadcasts.id"), primary_key=True, autoincrement=False),
    Column("person_id", Id, primary_key=True, autoincrement=False),
    Column("stopped", Boolean, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Index(None, "person_id"),
)
"""Who pressed a button of the announcement, and whether it was the one that ends them."""
