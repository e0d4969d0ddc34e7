"""One active worker among several, on a real PostgreSQL."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest

from bot.roles import Active, run_together
from storage.locks import AlreadyRunning, process_lock
from tests.bot.telegram import until
from tests.services import postgres_database


class Work:
    """Something that runs; `sending` says whether it would send now."""

    def __init__(self, fails: bool = False) -> None:
        self.sending = False
        self.runs = 0
        self._fails = fails
        self._stop = asyncio.Event()

    async def run(self) -> None:
        self._stop.clear()
        self.sending = True
        self.runs += 1
        if self._fails:
            self.sending = False
            raise RuntimeError("it cannot work")
        await self._stop.wait()
        self.sending = False

    def stop(self) -> None:
        self._stop.set()


@pytest.fixture
async def url() -> AsyncIterator[str]:
    async with postgres_database(migrated=False) as address:
        yield address


def _active(url: str, work: Work) -> Active:
    return Active(lambda: process_lock(url, "worker", patience=0.2), [work])


async def test_one_is_active_and_the_standby_takes_over_when_it_ends(url: str) -> None:
    first, second = Work(), Work()
    one, two = _active(url, first), _active(url, second)
    running_one = asyncio.create_task(one.run())
    await until(lambda: first.sending)
    running_two = asyncio.create_task(two.run())
    await asyncio.sleep(1.0)
    assert first.sending
    assert not second.sending
    one.stop()
    await asyncio.wait_for(running_one, 10)
    assert not first.sending
    await until(lambda: second.sending, within=15)
    two.stop()
    await asyncio.wait_for(running_two, 10)


async def test_losing_the_locks_connection_stops_the_active_one_and_the_standby_takes_over(url: str) -> None:
    first, second = Work(), Work()
    one, two = _active(url, first), _active(url, second)
    running = [asyncio.create_task(one.run())]
    await until(lambda: first.sending)
    running.append(asyncio.create_task(two.run()))
    await asyncio.sleep(0.5)
    connection = await asyncpg.connect(url)
    await connection.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted"
        " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    )
    await connection.close()
    await until(lambda: not first.sending or first.runs > 1, within=5)
    await until(lambda: second.sending != first.sending, within=15)
    assert first.runs + second.runs == 2
    for active in (one, two):
        active.stop()
    await asyncio.wait_for(asyncio.gather(*running), 10)


async def test_a_standby_can_be_stopped_while_it_waits_and_leaves_no_connection(url: str) -> None:
    first, second = Work(), Work()
    one, two = _active(url, first), _active(url, second)
    running_one = asyncio.create_task(one.run())
    await until(lambda: first.sending)
    running_two = asyncio.create_task(two.run())
    await asyncio.sleep(0.5)
    two.stop()
    await asyncio.wait_for(running_two, 5)
    assert second.runs == 0
    connection = await asyncpg.connect(url)
    query = (
        "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'cabinet lock' AND datname = current_database()"
    )
    assert await connection.fetchval(query) == 1
    await connection.close()
    one.stop()
    await asyncio.wait_for(running_one, 10)


async def test_on_sqlite_a_second_process_is_refused(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'cabinet.db'}"
    work = Work()
    one = _active(url, work)
    running = asyncio.create_task(one.run())
    await until(lambda: work.sending)
    with pytest.raises(AlreadyRunning):
        await _active(url, Work()).run()
    one.stop()
    await asyncio.wait_for(running, 5)


async def test_a_service_that_fails_ends_the_others_with_its_reason() -> None:
    good, bad = Work(), Work(fails=True)
    with pytest.raises(RuntimeError, match="cannot work"):
        await asyncio.wait_for(run_together([good, bad], asyncio.Event()), 5)
    assert not good.sending
