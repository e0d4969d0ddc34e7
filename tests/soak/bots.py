"""Bots that are killed and started again."""

from __future__ import annotations

import asyncio
import random
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.bot_process import ROOT, START_SECONDS, STOP_SECONDS, BotProcess

MOST_UPDATES = 60


def end_on_sigterm() -> None:
    """SIGTERM is Ctrl-C, also where a shell has that ignored: what was started is ended first."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT))


@dataclass(slots=True)
class Member:
    """One process of the program, through all its lives; each life has a log of its own."""

    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str]
    folder: Path
    program: str = "bot"
    patience: float = START_SECONDS
    """Seconds a start may take. How quick it is, is not what a soak shows; a busy machine takes a minute and more."""
    lives: list[BotProcess] = field(default_factory=list)
    slowest_start: float = 0.0

    @property
    def now(self) -> BotProcess:
        return self.lives[-1]

    async def begin(self) -> None:
        """Starts it; not ready yet."""
        file = self.folder / f"{self.name}-{len(self.lives)}.log"
        with file.open("ab") as log:
            words = (sys.executable, "-m", self.program, *self.command)
            process = await asyncio.create_subprocess_exec(
                *words, cwd=ROOT, env=dict(self.environment), stdout=log, stderr=log
            )
        self.lives.append(BotProcess(process, file))

    async def ready(self) -> None:
        """Waits until it serves; AssertionError with its log when it ends instead."""
        loop = asyncio.get_running_loop()
        began, bot = loop.time(), self.now
        async with asyncio.timeout(self.patience):
            while '"event": "ready"' not in bot.log:
                if bot.process.returncode is not None:
                    raise AssertionError(f"{self.name} ended with {bot.process.returncode}:\n{bot.log[-3000:]}")
                await asyncio.sleep(0.02)
        self.slowest_start = max(self.slowest_start, loop.time() - began)

    async def end(self) -> int:
        """SIGTERM; its exit code, or -9 if it had to be killed."""
        try:
            return await self.now.stop()
        except TimeoutError:
            await self.now.kill()
            return -9


@dataclass(slots=True)
class Fleet:
    """All processes of one program."""

    members: Sequence[Member]
    kills: int = 0

    async def kill_at_random(
        self, times: int, dice: random.Random, longest: float, done: Callable[[], Awaitable[int]], within: float
    ) -> None:
        """SIGKILLs one after the other at random moments and starts each at once; ends with everybody ready.

        A life lasts up to `longest` seconds from being ready, and on a slow machine until up to MOST_UPDATES more are
        `done`: a kill shows something only where something happened since the last. One in ten is killed while it
        starts. No more kills `within` seconds.
        """
        until = asyncio.get_running_loop().time() + within
        for _ in range(times):
            member = dice.choice(self.members)
            if dice.random() < 0.1:
                await asyncio.sleep(dice.uniform(0.0, 2.0))
            else:
                await member.ready()
                await asyncio.sleep(dice.uniform(0.05, longest))
                await self._work(dice.randrange(MOST_UPDATES), done)
            if asyncio.get_running_loop().time() > until:
                break
            await member.now.kill()
            self.kills += 1
            await member.begin()
            if self.kills % 10 == 0:
                print(f"{self.kills} kills, {await done()} updates", flush=True)
        for member in self.members:
            await member.ready()

    @staticmethod
    async def _work(more: int, done: Callable[[], Awaitable[int]]) -> None:
        """Until so many more are done; for a time at most, since the one that lives may not be the one that works."""
        until, enough = asyncio.get_running_loop().time() + 20.0, await done() + more
        while True:
            if await done() >= enough or asyncio.get_running_loop().time() > until:
                return
            await asyncio.sleep(0.05)

    def logged(self, *marks: str) -> list[str]:
        """Lines of all logs with one of the marks."""
        lines = (line for member in self.members for life in member.lives for line in life.log.splitlines())
        return [line for line in lines if any(mark in line for mark in marks)]


@asynccontextmanager
async def fleet(members: Sequence[Member]) -> AsyncIterator[Fleet]:
    """Everybody running and ready; whatever still runs in the end is killed."""
    try:
        for member in members:
            await member.begin()
        for member in members:
            await member.ready()
        yield Fleet(members)
    finally:
        for member in members:
            if member.lives:
                await asyncio.wait_for(member.now.kill(), STOP_SECONDS)
