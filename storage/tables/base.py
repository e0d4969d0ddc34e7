"""What every table shares: one MetaData, names for constraints, and column types that mean the same on both engines."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, Column, DateTime, Dialect, Integer, MetaData, Text
from sqlalchemy.types import TypeDecorator

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Id = BigInteger().with_variant(Integer, "sqlite")
"""A 64-bit id; SQLite gives ids of its own only to a column that is exactly INTEGER."""


Kopecks = BigInteger()
"""An amount in minor units: a large order at catalog prices does not fit into 32 bits."""


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: aware in code, UTC in the database. A naive one is refused with ValueError."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def words(name: str) -> tuple[Column[Any], Column[Any]]:
    """The two columns of a text that is said in every language of the cabinet."""
    return Column(f"{name}_ru", Text, nullable=False), Column(f"{name}_en", Text, nullable=False)


def one_of(column: str, values: Iterable[str]) -> CheckConstraint:
    """The column holds one of the values. Table-level, since migrations lose column-level checks."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)
