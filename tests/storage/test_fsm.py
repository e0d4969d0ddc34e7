"""Conversation states: kept, in the update's transaction, private."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import StorageKey
from sqlalchemy import func, select

from storage.database import Database
from storage.fsm import DatabaseStorage, build, make_fsm_storage
from storage.fsm_cache import PREFIX, NoCache
from storage.scope import AlreadyHandled
from storage.tables import fsm
from tests.services import REDIS, redis_client

KEY = StorageKey(bot_id=1, chat_id=1001, user_id=1001)
OTHER = StorageKey(bot_id=1, chat_id=1001, user_id=1002)


class Joining(StatesGroup):
    name = State()


@pytest.fixture
def storage(db: Database) -> DatabaseStorage:
    made = make_fsm_storage(db, None)
    assert isinstance(made, DatabaseStorage)
    return made


async def rows(db: Database) -> int:
    async with db.read() as work:
        return int((await work.connection.execute(select(func.count()).select_from(fsm))).scalar_one())


async def test_state_and_data(db: Database, storage: DatabaseStorage) -> None:
    assert await storage.get_state(KEY) is None
    assert await storage.get_data(KEY) == {}
    await storage.set_state(KEY, Joining.name)
    await storage.set_data(KEY, {"step": 1, "имя": ["Анна"]})
    for reader in (storage, DatabaseStorage(db, NoCache())):
        assert await reader.get_state(KEY) == "Joining:name"
        assert await reader.get_data(KEY) == {"step": 1, "имя": ["Анна"]}
        assert await reader.get_state(OTHER) is None
    assert await storage.update_data(KEY, {"step": 2}) == {"step": 2, "имя": ["Анна"]}
    assert await storage.get_value(KEY, "step") == 2
    await storage.set_state(KEY, "plain")
    assert await DatabaseStorage(db, NoCache()).get_data(KEY) == {"step": 2, "имя": ["Анна"]}


async def test_what_was_given_out_can_be_changed_without_harm(storage: DatabaseStorage) -> None:
    data: dict[str, Any] = {"list": [1]}
    await storage.set_data(KEY, data)
    data["list"].append(2)
    (await storage.get_data(KEY))["list"].append(3)
    assert await storage.get_data(KEY) == {"list": [1]}


async def test_an_ended_conversation_leaves_no_row(db: Database, storage: DatabaseStorage) -> None:
    await storage.set_state(KEY, Joining.name)
    await storage.set_data(KEY, {"a": 1})
    assert await rows(db) == 1
    await storage.set_state(KEY, None)
    await storage.set_data(KEY, {})
    assert await rows(db) == 0
    assert await DatabaseStorage(db, NoCache()).get_data(KEY) == {}


async def test_setting_what_is_so_already_writes_nothing(db: Database, storage: DatabaseStorage) -> None:
    async with db.scope(1) as scope:
        await storage.set_state(KEY, None)
        await storage.set_data(KEY, {})
        assert not scope.wrote
        await storage.set_state(KEY, "here")
        assert scope.wrote
        await scope.commit()


async def test_a_rolled_back_update_has_set_no_state(db: Database, storage: DatabaseStorage) -> None:
    await storage.set_state(KEY, "before")
    async with db.scope(1):
        await storage.set_state(KEY, "after")
        await storage.set_data(KEY, {"a": 1})
        assert await storage.get_state(KEY) == "after"
    assert await storage.get_state(KEY) == "before"
    assert await storage.get_data(KEY) == {}
    async with db.scope(1) as scope:
        await storage.set_state(KEY, "after")
        await scope.commit()
    assert await storage.get_state(KEY) == "after"


async def test_a_repeated_update_sets_no_state(db: Database, storage: DatabaseStorage) -> None:
    async with db.scope(1) as scope:
        await storage.set_state(KEY, "first")
        await scope.commit()
    async with db.scope(1):
        with pytest.raises(AlreadyHandled):
            await storage.set_state(KEY, "second")
    assert await storage.get_state(KEY) == "first"


async def test_data_is_kept_sealed(db: Database, storage: DatabaseStorage) -> None:
    await storage.set_data(KEY, {"name": "Клавдия"})
    async with db.read() as work:
        row = (await work.connection.execute(select(fsm))).one()
    assert row.key == "1:1001:1001:0:default"
    assert "Клавдия".encode() not in row.data_sealed


def test_every_conversation_has_a_key_of_its_own() -> None:
    keys = [
        KEY,
        OTHER,
        StorageKey(2, 1001, 1001),
        StorageKey(1, -5, 1001),
        StorageKey(1, 1001, 1001, thread_id=3),
        StorageKey(1, 1001, 1001, destiny="support"),
        StorageKey(1, 1001, 1001, business_connection_id="b"),
    ]
    assert len({build(key) for key in keys}) == len(keys)


async def test_redis_keeps_what_was_committed_and_nothing_else(db: Database) -> None:
    async with redis_client() as client:
        storage = make_fsm_storage(db, REDIS)
        key = StorageKey(1, 1001, 1001, destiny=uuid.uuid4().hex)
        name = PREFIX + build(key)
        try:
            await storage.set_state(key, Joining.name)
            await storage.set_data(key, {"имя": "Клавдия"})
            assert await storage.get_state(key) == "Joining:name"
            kept = await client.get(name)
            assert kept is not None
            assert "Клавдия" not in kept.decode()

            async with db.scope(None) as scope:
                await storage.set_state(key, "other")
                assert await storage.get_state(key) == "other"
                assert await client.get(name) is None, "undone or crashed, it would be stale"
                await scope.rollback()
            assert await storage.get_state(key) == "Joining:name"

            async with db.scope(None) as scope:
                await storage.set_state(key, "other")
                await scope.commit()
            assert await storage.get_state(key) == "other"
            assert await storage.get_data(key) == {"имя": "Клавдия"}
        finally:
            await client.delete(name)
            await storage.close()
