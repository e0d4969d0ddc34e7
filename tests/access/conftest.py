"""Cabinets over the real database, with the real use cases and argon2id at its cheapest."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.database import Database
from tests.access.house import House, open_house
from tests.services import emptied_postgres, keyring, sqlite_database
from tests.storage.conftest import Watch


@pytest.fixture(params=["sqlite", "postgresql"])
async def house(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[House]:
    url = await (sqlite_database(tmp_path) if request.param == "sqlite" else emptied_postgres())
    watch = Watch()
    database = Database(url, keyring(), clock=watch)
    made = await open_house(database, watch)
    yield made
    made.passwords.close()
    await database.close()


@pytest.fixture
async def quick(tmp_path: Path) -> AsyncIterator[House]:
    """The same on SQLite alone, for tests of many tries."""
    watch = Watch()
    database = Database(await sqlite_database(tmp_path), keyring(), clock=watch)
    made = await open_house(database, watch)
    yield made
    made.passwords.close()
    await database.close()
