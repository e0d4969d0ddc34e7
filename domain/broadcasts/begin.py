"""What comes to its time: announcements planned for a moment, and each time of one that is repeated."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo

from domain.broadcasts.models import Broadcast, BroadcastId, BroadcastState
from domain.broadcasts.ports import BroadcastsWork
from domain.broadcasts.times import EARLIEST, Repeat, Times, begins, too_late, wall_at
from domain.notices.models import Notice, NoticeKind
from domain.shared.clock import Clock
from domain.shared.ids import PressKey
from domain.shared.transaction import Transaction

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class BeginBroadcasts:
    """Begins what is due, once, however late the look: what came to its time while the program was down is sent if it
    still makes sense, else its author is told.

    Each time of a repeated one is a broadcast of its own, named by its time: clocks that go back, or two programs at
    once, make no second one. Of several times missed only the last is looked at.
    """

    read: Transaction[BroadcastsWork]
    write: Transaction[BroadcastsWork]
    clock: Clock
    zone: tzinfo = UTC

    async def __call__(self) -> None:
        async with self.read() as work:
            due = await work.broadcasts.due(self.clock())
        for id in due:
            async with self.write() as work:
                found = await work.broadcasts.get(id)
                if found is not None and found.state is BroadcastState.PLANNED and found.starts_at <= self.clock():
                    await self._begin(work, found)

    async def _begin(self, work: BroadcastsWork, found: Broadcast) -> None:
        now, times = self.clock(), found.what.times
        clocks = EARLIEST if times.local else self.zone
        wall = wall_at(found.starts_at, clocks)
        if await self._is_over(work, found, now):
            await work.broadcasts.become(found.id, BroadcastState.MISSED, now)
            await work.outbox.put(missed(found, "promotion", found.starts_at))
        elif times.repeat is not None:
            await self._repeat(work, found, times.repeat, clocks, now)
        elif too_late(times, wall, self.zone, found.what.kind, now):
            await work.broadcasts.become(found.id, BroadcastState.MISSED, now)
            await work.outbox.put(missed(found, "late", found.starts_at))
        else:
            await work.broadcasts.become(found.id, BroadcastState.RUNNING, now)

    async def _repeat(
        self, work: BroadcastsWork, found: Broadcast, repeat: Repeat, clocks: tzinfo, now: datetime
    ) -> None:
        times = found.what.times
        here = wall_at(now, clocks)
        wall = max(repeat.last(here), wall_at(found.starts_at, clocks))
        starts = begins(times, wall, self.zone)
        if too_late(times, wall, self.zone, found.what.kind, now):
            await work.outbox.put(missed(found, "late", starts))
        else:
            once = replace(found.what, times=Times(wall, local=times.local, quiet=times.quiet))
            key = _key_of(found.id, starts)
            await work.broadcasts.add(once, found.author, key, BroadcastState.RUNNING, starts, parent=found.id)
        await work.broadcasts.plan(found.id, begins(times, repeat.after(max(here, wall)), self.zone))

    async def _is_over(self, work: BroadcastsWork, found: Broadcast, now: datetime) -> bool:
        """The price promotion it tells of has ended or was switched off."""
        if found.what.promotion is None:
            return False
        kept = await work.price_promotions.get(found.what.promotion)
        if kept is None or not kept.is_on:
            return True
        ends = kept.promotion.conditions.ends_at
        return ends is not None and ends <= now


def missed(found: Broadcast, why: str, due: datetime, number: int = 0) -> Notice:
    """Tells the author what was not sent: `late`, `promotion` (it is over) or `zones` (for so many time zones)."""
    at = int(due.timestamp())
    args: dict[str, int | str] = {"broadcast": found.id, "why": why, "due": at, "number": number}
    return Notice(found.author, NoticeKind.BROADCAST_MISSED, f"broadcast-missed:{found.id}:{at}:{why}", args)


def _key_of(id: BroadcastId, starts: datetime) -> PressKey:
    """At most 16 signs, and none that a press has."""
    return PressKey(f"~{_short(id)}.{_short(int(starts.timestamp()) // 60)}")


def _short(number: int) -> str:
    digits = ""
    while number:
        number, last = divmod(number, 36)
        digits = _DIGITS[last] + digits
    return digits or "0"
