"""Every test that asks for `db` or `engine_url` runs on both engines, each time on a fresh, migrated database."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage.database import Database
from tests.services import emptied_postgres, keyring, sqlite_database
from tests.storage.shop import Shop, open_shop


class Watch:
    """A clock that moves only when told."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **span: float) -> datetime:
        self.now += timedelta(**span)
        return self.now


@pytest.fixture(params=["sqlite", "postgresql"])
async def engine_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return await (sqlite_database(tmp_path) if request.param == "sqlite" else emptied_postgres())


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
async def db(engine_url: str, watch: Watch) -> AsyncIterator[Database]:
    database = Database(engine_url, keyring(), clock=watch)
    yield database
    await database.close()


@pytest.fixture
async def shop(db: Database) -> Shop:
    return await open_shop(db)
