"""Where each conversation stands, for aiogram. The one file of storage that knows it."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey
from sqlalchemy import bindparam, delete, select

from storage.connection import for_both, upsert
from storage.database import Database
from storage.fsm_cache import Cache, Entry, MemoryCache, NoCache, RedisCache
from storage.scope import open_scope
from storage.sealing import place
from storage.tables import fsm

_GET = select(fsm.c.state, fsm.c.data_sealed).where(fsm.c.key == bindparam("name"))
_PUT = for_both(lambda engine: upsert(fsm, engine, ["key"], ["state", "data_sealed", "updated_at"]))
_DROP = delete(fsm).where(fsm.c.key == bindparam("name"))


_NOTHING = Entry()


def make_fsm_storage(database: Database, redis_url: str | None) -> BaseStorage:
    """The states in the database and its transactions; read from Redis first where an address is given.

    On SQLite, where this is the only process, reads are kept in memory instead.
    """
    if redis_url is not None:
        return DatabaseStorage(database, RedisCache(redis_url))
    return DatabaseStorage(database, MemoryCache() if database.engine == "sqlite" else NoCache())


class DatabaseStorage(BaseStorage):
    """FSM states and data as rows, written in the transaction of the update they belong to.

    Setting what is already so writes nothing. Updates of one person must not be handled at the same time.
    """

    def __init__(self, database: Database, cache: Cache) -> None:
        self._database = database
        self._cache = cache

    async def get_state(self, key: StorageKey) -> str | None:
        return (await self._load(build(key))).state

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        name = build(key)
        text = state.state if isinstance(state, State) else state
        known = await self._load(name)
        await self._store(name, known, Entry(text, known.data))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        name = build(key)
        sealed = (await self._load(name)).data
        if sealed is None:
            return {}
        text = self._database.keyring.open(b64decode(sealed), place("fsm", "data", name))
        return dict(json.loads(text))

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        name = build(key)
        known = await self._load(name)
        if not data:
            await self._store(name, known, Entry(known.state))
            return
        if await self.get_data(key) == dict(data):
            return
        text = json.dumps(dict(data), ensure_ascii=False, separators=(",", ":"))
        sealed = self._database.keyring.seal(text, place("fsm", "data", name))
        await self._store(name, known, Entry(known.state, b64encode(sealed).decode()))

    async def close(self) -> None:
        """Closes the way to Redis; the database is closed by who opened it."""
        await self._cache.close()

    async def _load(self, name: str) -> Entry:
        kept = await self._cache.get(name)
        # What was sealed with a former key is read anew: the row may have been sealed with the new one meanwhile.
        if kept is not None and (kept.data is None or self._database.keyring.is_current(b64decode(kept.data))):
            return kept
        async with self._database.read() as work:
            row = (await work.connection.execute(_GET, {"name": name})).first()
        entry = _NOTHING
        if row is not None:
            sealed = row.data_sealed
            entry = Entry(row.state, None if sealed is None else b64encode(sealed).decode())
        await self._cache.read(name, entry)
        return entry

    async def _store(self, name: str, known: Entry, entry: Entry) -> None:
        scope = open_scope()
        if entry == known:
            if scope is not None:
                scope.touched = True
            return
        if scope is not None:
            scope.on_rollback(lambda: self._cache.undone(name))
        await self._cache.writing(name)
        try:
            async with self._database.write() as work:
                if entry == _NOTHING:
                    await work.connection.execute(_DROP, {"name": name})
                else:
                    values = {
                        "key": name,
                        "state": entry.state,
                        "data_sealed": None if entry.data is None else b64decode(entry.data),
                        "updated_at": work.clock(),
                    }
                    await work.connection.execute(_PUT[work.connection.engine], values)
        except BaseException:
            self._cache.undone(name)
            raise
        await self._cache.wrote(name, entry)


def build(key: StorageKey) -> str:
    """The row's key: bot:chat:user:thread:destiny, with a business connection's id at the end where there is one."""
    parts = f"{key.bot_id}:{key.chat_id}:{key.user_id}:{key.thread_id or 0}:{key.destiny}"
    return parts if key.business_connection_id is None else f"{parts}:{key.business_connection_id}"
