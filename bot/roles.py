"""Who works when several processes run: the worker's role is held by one at a time, the others stand by."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

import structlog

from bot.observability.metrics import Metrics
from storage.locks import ProcessLock

log = structlog.get_logger(__name__)


class Service(Protocol):
    """Something that runs until told to stop, and may be run again after that."""

    async def run(self) -> None: ...

    def stop(self) -> None:
        """Begins nothing more from now on; `run` returns soon."""
        ...


async def run_together(services: Sequence[Service], until: asyncio.Event) -> None:
    """Runs all until the event is set, or one of them ends; then stops all. Raises what one raised."""
    waiting = asyncio.create_task(until.wait())
    tasks = [asyncio.create_task(service.run()) for service in services]
    try:
        await asyncio.wait([waiting, *tasks], return_when=asyncio.FIRST_COMPLETED)
    finally:
        waiting.cancel()
        for service in services:
            service.stop()
        results = await asyncio.gather(*tasks, return_exceptions=True)
    for result in results:
        if isinstance(result, BaseException):
            raise result


class Active:
    """Runs services while this process holds the lock. Losing it stops them at once, and it stands by again.

    `lock` gives a fresh lock each time. On PostgreSQL the lock goes with its connection, so a standby is active within
    seconds of the other's end, however it ended. What the old one has on its way is protected by its leases.
    On SQLite there is no standing by: storage.locks.AlreadyRunning is raised. `began` is called each time the lock was
    had, before the services run.
    """

    def __init__(
        self,
        lock: Callable[[], ProcessLock],
        services: Sequence[Service],
        *,
        began: Callable[[], Awaitable[None]] | None = None,
        metrics: Metrics | None = None,
    ) -> None:
        self._lock = lock
        self._began = began
        self._services = services
        self._metrics = metrics or Metrics()
        self._stopping = asyncio.Event()

    async def run(self) -> None:
        """Until `stop`. Raises what a service raised."""
        while not self._stopping.is_set():
            lock = self._lock()
            entered = await self._enter(lock)
            try:
                if entered:
                    await self._work(lock)
            finally:
                # Also after a wait cut short: it may hold a connection.
                await lock.__aexit__(None, None, None)

    def stop(self) -> None:
        """Ends the services, or the wait for the lock."""
        self._stopping.set()

    async def _enter(self, lock: ProcessLock) -> bool:
        entering = asyncio.ensure_future(lock.__aenter__())
        stopping = asyncio.create_task(self._stopping.wait())
        try:
            await asyncio.wait([entering, stopping], return_when=asyncio.FIRST_COMPLETED)
            if entering.done():
                entering.result()
                return True
            return False
        finally:
            stopping.cancel()
            if not entering.done():
                entering.cancel()
                await asyncio.gather(entering, return_exceptions=True)

    async def _work(self, lock: ProcessLock) -> None:
        log.info("this process is the active worker")
        if self._began is not None:
            await self._began()
        self._metrics.active.set(1)
        over = asyncio.Event()
        watching = [asyncio.create_task(_ring(over, event)) for event in (lock.lost, self._stopping)]
        try:
            await run_together(self._services, over)
        finally:
            self._metrics.active.set(0)
            for task in watching:
                task.cancel()
            await asyncio.gather(*watching, return_exceptions=True)
        if lock.lost.is_set():
            log.warning("this process is not the active worker any more: its lock was lost")


async def _ring(over: asyncio.Event, event: asyncio.Event) -> None:
    await event.wait()
    over.set()


class Held:
    """Ends, and so ends what runs together with it, when a lock held outside is lost."""

    def __init__(self, lock: ProcessLock) -> None:
        self._lock = lock
        self._stopping = asyncio.Event()

    async def run(self) -> None:
        """Until the lock is lost or `stop`."""
        waits = [asyncio.create_task(event.wait()) for event in (self._lock.lost, self._stopping)]
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in waits:
                task.cancel()
        if self._lock.lost.is_set():
            log.error("the lock of the only process was lost: ending, so that another may begin")

    def stop(self) -> None:
        self._stopping.set()
