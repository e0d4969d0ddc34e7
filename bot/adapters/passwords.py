"""Argon2id away from the event loop: a few threads (argon2 lets go of the interpreter), and a bounded queue."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError

T = TypeVar("T")


class TooBusy(Exception):
    """More people are logging in than can be served: the update is tried again later."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one hash takes: memory in KiB, passes over it, and how many are made at the same time."""

    memory: int = 64 * 1024
    passes: int = 2
    at_once: int = 2


class Argon2:
    """Implements domain.access.ports.Passwords. `close` it in the end.

    At most `waiting` calls wait for a thread; the next raises TooBusy.
    """

    def __init__(self, cost: Cost | None = None, *, waiting: int = 200) -> None:
        cost = cost or Cost()
        self._hasher = PasswordHasher(time_cost=cost.passes, memory_cost=cost.memory, parallelism=1)
        self._threads = ThreadPoolExecutor(cost.at_once, thread_name_prefix="argon2")
        self._most = waiting + cost.at_once
        self._now = 0
        self._nobody: str | None = None

    async def hash(self, password: str) -> str:
        """A salted hash with the parameters of now."""
        return await self._run(self._hasher.hash, _bytes(password))

    async def verify(self, password_hash: str | None, password: str) -> bool:
        """Whether the password is the hash's. Without a hash the same work is done against one of nobody's."""
        if self._nobody is None:
            self._nobody = await self.hash("nobody's password")
        right = await self._run(self._verify, password_hash or self._nobody, _bytes(password))
        return right and password_hash is not None

    def is_outdated(self, password_hash: str) -> bool:
        """Whether it was made with other parameters than those of now."""
        return self._hasher.check_needs_rehash(password_hash)

    def close(self) -> None:
        """Ends the threads once what they do is done."""
        self._threads.shutdown(wait=True, cancel_futures=True)

    def _verify(self, password_hash: str, password: bytes) -> bool:
        try:
            return self._hasher.verify(password_hash, password)
        except (VerifyMismatchError, VerificationError, InvalidHashError):
            return False

    async def _run(self, work: Callable[..., T], *args: str | bytes) -> T:
        if self._now >= self._most:
            raise TooBusy
        self._now += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, work, *args)
        finally:
            self._now -= 1


def _bytes(password: str) -> bytes:
    # Half a surrogate pair is no valid text, yet a client may send one; it must not stop an update.
    return password.encode("utf-8", "surrogatepass")
