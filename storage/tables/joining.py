"""Registration forms. Every answer is personal data: sealed, each in a column of its own."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, LargeBinary, Table

from storage.tables.base import Id, UtcDateTime, metadata

forms = Table(
    "forms",
    metadata,
    Column("customer_id", Id, ForeignKey("customers.id"), primary_key=True, autoincrement=False),
    Column("name_sealed", LargeBinary),
    Column("birth_date_sealed", LargeBinary),
    Column("phone_sealed", LargeBinary),
    Column("phone_index", LargeBinary),
    Column("updated_at", UtcDateTime, nullable=False),
    Index(None, "phone_index"),
)
"""`phone_index` is the keyed blind index of the phone: equal phones are found, none can be read."""
