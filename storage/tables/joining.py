"""Registration forms. Every answer that is personal data is sealed, each in a column of its own."""

from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, Index, LargeBinary, String, Table

from domain.codes.models import Way
from storage.tables.base import Id, UtcDateTime, metadata, one_of

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
    Column("blocked", String(200)),
    Column("updated_at", UtcDateTime, nullable=False),
    Column("reminded_at", UtcDateTime),
    Index(None, "phone_index"),
    Index(None, "email_index"),
    Index(None, "passport_index"),
    Index(None, "updated_at"),
)
"""`*_index` are keyed blind indexes: equal values are found, none can be read; contacts have one when they are proven
to be the person's own. `name_sealed` is first and last name together, for orders. `blocked` names the answers that are
being checked, with spaces between: not JSON, which PostgreSQL cannot group by."""

former_contacts = Table(
    "former_contacts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("customer_id", Id, ForeignKey("customers.id"), nullable=False),
    Column("step", String(16), nullable=False),
    Column("way", String(8), nullable=False),
    Column("address_sealed", LargeBinary, nullable=False),
    Column("nonce", LargeBinary, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
    Index(None, "customer_id"),
    Index(None, "changed_at"),
    one_of("way", Way),
    sqlite_autoincrement=True,
)
"""Where it is told that a contact was changed, for two days. `address_sealed` is bound to the nonce, as in codes."""
