"""Announcements to everyone who agreed to promotions; the rows of their people are in the outbox."""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, Column, ForeignKey, Index, LargeBinary, String, Table, UniqueConstraint

from domain.broadcasts.kinds import BroadcastKind
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
    Column("kind", String(16), nullable=False, server_default=BroadcastKind.NEWS),
    Column("segment", JSON, nullable=False, server_default="[]"),
    Column("pictures", JSON, nullable=False, server_default="[]"),
    Column("links", JSON, nullable=False, server_default="[]"),
    Column("promotion_id", Id),
    Column("times", JSON, nullable=False, server_default="{}"),
    Column("starts_at", UtcDateTime),
    Column("parent_id", Id),
    Column("approved_by", Id),
    Column("look_at", UtcDateTime),
    Column("consultant_id", Id, ForeignKey("consultants.id")),
    Column("rests_until", UtcDateTime),
    Index(None, "state"),
    Index(None, "consultant_id", "starts_at"),
    UniqueConstraint("parent_id", "starts_at"),
    one_of("state", BroadcastState),
    one_of("kind", BroadcastKind),
    sqlite_autoincrement=True,
)
"""`reached`: everyone up to this person's id who agreed is in the outbox. `starts_at`: when it began or will; of one
that is repeated, the next time. `parent_id`: the repeated one whose time this is; a time comes once. `look_at`: before
that there is nothing to put into the outbox; `rests_until`: when the next people's time comes, as their author is told.
`consultant_id`: whose own it is, to their customers alone."""

broadcast_legs = Table(
    "broadcast_legs",
    metadata,
    Column("broadcast_id", Id, ForeignKey("broadcasts.id"), primary_key=True, autoincrement=False),
    Column("zone", String(64), primary_key=True),
    Column("due_at", UtcDateTime, nullable=False),
    Column("reached", BigInteger, nullable=False),
)
"""The people of one time zone, where that matters: when their turn begins and how far it came. An empty `zone` is that
of whoever's is not known."""

broadcast_albums = Table(
    "broadcast_albums",
    metadata,
    Column("broadcast_id", Id, ForeignKey("broadcasts.id"), primary_key=True, autoincrement=False),
    Column("person_id", Id, primary_key=True, autoincrement=False),
    Column("message_ids", JSON, nullable=False),
)
"""The pictures that were sent before the text of an announcement, as messages of their own."""

muted_kinds = Table(
    "muted_kinds",
    metadata,
    Column("customer_id", Id, ForeignKey("customers.id"), primary_key=True, autoincrement=False),
    Column("kind", String(16), primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    one_of("kind", BroadcastKind),
)
"""Kinds of announcements a cabinet has switched off."""

audience_marks = Table(
    "audience_marks",
    metadata,
    Column("customer_id", Id, ForeignKey("customers.id"), primary_key=True, autoincrement=False),
    Column("read_at", UtcDateTime, nullable=False),
    Column("town_sealed", LargeBinary),
    Column("town_index", LargeBinary),
    Column("birthday_sealed", LargeBinary),
    Column("birthday_index", LargeBinary),
    Column("time_zone", String(64)),
    Index(None, "town_index"),
    Index(None, "birthday_index"),
)
"""What of a form an announcement chooses people by, of those alone who agreed to promotions: the town (GeoNames id) and
the day and month of birth, sealed and found by their blind indexes, and the time zone, which names nobody. `read_at`
is when the form was last changed that they were read from."""
