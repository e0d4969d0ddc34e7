"""The lock that processes on PostgreSQL hold: who is the active worker."""

from __future__ import annotations

import asyncio
import hashlib
from types import TracebackType
from typing import Self

import asyncpg

from storage.urls import parse


class AdvisoryLock:
    """A PostgreSQL advisory lock on a connection of its own. Waits for its turn, asking every `patience` seconds.

    PostgreSQL lets go of it when the connection ends, however it ends. While it is held the connection is tried every
    `patience` seconds and must answer within as many; if it does not, or is closed, `lost` is set and the connection
    dropped. Another holder can come in only after the server has noticed, so the old one learns of it first unless the
    network between them is cut: then tcp_user_timeout on the server decides (set here to 3 times `patience`).
    """

    def __init__(self, url: str, name: str, *, patience: float = 2.0) -> None:
        self.lost = asyncio.Event()
        self._dsn = parse(url).set(drivername="postgresql").render_as_string(hide_password=False)
        self._key = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big", signed=True)
        self._patience = patience
        self._connection: asyncpg.Connection | None = None
        self._watch: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        while True:
            try:
                if await self._try():
                    break
            except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, TimeoutError):
                await self._drop()
            await asyncio.sleep(self._patience)
        self.lost.clear()
        self._watch = asyncio.create_task(self._keep_watch())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._watch is not None:
            self._watch.cancel()
            await asyncio.wait([self._watch])
            self._watch = None
        await self._drop()

    async def _try(self) -> bool:
        if self._connection is None:
            self._connection = await asyncpg.connect(
                self._dsn,
                timeout=max(5.0, self._patience),
                server_settings={
                    "application_name": "cabinet lock",
                    "tcp_user_timeout": str(int(self._patience * 3000)),
                },
            )
            self._connection.add_termination_listener(self._closed)
        query = "SELECT pg_try_advisory_lock($1)"
        return bool(await self._connection.fetchval(query, self._key, timeout=max(5.0, self._patience)))

    def _closed(self, connection: object) -> None:
        self.lost.set()

    async def _keep_watch(self) -> None:
        try:
            while self._connection is not None and not self.lost.is_set():
                await asyncio.sleep(self._patience)
                await self._connection.fetchval("SELECT 1", timeout=self._patience)
        except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, TimeoutError):
            self.lost.set()
            if self._connection is not None:
                self._connection.terminate()

    async def _drop(self) -> None:
        connection, self._connection = self._connection, None
        if connection is None or connection.is_closed():
            return
        connection.remove_termination_listener(self._closed)
        try:
            await connection.close(timeout=self._patience)
        except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, TimeoutError):
            connection.terminate()
