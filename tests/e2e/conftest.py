"""A sandbox and a bot with the demo catalog, for journeys from end to end."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.bot_process import BotProcess, bot_environment, run_bot, start_bot
from tests.sandbox_client import SandboxClient, start_sandbox


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A file's tests share its bot, so they stay with one worker: a start takes longer than most of them."""
    for item in items:
        if item.path.parent == Path(__file__).parent and "bot" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group(item.path.stem))


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
    environment = bot_environment(sandbox, folder)
    code, out = await run_bot(environment, "seed-demo")
    assert code == 0, out
    async with start_bot(environment, folder / "log") as running:
        yield running
        assert running.errors() == []
