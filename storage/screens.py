"""Which message of a chat is the screen that is edited in place."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, select

from storage.connection import for_both, upsert
from storage.database import Database
from storage.tables import screens

_GET = select(screens.c.message_id).where(screens.c.chat_id == bindparam("chat"))
_PUT = for_both(lambda engine: upsert(screens, engine, ["chat_id"], ["message_id"]))
_FORGET = delete(screens).where(screens.c.chat_id == bindparam("chat"))


class Screens:
    """Every method is a transaction of its own, or part of the scope it is called in."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, chat_id: int) -> int | None:
        async with self._database.read() as work:
            return (await work.connection.execute(_GET, {"chat": chat_id})).scalar_one_or_none()

    async def put(self, chat_id: int, message_id: int) -> None:
        async with self._database.write() as work:
            await work.connection.execute(_PUT[work.connection.engine], {"chat_id": chat_id, "message_id": message_id})

    async def forget(self, chat_id: int) -> None:
        async with self._database.write() as work:
            await work.connection.execute(_FORGET, {"chat": chat_id})
