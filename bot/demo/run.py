"""What `make run` starts: the sandbox beside the bot, or the bot alone on Telegram."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import ClientSession
from pydantic import SecretStr

from bot.settings import Settings

DEMO_ADMIN = 3001
DEMO_DATABASE = Path("data/sandbox.db")
STOP_SECONDS = 10.0


class SandboxDown(Exception):
    """The sandbox did not start; its text is what it said."""


def demo_settings(settings: Settings, url: str, smtp_port: int | None = None) -> Settings:
    """The settings for a bot in the sandbox at `url`: its admin is the sandbox's, its database begins anew.

    The sandbox forgets everything when it ends, so a database that remembered would know people the page does not.
    A DATABASE_URL of one's own is kept and used as it is. Letters and SMS go to the sandbox where no other way is set.
    """
    changes: dict[str, object] = {"api_url": url, "admin_ids": settings.admin_ids | {DEMO_ADMIN}}
    changes["officer_ids"] = settings.officer_ids | {DEMO_ADMIN}
    if smtp_port and not settings.smtp_host:
        changes |= {"smtp_host": "127.0.0.1", "smtp_port": smtp_port, "smtp_security": "none"}
        changes["mail_from"] = settings.mail_from or "cabinet@example.org"
    if settings.provider_token is None:
        changes["provider_token"] = SecretStr("1:TEST:sandbox")
    if not settings.sms_url:
        changes["sms_url"] = SecretStr(f"{url}/sandbox/sms")
    if "database_url" not in settings.model_fields_set:
        for suffix in ("", "-wal", "-shm"):
            Path(f"{DEMO_DATABASE}{suffix}").unlink(missing_ok=True)
        changes["database_url"] = SecretStr(f"sqlite:///{DEMO_DATABASE}")
    return settings.model_copy(update=changes)


@asynccontextmanager
async def sandbox(port: int) -> AsyncIterator[str]:
    """The sandbox as a process of its own until the block is left; gives its address. Raises SandboxDown."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "sandbox",
        env={**os.environ, "SANDBOX_PORT": str(port), "PYTHONUNBUFFERED": "1"},
        stdout=asyncio.subprocess.PIPE,
        start_new_session=True,  # Ctrl-C is ours to pass on, after the bot has said goodbye
    )
    try:
        yield await _address(process)
    finally:
        if process.returncode is None:
            process.terminate()
            try:
                await asyncio.wait_for(process.wait(), STOP_SECONDS)
            except TimeoutError:
                process.kill()
                await process.wait()


async def letter_box(url: str) -> int | None:
    """The port of the sandbox's SMTP server; None if it has none."""
    async with ClientSession() as session, session.get(f"{url}/sandbox/state") as answer:
        port: int | None = (await answer.json())["smtp_port"]
    return port


async def _address(process: asyncio.subprocess.Process) -> str:
    if process.stdout is None:
        raise SandboxDown("the sandbox has no output")
    line = (await process.stdout.readline()).decode()
    start = line.find("http://")
    if start < 0:
        await process.wait()
        raise SandboxDown(line.strip() or "The sandbox could not be started; see the line above.")
    return line[start:].split()[0].rstrip("/")
