"""Files Telegram has already: a sent one is sent again by its id instead of its bytes."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, select

from storage.connection import for_both, upsert
from storage.database import Database
from storage.tables import sent_files

_GET = select(sent_files.c.file_id).where(sent_files.c.key == bindparam("key"))
_PUT = for_both(lambda engine: upsert(sent_files, engine, ["key"], ["file_id"]))
_FORGET = delete(sent_files).where(sent_files.c.key == bindparam("file"))


class SentFiles:
    """Telegram's file ids by a key that names the content (it changes when the picture does)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, key: str) -> str | None:
        async with self._database.read() as work:
            return (await work.connection.execute(_GET, {"key": key})).scalar_one_or_none()

    async def put(self, key: str, file_id: str) -> None:
        async with self._database.write() as work:
            await work.connection.execute(_PUT[work.connection.engine], {"key": key, "file_id": file_id})

    async def forget(self, key: str) -> None:
        """For a file id that Telegram no longer takes."""
        async with self._database.write() as work:
            await work.connection.execute(_FORGET, {"file": key})
