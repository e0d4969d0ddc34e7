"""One holder at a time, among processes: who may run on an SQLite file, who is the active worker on PostgreSQL."""

from __future__ import annotations

import asyncio
import fcntl
import os
from pathlib import Path
from types import TracebackType
from typing import IO, Protocol, Self

from storage.urls import engine_of, parse, sqlite_path


class AlreadyRunning(Exception):
    """Another process holds the lock. `pid` is its process id, as far as known."""

    def __init__(self, what: Path, pid: int | None) -> None:
        super().__init__(f"{what} is in use by process {pid if pid is not None else 'unknown'}")
        self.pid = pid


class ProcessLock(Protocol):
    """`async with lock:` holds it. `lost` is set when it was lost meanwhile: stop at once what it allowed."""

    lost: asyncio.Event

    async def __aenter__(self) -> Self: ...

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


def process_lock(url: str, name: str, *, patience: float = 2.0) -> ProcessLock:
    """The lock called `name` beside the database: a file for SQLite, an advisory lock for PostgreSQL."""
    parsed = parse(url)
    if engine_of(parsed) == "sqlite":
        path = sqlite_path(parsed)
        return FileLock(path.with_name(f"{path.name}.{name}.lock"))
    # Imported where it is used: the driver takes memory that a cabinet on SQLite has no use for.
    from storage.advisory_lock import AdvisoryLock

    return AdvisoryLock(url, name, patience=patience)


class FileLock:
    """A locked file that names its holder's process id. Never waits: raises AlreadyRunning.

    The system lets go of it when the process ends in whatever way; the file stays and means nothing by itself.
    """

    def __init__(self, path: Path) -> None:
        self.lost = asyncio.Event()
        self._path = path
        self._file: IO[str] | None = None

    async def __aenter__(self) -> Self:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        file = self._path.open("a+")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            written = file.read().strip()
            file.close()
            raise AlreadyRunning(self._path, int(written) if written.isdigit() else None) from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        self._file = file
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
