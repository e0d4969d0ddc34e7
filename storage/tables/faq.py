"""Frequent questions, as far as admins changed or added any; the program's own are in its locale files."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, PrimaryKeyConstraint, String, Table, Text

from domain.shared.localised import LANGUAGES
from storage.tables.base import Id, UtcDateTime, metadata, one_of

faq_entries = Table(
    "faq_entries",
    metadata,
    Column("slug", String(32), nullable=False),
    Column("language", String(2), nullable=False),
    Column("question", Text, nullable=False),
    Column("answer", Text, nullable=False),
    Column("hidden", Boolean, nullable=False),
    Column("edited_by", Id, nullable=False),
    Column("edited_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("slug", "language"),
    one_of("language", LANGUAGES),
)
