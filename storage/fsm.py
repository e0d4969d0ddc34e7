"""Where each conversation stands, for aiogram. The one file of storage that knows it."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, DefaultKeyBuilder, StateType, StorageKey
from aiogram.fsm.storage.redis import RedisStorage
from sqlalchemy import bindparam, delete, select

from storage.connection import for_both, upsert
from storage.database import Database
from storage.scope import open_scope
from storage.sealing import place
from storage.tables import fsm

CACHED = 20_000
"""Conversations kept in memory; with empty data one takes some 200 bytes."""

_GET = select(fsm.c.state, fsm.c.data_sealed).where(fsm.c.key == bindparam("name"))
_PUT = for_both(lambda engine: upsert(fsm, engine, ["key"], ["state", "data_sealed", "updated_at"]))
_DROP = delete(fsm).where(fsm.c.key == bindparam("name"))


@dataclass(frozen=True, slots=True)
class _Entry:
    """`data` is JSON text, so that nobody changes what is kept by changing what they were given."""

    state: str | None = None
    data: str | None = None


_NOTHING = _Entry()


def make_fsm_storage(database: Database, redis_url: str | None) -> BaseStorage:
    """In the database and its transactions; in Redis when an address is given (faster across processes, but a state set

    by an update that is rolled back stays set).
    """
    if redis_url is None:
        return DatabaseStorage(database)
    builder = DefaultKeyBuilder(with_bot_id=True, with_destiny=True, with_business_connection_id=True)
    return RedisStorage.from_url(redis_url, key_builder=builder)


class DatabaseStorage(BaseStorage):
    """FSM states and data as rows, written in the transaction of the update they belong to.

    Setting what is already so writes nothing. On SQLite, where this is the only process, reads are kept in memory; a
    rollback drops what it undid. Updates of one person must not be handled at the same time.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._cache: OrderedDict[str, _Entry] | None = OrderedDict() if database.engine == "sqlite" else None

    async def get_state(self, key: StorageKey) -> str | None:
        return (await self._load(build(key))).state

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        name = build(key)
        text = state.state if isinstance(state, State) else state
        known = await self._load(name)
        await self._store(name, known, _Entry(text, known.data))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        data = (await self._load(build(key))).data
        return {} if data is None else dict(json.loads(data))

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        name = build(key)
        text = json.dumps(dict(data), ensure_ascii=False, separators=(",", ":")) if data else None
        known = await self._load(name)
        await self._store(name, known, _Entry(known.state, text))

    async def close(self) -> None:
        """Nothing to close: the database is closed by who opened it."""

    async def _load(self, name: str) -> _Entry:
        if self._cache is not None and (kept := self._cache.get(name)) is not None:
            self._cache.move_to_end(name)
            return kept
        async with self._database.read() as work:
            row = (await work.connection.execute(_GET, {"name": name})).first()
            entry = _NOTHING
            if row is not None:
                sealed = row.data_sealed
                data = None if sealed is None else work.keyring.open(sealed, place("fsm", "data", name))
                entry = _Entry(row.state, data)
        self._keep(name, entry)
        return entry

    async def _store(self, name: str, known: _Entry, entry: _Entry) -> None:
        if entry == known:
            return
        if (scope := open_scope()) is not None:
            scope.on_rollback(lambda: self._forget(name))
        try:
            async with self._database.write() as work:
                if entry == _NOTHING:
                    await work.connection.execute(_DROP, {"name": name})
                else:
                    values = {
                        "key": name,
                        "state": entry.state,
                        "data_sealed": None
                        if entry.data is None
                        else work.keyring.seal(entry.data, place("fsm", "data", name)),
                        "updated_at": work.clock(),
                    }
                    await work.connection.execute(_PUT[work.connection.engine], values)
        except BaseException:
            self._forget(name)
            raise
        self._keep(name, entry)

    def _keep(self, name: str, entry: _Entry) -> None:
        if self._cache is None:
            return
        self._cache[name] = entry
        self._cache.move_to_end(name)
        if len(self._cache) > CACHED:
            self._cache.popitem(last=False)

    def _forget(self, name: str) -> None:
        if self._cache is not None:
            self._cache.pop(name, None)


def build(key: StorageKey) -> str:
    """The row's key: bot:chat:user:thread:destiny, with a business connection's id at the end where there is one."""
    parts = f"{key.bot_id}:{key.chat_id}:{key.user_id}:{key.thread_id or 0}:{key.destiny}"
    return parts if key.business_connection_id is None else f"{parts}:{key.business_connection_id}"
