"""A copy made while somebody writes is whole; what cannot be copied is said."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from domain.shared.ids import PersonId
from storage.backup import CannotBackUp, back_up
from storage.database import Database
from tests.services import keyring, sqlite_database


async def test_a_copy_taken_under_writing_is_whole(tmp_path: Path) -> None:
    url = await sqlite_database(tmp_path)
    database = Database(url, keyring())
    over = asyncio.Event()

    async def write() -> int:
        number = 0
        while not over.is_set():
            number += 1
            async with database.write() as work:
                await work.people.add(PersonId(number), "ru")
            await asyncio.sleep(0)
        return number

    writing = asyncio.create_task(write())
    await asyncio.sleep(0.1)
    size = await back_up(url, tmp_path / "copy.db")
    over.set()
    written = await writing
    await database.close()
    assert size == (tmp_path / "copy.db").stat().st_size
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        people = copy.execute("SELECT count(*) FROM people").fetchone()[0]
        cabinets = copy.execute("SELECT count(*) FROM customers").fetchone()[0]
    assert 0 < people == cabinets <= written
    assert (tmp_path / "copy.db").stat().st_mode & 0o077 == 0
    assert not list(tmp_path.glob("*.part"))


async def test_what_cannot_be_copied_is_said(tmp_path: Path) -> None:
    url = await sqlite_database(tmp_path)
    (tmp_path / "there").write_text("x")
    for address, target, words in (
        (url, tmp_path / "there", "there already"),
        (url, tmp_path / "nowhere" / "copy.db", "no folder"),
        (f"sqlite:///{tmp_path}/none.db", tmp_path / "copy.db", "no database"),
        ("postgresql://u:p@127.0.0.1/x", tmp_path / "copy.db", "pg_dump"),
    ):
        with pytest.raises(CannotBackUp, match=words):
            await back_up(address, target)
    assert (tmp_path / "there").read_text() == "x"
