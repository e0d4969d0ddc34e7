"""Order per person across webhook replicas: a lease in Redis that one replica holds for one person at a time.

Who waits stands in a line (a sorted set by update id), so that of several waiting updates of a person the earliest
goes first. The lease is renewed while the handling runs; a holder that dies lets it run out.

A lease is no proof: a process that was frozen for longer than its lease wakes up believing in it. What fences it off
is the database: an update takes effect in one transaction that also records its id, so a late holder can commit its
own update once at most and no one else's; the lock only keeps the order. A holder that notices the loss is cancelled
before it commits, and its update is not confirmed, so Telegram delivers it again.
"""

from __future__ import annotations

import asyncio
import contextlib
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from redis.asyncio import Redis
from redis.exceptions import RedisError

from bot.intake.handling import LockUnavailable

# KEYS: lock, line, seen. ARGV: token, lease ms, update id, ms after which somebody who stopped asking leaves the line.
# Gives 1 when the lock is ours now.
_TAKE = """
local lock, line, seen = KEYS[1], KEYS[2], KEYS[3]
local token, update = ARGV[1], tonumber(ARGV[3])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
for _, gone in ipairs(redis.call('ZRANGEBYSCORE', seen, '-inf', now - ARGV[4])) do
  redis.call('ZREM', line, gone)
  redis.call('ZREM', seen, gone)
end
if redis.call('EXISTS', lock) == 0 then
  local first = redis.call('ZRANGE', line, 0, 0, 'WITHSCORES')
  if #first == 0 or first[1] == token or update < tonumber(first[2]) then
    redis.call('SET', lock, token, 'PX', ARGV[2])
    redis.call('ZREM', line, token)
    redis.call('ZREM', seen, token)
    return 1
  end
end
redis.call('ZADD', line, update, token)
redis.call('ZADD', seen, now, token)
redis.call('PEXPIRE', line, ARGV[4] * 2)
redis.call('PEXPIRE', seen, ARGV[4] * 2)
return 0
"""
_RENEW = "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return 0"
_RELEASE = "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0"
_LEAVE = "redis.call('ZREM', KEYS[1], ARGV[1]) redis.call('ZREM', KEYS[2], ARGV[1])"


GONE_MS = 2000


class RedisPersonLock:
    """Locks by person in Redis. Times are seconds; `wait` bounds how long an update stands in line."""

    def __init__(
        self, redis: Redis, *, lease: float = 10.0, wait: float = 40.0, prefix: str = "cabinet:person"
    ) -> None:
        self._redis = redis
        self._lease = lease
        self._wait = wait
        self._prefix = prefix
        self._take: Any = redis.register_script(_TAKE)
        self._renew: Any = redis.register_script(_RENEW)
        self._release: Any = redis.register_script(_RELEASE)
        self._leave: Any = redis.register_script(_LEAVE)

    @asynccontextmanager
    async def hold(self, person: int, update_id: int) -> AsyncIterator[None]:
        """Held inside the block; loss cancels the block. Raises LockUnavailable when not had in time, or lost."""
        name = f"{self._prefix}:{{{person}}}"
        token = secrets.token_hex(8)
        try:
            await self._acquire(name, token, update_id)
        except RedisError as error:
            raise LockUnavailable("Redis is away") from error
        lost = False
        task = asyncio.current_task()

        def lose() -> None:
            nonlocal lost
            lost = True
            if task is not None:
                task.cancel()

        keeping = asyncio.create_task(self._keep(name, token, lose))
        try:
            yield
        except asyncio.CancelledError:
            if not lost:
                raise
            if task is not None:
                task.uncancel()
            raise LockUnavailable("the lease was lost") from None
        finally:
            keeping.cancel()
            await self._quietly(self._release(keys=[name], args=[token]))

    async def _acquire(self, name: str, token: str, update_id: int) -> None:
        loop = asyncio.get_running_loop()
        give_up_at = loop.time() + self._wait
        pause = 0.005
        waited = False
        keys = [name, f"{name}:line", f"{name}:seen"]
        try:
            while True:
                if await self._take(keys=keys, args=[token, int(self._lease * 1000), update_id, GONE_MS]):
                    waited = False
                    return
                waited = True
                if loop.time() + pause > give_up_at:
                    raise LockUnavailable("another replica holds the person for too long")
                await asyncio.sleep(pause)
                pause = min(pause * 1.5, 0.1)
        finally:
            if waited:
                await self._quietly(self._leave(keys=keys[1:], args=[token]))

    async def _quietly(self, leaving: Awaitable[object]) -> None:
        """Done even when this task is being cancelled; if Redis is away, the lease runs out by itself."""

        async def leave() -> None:
            with contextlib.suppress(RedisError):
                await leaving

        await asyncio.shield(leave())

    async def _keep(self, name: str, token: str, lose: Callable[[], None]) -> None:
        """Renews the lease at a third of its length; says so when it cannot be kept."""
        loop = asyncio.get_running_loop()
        good_until = loop.time() + self._lease
        while True:
            await asyncio.sleep(self._lease / 3)
            began = loop.time()
            try:
                async with asyncio.timeout(self._lease / 3):
                    kept = bool(await self._renew(keys=[name], args=[token, int(self._lease * 1000)]))
            except (RedisError, TimeoutError):
                # One failure is not the end while the lease still runs.
                if loop.time() + self._lease / 3 < good_until:
                    continue
                kept = False
            if not kept:
                lose()
                return
            good_until = began + self._lease
