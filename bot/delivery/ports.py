"""What delivery asks of the others."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from aiogram import Bot

from handlers.ui.screen import Screen


class OutboxRow(Protocol):
    """One message owed to one person."""

    @property
    def id(self) -> int: ...
    @property
    def key(self) -> str: ...
    @property
    def person_id(self) -> int: ...
    @property
    def language(self) -> str | None: ...
    @property
    def kind(self) -> str: ...
    @property
    def args(self) -> Mapping[str, int | str]: ...
    @property
    def priority(self) -> int: ...
    @property
    def attempts(self) -> int: ...
    @property
    def created_at(self) -> datetime: ...


class OutboxStats(Protocol):
    """How the outbox is doing."""

    @property
    def waiting(self) -> int: ...
    @property
    def oldest_seconds(self) -> float: ...
    @property
    def dead(self) -> int: ...


class OutboxQueue(Protocol):
    """The outbox as a queue with leases."""

    async def claim(self, limit: int, now: datetime, lease: timedelta) -> Sequence[OutboxRow]:
        """Due rows, most urgent first, not given to anybody else before the lease is over."""
        ...

    async def sent(self, ids_with_message_ids: Sequence[tuple[int, int | None]], at: datetime) -> None:
        """These were sent."""
        ...

    async def retry(self, id: int, due_at: datetime, error: str) -> None:
        """Not this time: due again then; counts as an attempt."""
        ...

    async def put_aside(self, id: int, error: str) -> None:
        """Never again by itself, for this reason."""
        ...

    async def unreachable(self, person_id: int, at: datetime) -> None:
        """The person cannot be written to; what waits for them waits on until they write."""
        ...

    async def next_due(self) -> datetime | None:
        """When the next row may be claimed; None when nothing waits."""
        ...

    async def stats(self, now: datetime) -> OutboxStats:
        """Depth and lag."""
        ...


Render = Callable[[OutboxRow], Awaitable[Screen | None]]
"""The message of the moment; None when there is nothing to say any more."""

Send = Callable[[Bot, int, Screen], Awaitable[int | None]]
"""Sends a screen to a person; the message's id, or None if there was nothing to do. Raises what Telegram answers."""
