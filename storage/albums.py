"""Which pictures of an announcement somebody has already, so that a second try does not bring them twice."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import bindparam, select

from storage.connection import for_both, insert
from storage.database import Database
from storage.tables import broadcast_albums

_GET = select(broadcast_albums.c.message_ids).where(
    broadcast_albums.c.broadcast_id == bindparam("broadcast"), broadcast_albums.c.person_id == bindparam("person")
)
_PUT = for_both(lambda engine: insert(broadcast_albums, engine).on_conflict_do_nothing())


class SentAlbums:
    """Each method is a transaction of its own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def has(self, broadcast_id: int, person_id: int) -> bool:
        """Whether the pictures were sent to that person."""
        async with self._database.read() as work:
            found = await work.connection.execute(_GET, {"broadcast": broadcast_id, "person": person_id})
            return found.first() is not None

    async def messages(self, broadcast_id: int, person_id: int) -> Sequence[int]:
        """The messages the pictures are; none where there was no album."""
        async with self._database.read() as work:
            found = await work.connection.execute(_GET, {"broadcast": broadcast_id, "person": person_id})
            return list(found.scalar_one_or_none() or ())

    async def put(self, broadcast_id: int, person_id: int, message_ids: Sequence[int]) -> None:
        """Notes them, with the messages they are, to be found when they are taken back."""
        values = {"broadcast_id": broadcast_id, "person_id": person_id, "message_ids": list(message_ids)}
        async with self._database.write() as work:
            await work.connection.execute(_PUT[work.connection.engine], values)
