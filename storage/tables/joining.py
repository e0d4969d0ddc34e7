"""Registration forms. Every answer that is personal data is sealed, each in a column of its own."""

from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, Index, LargeBinary, String, Table

from storage.tables.base import Id, UtcDateTime, metadata

forms = Table(
    "forms",
    metadata,
    Column("customer_id", Id, ForeignKey("customers.id"), primary_key=True, autoincrement=False),
    Column("name_sealed", LargeBinary),
    Column("last_name_sealed", LargeBinary),
    Column("first_name_sealed", LargeBinary),
    Column("patronymic_sealed", LargeBinary),
    Column("birth_date_sealed", LargeBinary),
    Column("passport_sealed", LargeBinary),
    Column("passport_index", LargeBinary),
    Column("passport_issued_sealed", LargeBinary),
    Column("passport_department_sealed", LargeBinary),
    Column("address_sealed", LargeBinary),
    Column("phone_sealed", LargeBinary),
    Column("phone_index", LargeBinary),
    Column("phone_proof", String(8)),
    Column("email_sealed", LargeBinary),
    Column("email_index", LargeBinary),
    Column("email_proof", String(8)),
    Column("group_kind", String(16)),
    Column("group_number_sealed", LargeBinary),
    Column("card_sealed", LargeBinary),
    Column("skipped", JSON),
    Column("waiting_sealed", LargeBinary),
    Column("approval", String(16)),
    Column("updated_at", UtcDateTime, nullable=False),
    Column("reminded_at", UtcDateTime),
    Index(None, "phone_index"),
    Index(None, "email_index"),
    Index(None, "passport_index"),
    Index(None, "updated_at"),
)
"""`*_index` are keyed blind indexes: equal values are found, none can be read; contacts have one when they are proven
to be the person's own. `name_sealed` is first and last name together, for orders."""
