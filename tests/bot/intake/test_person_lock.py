"""One person's order across replicas, on a real Redis."""

from __future__ import annotations

import asyncio
import random
import uuid
from collections import defaultdict
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.types import Update
from redis.asyncio import Redis

from bot.backoff import Backoff
from bot.intake.handling import CONFIRMED, NOT_CONFIRMED, Limits, LockUnavailable
from bot.intake.person_lock import RedisPersonLock
from bot.intake.queues import PersonQueues
from bot.intake.sender import queue_of
from bot.session import make_session
from tests.bot.telegram import MemoryShelf, text_update
from tests.sandbox_client import TOKEN
from tests.services import redis_client


@pytest.fixture
async def redis() -> AsyncIterator[Redis]:
    async with redis_client() as client:
        yield client


@pytest.fixture
def prefix() -> str:
    return f"test:{uuid.uuid4().hex}"


async def _tell(update: Update) -> None:
    raise AssertionError("nobody has to be told")


async def test_two_replicas_never_handle_one_person_at_once(redis: Redis, prefix: str) -> None:
    seed = random.randrange(2**32)
    print("seed", seed)
    dice = random.Random(seed)
    running: set[int] = set()
    seen: dict[int, list[int]] = defaultdict(list)

    async def handler(update: Update) -> None:
        person = queue_of(update)
        assert person not in running, "two replicas at once"
        running.add(person)
        await asyncio.sleep(dice.uniform(0, 0.01))
        running.discard(person)
        seen[person].append(update.update_id)

    shelf = MemoryShelf()
    async with Bot(TOKEN, session=make_session("http://127.0.0.1:9")) as bot:
        limits = Limits(pauses=Backoff(first=0.01, most=0.05))
        replicas = [
            PersonQueues(bot, handler, shelf, _tell, limits=limits, lock=RedisPersonLock(redis, prefix=prefix))
            for _ in range(2)
        ]
        ends = [dice.choice(replicas).submit(text_update(number, dice.randrange(1, 6))) for number in range(1, 201)]
        assert set(await asyncio.gather(*ends)) == {CONFIRMED}
    assert sum(map(len, seen.values())) == 200
    assert shelf.kept == []
    assert await redis.keys(f"{prefix}:*") == []


async def test_of_several_that_wait_the_earliest_update_goes_first(redis: Redis, prefix: str) -> None:
    lock = RedisPersonLock(redis, prefix=prefix)
    order: list[int] = []

    async def hold(update_id: int) -> None:
        async with lock.hold(5, update_id):
            order.append(update_id)
            await asyncio.sleep(0.05)

    async with lock.hold(5, 1):
        waiting = [asyncio.create_task(hold(update_id)) for update_id in (40, 20, 30, 10)]
        await asyncio.sleep(0.3)
        assert order == []
    await asyncio.gather(*waiting)
    assert order == [10, 20, 30, 40]


async def test_a_dead_holders_lease_runs_out_and_a_dead_waiter_leaves_the_line(redis: Redis, prefix: str) -> None:
    lock = RedisPersonLock(redis, lease=0.6, prefix=prefix)
    name = f"{prefix}:{{5}}"
    await redis.set(name, "a dead holder", px=600)
    await redis.zadd(f"{name}:line", {"a dead waiter": 1})
    await redis.zadd(f"{name}:seen", {"a dead waiter": 1})
    async with asyncio.timeout(5), lock.hold(5, 7):
        assert await redis.get(name) != b"a dead holder"


async def test_a_lease_is_renewed_while_the_handling_runs(redis: Redis, prefix: str) -> None:
    lock = RedisPersonLock(redis, lease=0.3, prefix=prefix)
    async with lock.hold(5, 1):
        for _ in range(10):
            await asyncio.sleep(0.1)
            assert await redis.exists(f"{prefix}:{{5}}")
    assert not await redis.exists(f"{prefix}:{{5}}")


async def test_a_lost_lease_cancels_the_handling_and_the_update_is_not_confirmed(redis: Redis, prefix: str) -> None:
    reached = asyncio.Event()
    committed: list[int] = []

    async def handler(update: Update) -> None:
        reached.set()
        await asyncio.sleep(3)
        committed.append(update.update_id)

    async with Bot(TOKEN, session=make_session("http://127.0.0.1:9")) as bot:
        lock = RedisPersonLock(redis, lease=0.3, prefix=prefix)
        queues = PersonQueues(bot, handler, MemoryShelf(), _tell, lock=lock)
        end = queues.submit(text_update(1, 5))
        await reached.wait()
        await redis.set(f"{prefix}:{{5}}", "somebody else", px=5000)
        assert await asyncio.wait_for(end, 3) == NOT_CONFIRMED
        assert committed == []
        assert await redis.get(f"{prefix}:{{5}}") == b"somebody else", "another's lock is not let go"
        assert await asyncio.wait_for(queues.submit(text_update(2, 6)), 5) == CONFIRMED
        await queues.close()
    await redis.delete(f"{prefix}:{{5}}")


async def test_an_update_waits_in_line_only_so_long(redis: Redis, prefix: str) -> None:
    lock = RedisPersonLock(redis, wait=0.2, prefix=prefix)
    async with lock.hold(5, 1):
        with pytest.raises(LockUnavailable):
            async with lock.hold(5, 2):
                raise AssertionError("it is held already")
    async with lock.hold(5, 3):
        pass


async def test_without_redis_nothing_is_handled_out_of_order() -> None:
    handled: list[int] = []

    async def handler(update: Update) -> None:
        handled.append(update.update_id)

    redis = Redis(host="127.0.0.1", port=9, socket_connect_timeout=0.5)
    async with Bot(TOKEN, session=make_session("http://127.0.0.1:9")) as bot:
        queues = PersonQueues(bot, handler, MemoryShelf(), _tell, lock=RedisPersonLock(redis))
        assert await asyncio.wait_for(queues.submit(text_update(1, 5)), 15) == NOT_CONFIRMED
    assert handled == []
    await redis.aclose()
