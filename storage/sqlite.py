"""SQLite for one process: one connection that reads, one that writes, statements run where they stand.

A statement of the cabinet takes some 20 microseconds; through a driver that keeps each connection on a thread it takes
twenty times that. So statements run in the event loop, and only what can take long is kept off it: waiting for another
process's lock sleeps, and checkpoints (the only time the disk is waited for in WAL mode with synchronous=NORMAL) run on
aiosqlite's thread. README.md beside this file has the figures.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import time
from typing import Any, cast

import aiosqlite
import sqlalchemy
from sqlalchemy import URL, Executable
from sqlalchemy.pool import NullPool

from domain.shared.errors import NotFound
from storage.connection import Connection, Engine, Parameters, Result
from storage.urls import sqlite_path

log = logging.getLogger(__name__)
EMPTYING = 50
"""Tries at emptying the log, a tenth of a second apart."""
_CHECKPOINT = "PRAGMA wal_checkpoint(PASSIVE)"
_BUSY_SECONDS = 10.0
_BUSY_PAUSE = 0.01
_CHECKPOINT_EVERY = 200
"""Commits between checkpoints: about as often as SQLite's own default of 1,000 pages."""


class SqliteConnection:
    """A connection whose transactions are begun and ended by hand."""

    engine: Engine = "sqlite"

    def __init__(self, core: sqlalchemy.Engine) -> None:
        self._core = core.connect()
        # SQLAlchemy types it as any driver's connection.
        self.raw: sqlite3.Connection = cast(Any, self._core.connection.dbapi_connection)

    async def execute(self, statement: Executable, parameters: Parameters = None) -> Result:
        try:
            return self._core.execute(statement, parameters)
        except OverflowError:
            raise NotFound("a number that no row can have") from None

    def close(self) -> None:
        self._core.close()


class SqliteBackend:
    """Readers never wait. Writers take turns: BEGIN IMMEDIATE, so what they have read stays true until they commit."""

    engine: Engine = "sqlite"

    def __init__(self, url: URL) -> None:
        self._path = sqlite_path(url)
        self._core = create_engine(url)
        self._reader = SqliteConnection(self._core)
        self._writer = SqliteConnection(self._core)
        self._reader.raw.execute("PRAGMA query_only=ON")
        # Waiting for a lock would stop the event loop: begin() waits instead.
        self._writer.raw.execute("PRAGMA busy_timeout=0")
        self._writer.raw.execute("PRAGMA wal_autocheckpoint=0")
        self._turn = asyncio.Lock()
        self._commits = 0
        self._closing = False
        self._checkpoint: asyncio.Task[None] | None = None

    async def acquire(self) -> Connection:
        return self._reader

    async def release(self, connection: Connection) -> None:
        return

    async def begin(self) -> Connection:
        await self._turn.acquire()
        try:
            await self._begin_immediate()
        except BaseException:
            self._turn.release()
            raise
        return self._writer

    async def _begin_immediate(self) -> None:
        deadline = time.monotonic() + _BUSY_SECONDS
        while True:
            try:
                self._writer.raw.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                    raise
            await asyncio.sleep(_BUSY_PAUSE)

    async def commit(self, connection: Connection) -> None:
        try:
            self._writer.raw.execute("COMMIT")
        except BaseException:
            self._undo()
            raise
        finally:
            self._turn.release()
        self._commits += 1
        running = self._checkpoint is not None and not self._checkpoint.done()
        if self._commits >= _CHECKPOINT_EVERY and not running and not self._closing:
            self._commits = 0
            self._checkpoint = asyncio.create_task(self._run_checkpoint())

    async def rollback(self, connection: Connection) -> None:
        try:
            self._undo()
        finally:
            self._turn.release()

    def _undo(self) -> None:
        # SQLite itself has rolled back after some errors (disk full); a second ROLLBACK would be one too many.
        if self._writer.raw.in_transaction:
            self._writer.raw.execute("ROLLBACK")

    async def _run_checkpoint(self) -> None:
        try:
            async with aiosqlite.connect(self._path) as connection:
                await connection.execute_fetchall(_CHECKPOINT)
                # What came in meanwhile, while nobody writes: only a log copied to its end is begun anew.
                async with self._turn:
                    await connection.execute_fetchall(_CHECKPOINT)
        except sqlite3.Error as error:
            log.warning("the checkpoint failed, the next one will do its work: %s", error)

    async def empty_log(self) -> None:
        """Copies the write-ahead log into the file and cuts it to nothing: what was deleted is in neither any more.

        Where another checkpoint runs, SQLite does not wait but says "busy" and has done nothing: it is asked again,
        some ten seconds long. Raises nothing: what could not be done then is left to the next hour's job.
        """
        reason = "busy"
        try:
            async with aiosqlite.connect(self._path, timeout=0.1) as connection:
                for _ in range(EMPTYING):
                    # A turn for each try, so that who writes waits for one of them and not for all.
                    async with self._turn:
                        [(busy, *_)] = await connection.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
                    if not busy:
                        return
                    await asyncio.sleep(0.1)
        except sqlite3.Error as error:
            reason = str(error)
        log.warning("the write-ahead log could not be emptied, the next hour's job will do it: %s", reason)

    async def close(self) -> None:
        """Waits for the running transaction and checkpoint; the last connection to close empties the WAL."""
        self._closing = True
        if self._checkpoint is not None:
            await asyncio.wait([self._checkpoint])
        async with self._turn:
            self._reader.close()
            self._writer.close()
            self._core.dispose()


def create_engine(url: URL) -> sqlalchemy.Engine:
    """SQLAlchemy's engine for the file, which is made if missing; every connection has the cabinet's settings."""
    path = sqlite_path(url)
    path.parent.mkdir(parents=True, exist_ok=True)
    core = sqlalchemy.create_engine(
        url,
        isolation_level="AUTOCOMMIT",
        hide_parameters=True,  # what was to be written must not get into logs with an error
        poolclass=NullPool,
        connect_args={"check_same_thread": False, "cached_statements": 512, "timeout": 5.0},
    )

    @sqlalchemy.event.listens_for(core, "connect")
    def settings(raw: sqlite3.Connection, _record: object) -> None:
        for pragma in (
            "journal_mode=WAL",
            "synchronous=NORMAL",
            "foreign_keys=ON",
            "busy_timeout=5000",
            "secure_delete=ON",
        ):
            raw.execute(f"PRAGMA {pragma}").close()

    return core
