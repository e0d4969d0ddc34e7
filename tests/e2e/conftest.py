"""A sandbox and a bot with the demo catalog, for journeys from end to end."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from tests.bot_process import BotProcess, bot_environment, seed_demo, start_bot
from tests.sandbox_client import SandboxClient, start_sandbox


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def sandbox() -> AsyncIterator[SandboxClient]:
    """One sandbox a file; its people keep what they did, so tests make people of their own."""
    async with start_sandbox() as client:
        await client.unlimited()
        yield client


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot(sandbox: SandboxClient, tmp_path_factory: object) -> AsyncIterator[BotProcess]:
    """The bot with demo data; the file's last word is that its log has no error."""
    folder: Path = tmp_path_factory.mktemp("bot")  # type: ignore[attr-defined]
    # Drawn once for all files: a picture's name says what is on it.
    pictures: Path = tmp_path_factory.getbasetemp() / "pictures"  # type: ignore[attr-defined]
    # The sandbox keeps no limits here; what Telegram's pace does is tests/bot/delivery's subject.
    environment = bot_environment(sandbox, folder, PICTURES_DIR=str(pictures), SEND_CHAT_RATE="20")
    await seed_demo(environment, folder)
    async with start_bot(environment, folder / "log") as running:
        yield running
        assert running.errors() == []
