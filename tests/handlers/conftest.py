"""A cabinet for each test, in Russian and in English."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.handlers.cabinet import Cabinet


@pytest_asyncio.fixture(params=["ru", "en"])
async def cabinet(request: pytest.FixtureRequest) -> AsyncIterator[Cabinet]:
    made = Cabinet(language_code=request.param)
    yield made
    await made.dispatcher.storage.close()
    await made.bot.session.close()


@pytest_asyncio.fixture
async def russian() -> AsyncIterator[Cabinet]:
    made = Cabinet()
    yield made
    await made.dispatcher.storage.close()
    await made.bot.session.close()
