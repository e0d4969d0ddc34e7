"""Alembic runs this on the connection that storage.migrate hands it; there is no alembic.ini."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context

from storage.tables import metadata
from storage.tables.base import Id, UtcDateTime
from storage.tables.search import is_ours


def render(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Our column types by what they are in the database: a migration must not change when they do."""
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    return "ID" if item is Id else False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=True,
    render_item=render,
    include_name=lambda name, _kind, _parents: is_ours(name),
)
with context.begin_transaction():
    context.run_migrations()
