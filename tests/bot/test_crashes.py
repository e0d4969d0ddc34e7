"""SIGKILL at random moments: every message takes effect once and in order, every notice arrives."""

from __future__ import annotations

import asyncio
import random
import sys
from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy import select

from storage.database import Database
from storage.tables import failed_updates, outbox
from tests.bot.engine_program import WORKERS
from tests.bot.telegram import Telegram, until
from tests.services import keyring, sqlite_database

KILLS = 4
PROGRAM = Path(__file__).with_name("engine_program.py")


@asynccontextmanager
async def _program(telegram: Telegram, url: str) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, str(PROGRAM), telegram.client.url, url, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    try:
        assert (await asyncio.wait_for(process.stdout.readline(), 60)).strip() == b"ready"
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


@pytest.mark.slow
async def test_nothing_is_lost_or_done_twice_through_kills(telegram: Telegram, tmp_path: Path) -> None:
    seed = random.randrange(2**32)
    print("seed", seed)
    dice = random.Random(seed)
    url = await sqlite_database(tmp_path)
    await telegram.client.unlimited()
    people = [(await telegram.client.add_person(f"Person {number}")).id for number in range(10)]
    sent: dict[int, list[str]] = defaultdict(list)

    async def write(count: int) -> None:
        for _ in range(count):
            person = dice.choice(people)
            text = str(len(sent[person]))
            await telegram.client.send(person, text=text)
            sent[person].append(text)

    for _ in range(KILLS):
        async with _program(telegram, url) as process:
            writing = asyncio.create_task(write(120))
            await asyncio.sleep(dice.uniform(0.05, 0.6))
            process.kill()
            await process.wait()
            await writing
    database = Database(url, keyring())
    async with _program(telegram, url) as process:
        await until(lambda: not telegram.world.updates.pending, within=30)
        async with asyncio.timeout(30):
            while True:
                async with database.read() as work:
                    rows = (await work.connection.execute(select(outbox).order_by(outbox.c.id))).all()
                    failed = (await work.connection.execute(select(failed_updates))).all()
                if all(row.state == "sent" for row in rows):
                    break
                await asyncio.sleep(0.1)
        process.terminate()
        assert await asyncio.wait_for(process.wait(), 15) == 0
    await database.close()

    effects: dict[int, list[str]] = defaultdict(list)
    for row in rows:
        effects[row.person_id].append(row.key.split(":")[1])
    assert effects == sent, "each message once, in order"
    assert failed == []
    repeats = 0
    for person in people:
        chat = await telegram.client.chat(person)
        arrived = Counter(message.text for message in chat.messages if not message.outgoing)
        assert set(arrived) == set(sent[person]), "every notice arrives"
        repeats += arrived.total() - len(arrived)
    print("repeated notices", repeats)
    assert repeats <= KILLS * WORKERS, "at most what was on the wire"
