"""Fixtures of the engine's tests."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from aiogram import Bot

from tests.bot.telegram import MemoryShelf, Telegram, telegram_server


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    async with telegram_server() as server:
        yield server


@pytest.fixture
async def bot(telegram: Telegram) -> AsyncIterator[Bot]:
    bot = telegram.bot()
    yield bot
    await bot.session.close()


@pytest.fixture
def shelf() -> MemoryShelf:
    return MemoryShelf()
