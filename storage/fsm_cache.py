"""Conversations kept where reading them is cheap. The database stays the truth: a cache may forget, never be wrong."""

from __future__ import annotations

import json
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from storage.scope import open_scope

if TYPE_CHECKING:
    from redis.asyncio import Redis

CACHED = 20_000
"""Conversations kept in memory; with empty data one takes some 200 bytes."""
SECONDS = 24 * 3600
PREFIX = "cabinet:fsm:"


@dataclass(frozen=True, slots=True)
class Entry:
    """A conversation. `data` is JSON text, so that nobody changes what is kept by changing what they were given."""

    state: str | None = None
    data: str | None = None


class Cache(Protocol):
    """Updates of one person are handled one after the other, here and in other processes; a cache relies on it."""

    async def get(self, name: str) -> Entry | None: ...

    async def read(self, name: str, entry: Entry) -> None:
        """This was read in the database."""
        ...

    async def writing(self, name: str) -> None:
        """This is about to be written; what is kept must not be believed if the program dies now."""
        ...

    async def wrote(self, name: str, entry: Entry) -> None:
        """This was written in the open scope, which may still be undone, or for good where there is none."""
        ...

    def undone(self, name: str) -> None:
        """The scope it was written in came to nothing."""
        ...

    async def close(self) -> None: ...


class NoCache:
    """Every read asks the database."""

    async def get(self, name: str) -> Entry | None:
        return None

    async def read(self, name: str, entry: Entry) -> None: ...

    async def writing(self, name: str) -> None: ...

    async def wrote(self, name: str, entry: Entry) -> None: ...

    def undone(self, name: str) -> None: ...

    async def close(self) -> None: ...


class MemoryCache:
    """For a single process: what it wrote last is so, until a rollback drops it."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Entry] = OrderedDict()

    async def get(self, name: str) -> Entry | None:
        entry = self._kept.get(name)
        if entry is not None:
            self._kept.move_to_end(name)
        return entry

    async def read(self, name: str, entry: Entry) -> None:
        self._kept[name] = entry
        self._kept.move_to_end(name)
        if len(self._kept) > CACHED:
            self._kept.popitem(last=False)

    async def writing(self, name: str) -> None: ...

    async def wrote(self, name: str, entry: Entry) -> None:
        await self.read(name, entry)

    def undone(self, name: str) -> None:
        self._kept.pop(name, None)

    async def close(self) -> None: ...


class RedisCache:
    """For several processes. A key is deleted before its row is written and filled again by the next read outside any
    writing scope, so neither a rollback nor a crash between commit and Redis leaves anything stale.

    Holds state and sealed data, as the row does. Raises what Redis raises: an update whose state cannot be made sure
    of is tried again.
    """

    def __init__(self, url: str) -> None:
        from redis.asyncio import Redis

        self._redis: Redis = Redis.from_url(url)

    async def get(self, name: str) -> Entry | None:
        raw = await self._redis.get(PREFIX + name)
        if raw is None:
            return None
        state, data = json.loads(raw)
        return Entry(state, data)

    async def read(self, name: str, entry: Entry) -> None:
        scope = open_scope()
        if scope is None or not scope.wrote:
            await self._redis.set(PREFIX + name, json.dumps([entry.state, entry.data]), ex=SECONDS)

    async def writing(self, name: str) -> None:
        await self._redis.delete(PREFIX + name)

    async def wrote(self, name: str, entry: Entry) -> None: ...

    def undone(self, name: str) -> None: ...

    async def close(self) -> None:
        await self._redis.aclose()
