"""The outbox: owed once, claimed by one, finished, put off, put aside."""

from __future__ import annotations

import asyncio
from contextvars import Context
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from domain.notices.models import Notice, NoticeKind, Priority
from domain.shared.ids import PersonId
from storage.database import Database
from storage.outbox_queue import OutboxQueue, OutboxStats
from storage.tables import outbox
from tests.storage.shop import ANNA, BORIS, OLEG, Shop

MINUTE = timedelta(minutes=1)


async def owe(db: Database, *keys: str, to: PersonId = ANNA, priority: Priority = Priority.NOTICE) -> None:
    async with db.write() as work:
        for key in keys:
            await work.outbox.put(Notice(to, NoticeKind.ORDER_PLACED, key, {"order": 7, "word": "да"}, priority))


@pytest.fixture
async def queue(db: Database, shop: Shop) -> OutboxQueue:
    return OutboxQueue(db)


async def state_of(db: Database, key: str) -> Any:
    async with db.read() as work:
        return (await work.connection.execute(select(outbox).where(outbox.c.key == key))).one()


async def test_a_claimed_row_says_all_that_is_needed(db: Database, queue: OutboxQueue, watch: Any) -> None:
    await owe(db, "k", to=BORIS)
    (row,) = await queue.claim(10, watch(), MINUTE)
    assert (row.key, row.person_id, row.language, row.kind, row.args) == (
        "k",
        BORIS,
        "en",
        "order_placed",
        {"order": 7, "word": "да"},
    )
    assert (row.priority, row.attempts, row.created_at) == (0, 1, watch())


async def test_what_a_dead_process_claimed_is_free_at_once_after_release(
    db: Database, queue: OutboxQueue, watch: Any
) -> None:
    await owe(db, "on its way", "done")
    claimed = await queue.claim(10, watch(), MINUTE)
    await queue.sent([(row.id, 5) for row in claimed if row.key == "done"], watch())
    assert await queue.claim(10, watch(), MINUTE) == []
    await queue.release()
    assert [(row.key, row.attempts) for row in await queue.claim(10, watch(), MINUTE)] == [("on its way", 2)]


async def test_the_same_key_is_owed_once(db: Database, queue: OutboxQueue, watch: Any) -> None:
    await owe(db, "k", "k")
    await owe(db, "k", to=BORIS)
    assert len(await queue.claim(10, watch(), MINUTE)) == 1


async def test_notices_before_bulk_then_the_oldest(db: Database, queue: OutboxQueue, watch: Any) -> None:
    await owe(db, "bulk", priority=Priority.BULK)
    await owe(db, "first", "second")
    watch.forward(seconds=1)
    await owe(db, "later")
    claimed = [(await queue.claim(1, watch(), MINUTE))[0].key for _ in range(4)]
    assert claimed == ["first", "second", "later", "bulk"]


async def test_a_lease_keeps_others_away_until_it_ends(db: Database, queue: OutboxQueue, watch: Any) -> None:
    await owe(db, "k")
    await queue.claim(10, watch(), MINUTE)
    assert await queue.claim(10, watch(), MINUTE) == []
    assert await queue.next_due() == watch() + MINUTE
    watch.forward(seconds=60)
    (again,) = await queue.claim(10, watch(), MINUTE)
    assert again.attempts == 2


async def test_many_claimers_never_get_the_same_row(db: Database, queue: OutboxQueue, watch: Any) -> None:
    await owe(db, *(f"k{number}" for number in range(40)))
    claims = await asyncio.gather(*(queue.claim(7, watch(), MINUTE) for _ in range(8)))
    keys = [row.key for rows in claims for row in rows]
    assert len(keys) == len(set(keys))
    rest = await queue.claim(100, watch(), MINUTE)
    assert len(keys) + len(rest) == 40
    assert all(len(rows) <= 7 for rows in claims)


@pytest.mark.parametrize("engine_url", ["postgresql"], indirect=True)
async def test_a_slow_claimer_holds_up_nobody(db: Database, queue: OutboxQueue, watch: Any) -> None:
    await owe(db, "first", "second")
    async with db.write():
        (first,) = await queue.claim(1, watch(), MINUTE)
        claiming = asyncio.get_running_loop().create_task(queue.claim(10, watch(), MINUTE), context=Context())
        (second,) = await asyncio.wait_for(claiming, 5)
    assert (first.key, second.key) == ("first", "second")


async def test_sent_is_done(db: Database, queue: OutboxQueue, watch: Any) -> None:
    await owe(db, "told", "nothing to say")
    told, silent = await queue.claim(10, watch(), MINUTE)
    await queue.sent([(told.id, 555), (silent.id, None)], watch.forward(seconds=1))
    await queue.sent([], watch())
    row = await state_of(db, "told")
    assert (row.state, row.message_id, row.sent_at) == ("sent", 555, watch())
    assert (await state_of(db, "nothing to say")).message_id is None
    assert await queue.next_due() is None
    assert await queue.claim(10, watch.forward(hours=1), MINUTE) == []
    await owe(db, "told")
    assert await queue.next_due() is None


async def test_put_off_until_later(db: Database, queue: OutboxQueue, watch: Any) -> None:
    await owe(db, "k")
    (row,) = await queue.claim(10, watch(), MINUTE)
    due = watch() + timedelta(seconds=90)
    await queue.retry(row.id, due, "502 " + "x" * 10_000)
    assert await queue.next_due() == due
    assert await queue.claim(10, watch.forward(seconds=89), MINUTE) == []
    (again,) = await queue.claim(10, watch.forward(seconds=1), MINUTE)
    assert again.attempts == 2
    assert len((await state_of(db, "k")).last_error) == 500


async def test_put_aside_with_its_reason(db: Database, queue: OutboxQueue, watch: Any) -> None:
    await owe(db, "k")
    (row,) = await queue.claim(10, watch(), MINUTE)
    await queue.put_aside(row.id, "can't parse entities")
    assert await queue.claim(10, watch.forward(hours=1), MINUTE) == []
    kept = await state_of(db, "k")
    assert (kept.state, kept.last_error) == ("dead", "can't parse entities")
    assert (await queue.stats(watch())).dead == 1


async def test_an_unreachable_person_waits_without_counting(db: Database, queue: OutboxQueue, watch: Any) -> None:
    await owe(db, "a1", "a2")
    await owe(db, "b", to=BORIS)
    (first, *_) = await queue.claim(1, watch(), MINUTE)
    assert first.person_id == ANNA
    await queue.unreachable(ANNA, watch())
    assert [row.key for row in await queue.claim(10, watch.forward(hours=1), MINUTE)] == ["b"]
    assert (await queue.stats(watch())).waiting == 1
    async with db.write() as work:
        await work.people.set_reachable(ANNA, True)
    revived = await queue.claim(10, watch(), MINUTE)
    assert [(row.key, row.attempts) for row in revived] == [("a1", 1), ("a2", 1)]


async def test_statistics(db: Database, queue: OutboxQueue, watch: Any) -> None:
    assert await queue.stats(watch()) == OutboxStats(0, 0.0, 0)
    assert await queue.next_due() is None
    await owe(db, "old")
    watch.forward(seconds=30)
    await owe(db, "new", to=OLEG)
    await queue.claim(1, watch(), MINUTE)
    assert await queue.stats(watch.forward(seconds=10)) == OutboxStats(2, 40.0, 0)


async def test_old_ones_are_forgotten(db: Database, queue: OutboxQueue, watch: Any) -> None:
    await owe(db, "sent", "waiting")
    sent, _ = await queue.claim(10, watch(), MINUTE)
    await queue.sent([(sent.id, 1)], watch())
    assert await queue.prune(watch()) == 0
    assert await queue.prune(watch.forward(days=1)) == 1
    assert (await queue.stats(watch())).waiting == 1


async def test_a_notice_goes_with_its_cause(db: Database, queue: OutboxQueue, watch: Any) -> None:
    async with db.scope(1):
        await owe(db, "k")
    assert await queue.next_due() is None
