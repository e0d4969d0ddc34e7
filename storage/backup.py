"""A copy of the database while the program runs."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

from storage.urls import engine_of, parse, sqlite_path

_PAGES = 512


class CannotBackUp(Exception):
    """There is no copy; the message says why and what to do."""


async def back_up(url: str, target: Path) -> int:
    """Copies an SQLite database into a new file, whole and consistent, others writing meanwhile; gives its bytes.

    Sealed fields stay sealed: without the key file the copy tells nothing of anybody. Keep the two apart. Raises
    CannotBackUp for PostgreSQL (pg_dump does it), for a missing database or folder, and for a target that is there.
    """
    parsed = parse(url)
    if engine_of(parsed) != "sqlite":
        raise CannotBackUp("PostgreSQL is copied by its own tool: pg_dump --format=custom, with the address's parts.")
    return await asyncio.to_thread(_copy, sqlite_path(parsed), target)


def _copy(source: Path, target: Path) -> int:
    if not source.is_file():
        raise CannotBackUp(f"There is no database at {source}.")
    if target.exists():
        raise CannotBackUp(f"{target} is there already; name a new file.")
    if not target.parent.is_dir():
        raise CannotBackUp(f"There is no folder {target.parent}.")
    part = target.with_name(f"{target.name}.part")
    try:
        # Made empty first, so that nobody else may read it even for a moment.
        part.touch(mode=0o600)
        reading = sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)
        with closing(reading), closing(sqlite3.connect(part)) as writing:
            reading.backup(writing, pages=_PAGES, sleep=0.01)
            writing.execute("PRAGMA journal_mode=DELETE")
        size = part.stat().st_size
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return size
