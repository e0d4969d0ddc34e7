"""Announcements: the pace that is reached, what it does to those who turn pages meanwhile, and what it weighs.

The sandbox keeps a limit (30 a second, or 1,000 for a paid broadcast) and counts what it refused. The figures of the
pace are the sandbox's own: messages it took while the announcement was in full swing.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import psutil  # type: ignore[import-untyped]

from bench.broadcast_inside import message_microseconds
from bench.measure import flips, waits
from bench.rig import KEY, Rig, cabinet
from storage.database import Database
from storage.migrate import upgrade
from storage.sealing import Keyring
from tests.bot_process import bot_environment
from tests.sandbox_client import SandboxClient, start_sandbox
from tests.soak import crowd
from tests.soak.bots import Member, fleet

WARM = 3.0
"""Seconds before it is in full swing."""
FLIPS_A_SECOND = 20.0


@dataclass(frozen=True, slots=True)
class Pace:
    """`share` of the allowed rate, calls refused by 429, and seconds it was watched."""

    limit: int
    share: float
    refused: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Weight:
    """Resident megabytes of the bot: when it was ready, and the most while it sent."""

    people: int
    ready: float
    most: float
    sent: int


async def pace(limit: int, seconds: float, folder: Path) -> Pace:
    """An announcement to more people than it can reach in that time."""
    people = int(limit * (seconds + WARM) * 1.2) + 100
    async with _bot(f"pace-{limit}", people, limit, folder) as (sandbox, _, database):
        await crowd.publish(database)
        first = await _message(sandbox)
        await asyncio.sleep(WARM)
        taken, began = (await sandbox.state())["taken"], time.monotonic()
        await asyncio.sleep(seconds)
        state, ended = await sandbox.state(), time.monotonic()
        rate = (state["taken"] - taken) / (ended - began)
        assert state["taken"] - first < people, "it was over too soon"
        return Pace(limit, rate / limit, state["refused"], ended - began)


async def weight(people: int, folder: Path, *, seconds: float = 20.0, limit: int = 1000) -> Weight:
    """An announcement to so many: fed through its window and sent for `seconds`; the rest of them is not waited for."""
    async with _bot(f"weight-{people}", people, limit, folder) as (sandbox, member, database):
        bot = psutil.Process(member.now.process.pid)
        await asyncio.sleep(2.0)
        ready = most = bot.memory_info().rss / 1e6
        await crowd.publish(database)
        await _message(sandbox)
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            most = max(most, bot.memory_info().rss / 1e6)
            await asyncio.sleep(0.1)
        return Weight(people, ready, most, (await sandbox.state())["taken"])


async def beside(limit: int, rounds: int, folder: Path, *, presses: int = 400) -> tuple[float, float, float]:
    """p99 of page flips in milliseconds idle and during an announcement, and the median of the rounds' ratios."""
    people = 100
    more = {"SEND_LIMIT": str(limit), "SEND_RATE": str(limit)}
    async with cabinet(f"beside-{limit}", people, folder, settings=more) as rig:
        await rig.sandbox.limits(paced=True, per_second=limit, per_chat_per_second=None)
        database = _database(folder / f"beside-{limit}")
        try:
            length = presses / FLIPS_A_SECOND + 2 * WARM
            size = int(limit * length * 1.3) + 100
            ids = [crowd.FIRST + number for number in range(size * rounds)]
            idle: list[float] = []
            during: list[float] = []
            for number in range(rounds):
                idle.append(await _p99(rig, presses))
                await crowd.fill(database, ids[number * size : (number + 1) * size], set(), author=not number)
                await crowd.publish(database, key=f"b{number}")
                await _message(rig.sandbox)
                await asyncio.sleep(WARM)
                during.append(await _p99(rig, presses))
                await crowd.cancel(database)
                await asyncio.sleep(2.0)
        finally:
            await database.close()
        ratio = median(busy / calm for busy, calm in zip(during, idle, strict=True))
        return median(idle), median(during), ratio


async def _p99(rig: Rig, presses: int) -> float:
    wanted = flips(rig, presses // len(rig.customers))[:presses]
    return (await waits(rig, wanted, FLIPS_A_SECOND, idle=False)).p99 * 1000


async def _message(sandbox: SandboxClient) -> int:
    """Waits until the first message of an announcement is out; how many were taken by then."""
    before = (await sandbox.state())["taken"]
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        taken: int = (await sandbox.state())["taken"]
        if taken > before:
            return taken
        await asyncio.sleep(0.02)
    raise TimeoutError("the announcement did not begin")


def _database(folder: Path) -> Database:
    return Database(f"sqlite:///{folder / 'cabinet.db'}", Keyring.from_secrets([KEY]))


@asynccontextmanager
async def _bot(
    name: str, people: int, limit: int, folder: Path
) -> AsyncIterator[tuple[SandboxClient, Member, Database]]:
    """The program with so many who agreed, against a sandbox with that limit."""
    place = folder / name
    place.mkdir()
    async with start_sandbox(load=True) as sandbox:
        await sandbox.limits(paced=True, per_second=limit, per_chat_per_second=None)
        more = {"DATA_KEYS": KEY, "SEND_LIMIT": str(limit), "SEND_RATE": str(limit), "STRICT_WORDS": "false"}
        environment = bot_environment(sandbox, place, **more)
        await upgrade(environment["DATABASE_URL"])
        database = Database(environment["DATABASE_URL"], Keyring.from_secrets([KEY]))
        try:
            await crowd.fill(database, [crowd.FIRST + number for number in range(people)], set())
            async with fleet([Member(name, (), environment, place)]) as bots:
                yield sandbox, bots.members[0], database
        finally:
            await database.close()


async def announced(folder: Path, *, rounds: int, seconds: float, many: int) -> None:
    """Measures and prints everything about announcements, a part after the other."""
    print("\nAnnouncements: of the allowed rate, per cent; 429s provoked", flush=True)
    for limit in (30, 1000):
        found = await pace(limit, seconds, folder)
        print(
            f"  {f'at {limit:,} a second':<28}{100 * found.share:8.1f}   429s {found.refused},"
            f" over {found.seconds:.0f} s",
            flush=True,
        )
    took = await message_microseconds(folder)
    print(f"\nOne message of it inside the process, without a network, microseconds\n  {'':<28}{took:8.0f}", flush=True)
    print(f"\nPage flips at {FLIPS_A_SECOND:.0f} a second: p99 in ms idle, during it, and their ratio", flush=True)
    for limit in (30, 1000):
        idle, during, ratio = await beside(limit, rounds, folder)
        print(f"  {f'at {limit:,} a second':<28}{idle:8.1f}{during:8.1f}   {ratio:.2f}", flush=True)
    print("\nMemory of the bot, MB: ready, and the most while it is fed and sent", flush=True)
    for people in (10_000, many):
        each = await weight(people, folder)
        print(f"  {f'{people:,} people':<28}{each.ready:8.0f}{each.most:8.0f}   {each.sent:,} sent", flush=True)
