"""What the engine's tests stand on: a sandbox in this process over real HTTP, a bot, a shelf, updates made by hand."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from aiogram import Bot
from aiogram.types import Update
from aiohttp import ClientSession, web

from bot.session import make_session
from sandbox.app import build_app
from sandbox.config import Config
from sandbox.keys import WORLD
from sandbox.state.world import World
from tests.sandbox_client import TOKEN, SandboxClient

ANNA, OLEG, IRINA = 1001, 2001, 3001


@dataclass(frozen=True)
class Telegram:
    """The sandbox, spoken to as a person would, and its inside for what no person can do."""

    client: SandboxClient
    world: World

    def bot(self) -> Bot:
        """A new bot of it; close its session."""
        return Bot(TOKEN, session=make_session(self.client.url))

    async def calls(self, method: str) -> list[dict[str, Any]]:
        """The calls of a method, oldest first."""
        return await self.client.calls(method)


@asynccontextmanager
async def telegram_server() -> AsyncIterator[Telegram]:
    """A fresh sandbox with its first people and Telegram's limits."""
    app = build_app(Config(port=0, smtp_port=0, token=TOKEN))
    runner = web.AppRunner(app, shutdown_timeout=0.2)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        async with ClientSession() as session:
            yield Telegram(SandboxClient(session, url), app[WORLD])
    finally:
        await runner.cleanup()


@dataclass
class MemoryShelf:
    """Keeps failed updates in memory; `broken` makes it fail as a lost database does."""

    kept: list[dict[str, Any]] = field(default_factory=list)
    broken: bool = False

    async def put_aside(
        self, update_id: int, person_id: int | None, payload: str, error: str, attempts: int, at: datetime
    ) -> None:
        if self.broken:
            raise ConnectionError("the database is away")
        self.kept.append(
            {"update_id": update_id, "person_id": person_id, "payload": payload, "error": error, "attempts": attempts}
        )


def text_update(update_id: int, person: int, text: str = "hello") -> Update:
    """A message of a person."""
    user = {"id": person, "is_bot": False, "first_name": "Somebody"}
    message = {"message_id": update_id, "date": 1_790_000_000, "chat": {"id": person, "type": "private"}, "text": text}
    return Update.model_validate({"update_id": update_id, "message": {**message, "from": user}})


def press_update(update_id: int, person: int, data: str = "x") -> Update:
    """A press of a button by a person."""
    user = {"id": person, "is_bot": False, "first_name": "Somebody"}
    press = {"id": f"press-{update_id}", "from": user, "chat_instance": "1", "data": data}
    return Update.model_validate({"update_id": update_id, "callback_query": press})


async def until(true: Callable[[], object], within: float = 10.0) -> None:
    """Waits until something is so; fails if it is not in time."""
    deadline = time.monotonic() + within
    while not true():
        assert time.monotonic() < deadline, "it did not come to be in time"
        await asyncio.sleep(0.01)
