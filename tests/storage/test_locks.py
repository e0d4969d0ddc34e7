"""One holder at a time."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import asyncpg
import pytest

from storage.advisory_lock import AdvisoryLock
from storage.locks import AlreadyRunning, FileLock, process_lock
from tests.services import postgres_database

HOLD = """
import asyncio, sys
from storage.locks import process_lock
async def main():
    async with process_lock(sys.argv[1], "bot"):
        print("held", flush=True)
        await asyncio.sleep(60)
asyncio.run(main())
"""


async def test_a_file_has_one_holder_and_names_it(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'cabinet.db'}"
    async with process_lock(url, "bot") as lock:
        assert isinstance(lock, FileLock)
        with pytest.raises(AlreadyRunning) as refused:
            await process_lock(url, "bot").__aenter__()
        assert refused.value.pid == os.getpid()
        async with process_lock(url, "another"):
            pass
        assert not lock.lost.is_set()
    async with process_lock(url, "bot"):
        pass


async def test_a_killed_holder_holds_nothing(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'cabinet.db'}"
    holder = await asyncio.create_subprocess_exec(
        sys.executable, "-c", HOLD, url, stdout=asyncio.subprocess.PIPE, cwd=Path(__file__).parents[2]
    )
    assert holder.stdout is not None
    try:
        assert await holder.stdout.readline() == b"held\n"
        with pytest.raises(AlreadyRunning, match=str(holder.pid)):
            await process_lock(url, "bot").__aenter__()
    finally:
        holder.kill()
        await holder.communicate()
    async with process_lock(url, "bot"):
        pass


async def test_on_postgresql_the_second_waits_for_the_first() -> None:
    async with postgres_database() as url:
        turns: list[str] = []

        async def hold(name: str) -> None:
            lock = process_lock(url, "worker", patience=0.1)
            assert isinstance(lock, AdvisoryLock)
            async with lock:
                turns.append(f"{name} in")
                await asyncio.sleep(0.3)
                turns.append(f"{name} out")

        await asyncio.gather(hold("a"), hold("b"))
        assert [turn.split()[1] for turn in turns] == ["in", "out", "in", "out"]


async def test_a_cut_connection_is_reported_and_the_next_takes_over() -> None:
    async with postgres_database() as url:
        standby = process_lock(url, "worker", patience=0.1)
        async with process_lock(url, "worker", patience=0.1) as active:
            waiting = asyncio.create_task(standby.__aenter__())
            await asyncio.sleep(0.3)
            assert not waiting.done()
            await cut(url)
            await asyncio.wait_for(active.lost.wait(), 5)
            await asyncio.wait_for(waiting, 5)
            assert not standby.lost.is_set()
        await standby.__aexit__(None, None, None)


async def cut(url: str) -> None:
    """Ends the connection that holds an advisory lock, as an operator or a failing server would."""
    connection = await asyncpg.connect(url)
    ended = await connection.fetch(
        "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted"
        " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    )
    assert ended
    await connection.close()
