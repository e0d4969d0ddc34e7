"""How far an announcement is, for the message that shows it to its author, and how fast it goes."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from domain.broadcasts.models import Broadcast, BroadcastId, BroadcastState, Tally
from domain.broadcasts.recall import RecallTally
from domain.shared.clock import Clock
from domain.shared.ids import PersonId
from domain.shared.transaction import Transaction

WINDOW = timedelta(seconds=20)
"""Over how long the rate is taken: long enough to be calm, short enough to show a pause that Telegram asked for."""


@dataclass(frozen=True, slots=True)
class Progress:
    """An announcement, its figures, and the message in its author's chat that shows them, if it was sent already."""

    broadcast: Broadcast
    author: PersonId
    tally: Tally
    message_id: int | None = None
    recall: RecallTally | None = None

    @property
    def over(self) -> bool:
        """Nothing of it will change by itself any more."""
        ended = self.broadcast.state in (BroadcastState.DONE, BroadcastState.CANCELLED)
        return ended and (self.recall is None or self.recall.over)


class FollowedFigures(Protocol):
    async def untold(self) -> Sequence[Progress]:
        """Those that have begun and whose authors have not had the last word yet, the oldest first."""
        ...

    async def keep_message(self, id: BroadcastId, message_id: int) -> None: ...

    async def told(self, id: BroadcastId, at: datetime | None) -> None:
        """Its author has had the last word; None when there is something new to say."""
        ...


class FiguresWork(Protocol):
    @property
    def broadcast_figures(self) -> FollowedFigures: ...


@dataclass(frozen=True, slots=True)
class FollowBroadcasts:
    """What there is to show the authors of announcements. All of it stands in the database, so a restart loses none."""

    read: Transaction[FiguresWork]
    write: Transaction[FiguresWork]
    clock: Clock

    async def __call__(self) -> Sequence[Progress]:
        async with self.read() as work:
            return await work.broadcast_figures.untold()

    async def keep_message(self, id: BroadcastId, message_id: int) -> None:
        """The message that is edited from now on."""
        async with self.write() as work:
            await work.broadcast_figures.keep_message(id, message_id)

    async def told(self, id: BroadcastId) -> None:
        """The summary was shown."""
        async with self.write() as work:
            await work.broadcast_figures.told(id, self.clock())


class Pace:
    """People a second, over the last while."""

    def __init__(self) -> None:
        self._seen: deque[tuple[datetime, int]] = deque()

    def seen(self, done: int, at: datetime) -> None:
        """So many were through by then."""
        self._seen.append((at, done))
        while len(self._seen) > 2 and at - self._seen[0][0] > WINDOW:
            self._seen.popleft()

    @property
    def rate(self) -> float | None:
        """People a second; None until there is something to tell it by."""
        if len(self._seen) < 2:
            return None
        (began, first), (now, last) = self._seen[0], self._seen[-1]
        seconds = (now - began).total_seconds()
        return None if seconds <= 0 else max(0, last - first) / seconds

    def to_go(self, left: int) -> timedelta | None:
        """How long so many will take; None when nothing moves."""
        rate = self.rate
        return timedelta(seconds=left / rate) if rate else None
