"""One-time codes. Their digits are kept nowhere: they follow from the keys, the row's id and its nonce."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, String, Table

from domain.codes.models import Purpose, Way
from storage.tables.base import Id, UtcDateTime, metadata, one_of

codes = Table(
    "codes",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", Id, ForeignKey("people.id"), nullable=False),
    Column("purpose", String(16), nullable=False),
    Column("way", String(8), nullable=False),
    Column("address_sealed", LargeBinary, nullable=False),
    Column("address_index", LargeBinary, nullable=False),
    Column("nonce", LargeBinary, nullable=False),
    Column("sent_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("used", Boolean, nullable=False),
    Index(None, "person_id", "purpose"),
    Index(None, "address_index"),
    Index(None, "sent_at"),
    one_of("purpose", Purpose),
    one_of("way", Way),
    sqlite_autoincrement=True,
)
"""`address_sealed` is bound to the nonce, since the row has no id yet when it is sealed."""
