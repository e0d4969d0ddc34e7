"""Database addresses as people write them."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from storage.connection import Engine

_DRIVERS = {"sqlite": "sqlite+pysqlite", "postgresql": "postgresql+asyncpg", "postgres": "postgresql+asyncpg"}


def parse(url: str) -> URL:
    """The address with this program's driver: sqlite:///file or postgresql://user:password@host/database.

    Raises ValueError, without repeating the address, for anything else and for an SQLite database without a file.
    """
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise ValueError("not a database address; expected sqlite:///file or postgresql://…") from None
    backend = parsed.drivername.split("+")[0]
    if backend not in _DRIVERS:
        raise ValueError(f"{backend} is not supported; expected sqlite or postgresql")
    if backend == "sqlite" and parsed.database in {None, "", ":memory:"}:
        raise ValueError("SQLite needs a file: the program opens it more than once")
    return parsed.set(drivername=_DRIVERS[backend])


def engine_of(url: URL) -> Engine:
    """Which engine an address as `parse` gives it leads to."""
    return "sqlite" if url.get_backend_name() == "sqlite" else "postgresql"


def sqlite_path(url: URL) -> Path:
    """The file of an SQLite address."""
    return Path(str(url.database))
