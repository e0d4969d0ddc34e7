"""Updates put aside, and marks of handled ones."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from storage.database import Database
from storage.files import SentFiles
from storage.scope import AlreadyHandled
from storage.screens import Screens
from storage.tables import failed_updates
from storage.updates import FailedUpdate, Updates

PAYLOAD = '{"message": {"text": "мой паспорт 4509 123456"}}'


async def test_put_aside_listed_and_replayed(db: Database, watch: Any) -> None:
    updates = Updates(db)
    first = await updates.put_aside(77, 1001, PAYLOAD, "KeyError in views.py:12", 3, watch())
    second = await updates.put_aside(78, None, "{}", "TimeoutError", 3, watch())
    assert await updates.failed(1) == [
        FailedUpdate(first, 77, 1001, PAYLOAD, "KeyError in views.py:12", 3, watch(), None)  # type: ignore[arg-type]
    ]
    assert [one.id for one in await updates.failed(10)] == [first, second]
    await updates.mark_replayed(first, watch.forward(minutes=1))
    assert [one.id for one in await updates.failed(10)] == [second]
    replayed = await updates.get(first)
    assert replayed is not None
    assert replayed.replayed_at == watch()
    assert await updates.get(999) is None


async def test_the_payload_is_kept_sealed(db: Database, watch: Any) -> None:
    await Updates(db).put_aside(77, 1001, PAYLOAD, "KeyError", 3, watch())
    async with db.read() as work:
        kept = (await work.connection.execute(select(failed_updates))).one()
    assert not any("паспорт".encode() in value for value in kept if isinstance(value, bytes))
    assert not any("паспорт" in value for value in kept if isinstance(value, str))


async def test_an_update_may_fail_again_after_its_replay(db: Database, watch: Any) -> None:
    updates = Updates(db)
    ids = [await updates.put_aside(77, 1001, PAYLOAD, "KeyError", 3, watch()) for _ in range(2)]
    assert [one.id for one in await updates.failed(10)] == ids


async def handle(db: Database, update_id: int) -> None:
    async with db.scope(update_id) as scope:
        await Screens(db).put(1, update_id)
        await scope.commit()


async def test_a_mark_can_be_forgotten_for_a_replay(db: Database) -> None:
    await handle(db, 77)
    with pytest.raises(AlreadyHandled):
        await handle(db, 77)
    assert await Updates(db).forget_handled(77)
    assert not await Updates(db).forget_handled(77)
    await handle(db, 77)


async def test_old_marks_are_pruned(db: Database, watch: Any) -> None:
    await handle(db, 77)
    watch.forward(hours=49)
    await handle(db, 78)
    assert await Updates(db).prune(watch() - timedelta(hours=48)) == 1
    await handle(db, 77)
    with pytest.raises(AlreadyHandled):
        await handle(db, 78)


async def test_screens(db: Database) -> None:
    screens = Screens(db)
    assert await screens.get(-100_123_456_789_012) is None
    await screens.put(-100_123_456_789_012, 5)
    await screens.put(-100_123_456_789_012, 6)
    assert await screens.get(-100_123_456_789_012) == 6
    await screens.forget(-100_123_456_789_012)
    assert await screens.get(-100_123_456_789_012) is None


async def test_sent_files(db: Database) -> None:
    files = SentFiles(db)
    assert await files.get("product/1") is None
    await files.put("product/1", "AgACAgIAAxkBAAI")
    await files.put("product/1", "AgACAgIAAxkBAAJ")
    assert await files.get("product/1") == "AgACAgIAAxkBAAJ"
    await files.forget("product/1")
    assert await files.get("product/1") is None
