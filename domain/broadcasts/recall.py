"""Taking an announcement back: what was sent in the last two days is deleted from the chats."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from domain.broadcasts.models import Broadcast, BroadcastId, BroadcastState
from domain.broadcasts.ports import BroadcastsWork
from domain.broadcasts.rights import managed
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.errors import DomainError
from domain.shared.transaction import Transaction

DELETABLE = timedelta(hours=48)
"""Telegram lets a bot delete its message for everybody for so long."""
WINDOW = 500
"""Deletions that wait at most; Telegram is asked at the pace of messages."""


@dataclass(frozen=True, slots=True)
class Recall:
    """One announcement on its way back. `reached` is the last row of the outbox that was looked at."""

    id: BroadcastId
    reached: int
    asked_at: datetime
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class RecallTally:
    """Messages deleted, gone already, not to be deleted, and still to be; `over` once nothing is left to do."""

    deleted: int = 0
    gone: int = 0
    failed: int = 0
    left: int = 0
    over: bool = False


@dataclass(frozen=True, slots=True)
class RecallSheet:
    """An announcement, whether it was taken back, and whether it can be."""

    broadcast: Broadcast
    tally: RecallTally | None
    possible: bool


class NothingToRecall(DomainError):
    """Nothing of it was sent within the time in which Telegram deletes."""


class BroadcastRecalls(Protocol):
    async def add(self, id: BroadcastId, at: datetime) -> None:
        """Begins it; one that is there stays as it is."""
        ...

    async def get(self, id: BroadcastId) -> Recall | None: ...

    async def running(self) -> Sequence[Recall]: ...

    async def anything(self, id: BroadcastId, since: datetime) -> bool:
        """Whether a message of it was sent since, or may be on its way at this moment."""
        ...

    async def put_next(self, recall: Recall, most: int, since: datetime, at: datetime) -> bool:
        """Owes the next deletions, while fewer than `most` wait; False once all are owed."""
        ...

    async def waits(self, id: BroadcastId) -> bool:
        """Whether a deletion is still owed."""
        ...

    async def drop_messages(self, id: BroadcastId, at: datetime) -> bool:
        """Drops what of the announcement still waits; True while delivery holds some of it in its hands."""
        ...

    async def end(self, id: BroadcastId, at: datetime) -> None: ...

    async def tally(self, recall: Recall) -> RecallTally: ...


class RecallWork(BroadcastsWork, Protocol):
    @property
    def broadcast_recalls(self) -> BroadcastRecalls: ...


@dataclass(frozen=True, slots=True)
class RecallBroadcast:
    """Takes an announcement back; for who manages them. It is cancelled with that, if it was still on its way.

    Raises Forbidden, NotFound, NothingToRecall. Asked twice it is one recall.
    """

    read: Transaction[RecallWork]
    write: Transaction[RecallWork]
    clock: Clock

    async def open(self, person: Person, id: BroadcastId) -> RecallSheet:
        """How a recall stands, or whether there can be one."""
        async with self.read() as work:
            return await self._sheet(work, managed(person, await work.broadcasts.get(id)))

    async def __call__(self, person: Person, id: BroadcastId) -> RecallSheet:
        async with self.write() as work:
            now = self.clock()
            found = managed(person, await work.broadcasts.get(id))
            if await work.broadcast_recalls.get(id) is None:
                if not await work.broadcast_recalls.anything(id, now - DELETABLE):
                    raise NothingToRecall(f"broadcast {id}")
                if found.state in (BroadcastState.RUNNING, BroadcastState.PAUSED):
                    await work.broadcasts.become(id, BroadcastState.CANCELLED, now)
                await work.broadcast_recalls.add(id, now)
                await work.broadcast_figures.told(id, None)
            return await self._sheet(work, managed(person, await work.broadcasts.get(id)))

    async def _sheet(self, work: RecallWork, broadcast: Broadcast) -> RecallSheet:
        recall = await work.broadcast_recalls.get(broadcast.id)
        if recall is not None:
            return RecallSheet(broadcast, await work.broadcast_recalls.tally(recall), possible=False)
        possible = await work.broadcast_recalls.anything(broadcast.id, self.clock() - DELETABLE)
        return RecallSheet(broadcast, None, possible)


@dataclass(frozen=True, slots=True)
class FeedRecalls:
    """Owes the deletions bit by bit and ends what is through; like announcements, it goes on where it stopped."""

    read: Transaction[RecallWork]
    write: Transaction[RecallWork]
    clock: Clock
    wake: Callable[[], None]

    async def __call__(self) -> None:
        async with self.read() as work:
            running = await work.broadcast_recalls.running()
        for recall in running:
            await self._feed(recall.id)
        if running:
            self.wake()

    async def _feed(self, id: BroadcastId) -> None:
        async with self.write() as work:
            recalls, now = work.broadcast_recalls, self.clock()
            recall = await recalls.get(id)
            if recall is None or recall.ended_at is not None:
                return
            # What is on the wire arrives yet; it must be there to be found, since nothing is looked at twice.
            if await recalls.drop_messages(id, now):
                return
            if await recalls.put_next(recall, WINDOW, now - DELETABLE, now) or await recalls.waits(id):
                return
            await recalls.end(id, now)
