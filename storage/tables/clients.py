"""What consultants put together and have to do for their clients, and what clients do not want to be sent."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, LargeBinary, String, Table, text

from domain.clients.care import TaskKind, TaskState
from domain.clients.models import Quiet
from domain.proposals.models import ProposalState
from storage.tables.base import Id, Kopecks, UtcDateTime, metadata, one_of

proposals = Table(
    "proposals",
    metadata,
    Column("id", Id, primary_key=True),
    Column("consultant_id", Id, ForeignKey("consultants.id"), nullable=False),
    Column("customer_id", Id, ForeignKey("customers.id"), nullable=False),
    Column("state", String(16), nullable=False),
    Column("version", Integer, nullable=False),
    Column("note_sealed", LargeBinary),
    Column("created_at", UtcDateTime, nullable=False),
    Column("sent_at", UtcDateTime),
    Column("ended_at", UtcDateTime),
    Index(None, "customer_id", "consultant_id"),
    Index(
        "uq_proposals_draft",
        "consultant_id",
        "customer_id",
        unique=True,
        sqlite_where=text("state = 'draft'"),
        postgresql_where=text("state = 'draft'"),
    ),
    one_of("state", ProposalState),
    sqlite_autoincrement=True,
)
"""`ended_at`: when it was taken, refused or withdrawn."""

proposal_lines = Table(
    "proposal_lines",
    metadata,
    Column("proposal_id", Id, ForeignKey("proposals.id"), primary_key=True, autoincrement=False),
    Column("article_id", Id, ForeignKey("articles.id"), primary_key=True, autoincrement=False),
    Column("quantity", Integer, nullable=False),
    Column("added_in", Integer, nullable=False),
    Column("seen_price", Kopecks),
    CheckConstraint("quantity > 0", name="quantity"),
)
"""`added_in` is the version in which the line came in; `seen_price` what a piece cost when it was sent."""

client_quiets = Table(
    "client_quiets",
    metadata,
    Column("customer_id", Id, ForeignKey("customers.id"), primary_key=True, autoincrement=False),
    Column("kind", String(16), primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    one_of("kind", Quiet),
)
"""What a customer asked their consultant, whoever it is, not to send."""

client_tasks = Table(
    "client_tasks",
    metadata,
    Column("id", Id, primary_key=True),
    Column("key", String(64), nullable=False, unique=True),
    Column("consultant_id", Id, ForeignKey("consultants.id"), nullable=False),
    Column("customer_id", Id, ForeignKey("customers.id"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("order_id", Id, ForeignKey("orders.id")),
    Column("state", String(16), nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("ended_at", UtcDateTime),
    Index(None, "consultant_id", "state", "due_at"),
    Index(None, "customer_id"),
    Index(None, "order_id", "kind"),
    one_of("kind", TaskKind),
    one_of("state", TaskState),
    sqlite_autoincrement=True,
)
"""What consultants have to do; `key` (order and kind, or customer and year) lets nothing be put down twice."""
