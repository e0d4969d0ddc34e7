"""From the start of the process to its first answer, and what it weighs after work."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

from storage.migrate import upgrade
from tests.bot_process import bot_environment
from tests.sandbox_client import start_sandbox
from tests.soak.bots import Member

PATIENCE = 60.0


async def first_answer(folder: Path) -> float:
    """Seconds from the start of `python -m bot` to its answer to a person who wrote before."""
    async with start_sandbox(load=True) as sandbox:
        environment = bot_environment(sandbox, folder)
        await upgrade(environment["DATABASE_URL"])
        person = await sandbox.add_person("Анна")
        await person.say("/start", settle=False)
        member = Member("cold", (), environment, folder)
        began = time.monotonic()
        await member.begin()
        try:
            while not any(not message.outgoing for message in await person.messages()):
                if time.monotonic() - began > PATIENCE:
                    raise TimeoutError(f"no answer in {PATIENCE} s")
                await asyncio.sleep(0.01)
            return time.monotonic() - began
        finally:
            await member.end()
