"""Requests about personal data, and with them the acts of destruction."""

from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, Index, LargeBinary, String, Table

from domain.joining.models import Step
from domain.personal.models import Ground, Kind, State
from storage.tables.base import Id, UtcDateTime, metadata, one_of

data_requests = Table(
    "data_requests",
    metadata,
    Column("id", Id, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("customer_id", Id, ForeignKey("customers.id"), nullable=False),
    Column("person_id", Id),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("decided_by", Id),
    Column("decided_at", UtcDateTime),
    Column("ground", String(16)),
    Column("about", String(32)),
    Column("words_sealed", LargeBinary),
    Column("answer_sealed", LargeBinary),
    Column("extension_sealed", LargeBinary),
    Column("destroyed", JSON),
    Index(None, "customer_id", "kind"),
    Index(None, "state", "due_at"),
    one_of("kind", Kind),
    one_of("state", State),
    one_of("ground", Ground),
    one_of("about", Step),
    sqlite_autoincrement=True,
)
"""`destroyed` is how many rows of which table went: the act. `person_id` goes with them. No keys to people: the act
outlives them. `about` is the answer of the form a correction is about; what was said is sealed for the row's id."""
