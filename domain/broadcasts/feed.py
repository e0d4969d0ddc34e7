"""Bringing running announcements to people bit by bit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo

from domain.broadcasts.begin import missed
from domain.broadcasts.models import Broadcast, BroadcastId, BroadcastState
from domain.broadcasts.ports import BroadcastsWork
from domain.broadcasts.segments import AsOf, as_of
from domain.broadcasts.times import GRACE, QuietHours, moment
from domain.broadcasts.use_cases import zone_named
from domain.shared.clock import Clock
from domain.shared.transaction import Transaction

WINDOW = 2000
"""How many rows wait in the outbox at most, so that what waits stays little for any number of people."""
PATIENCE = timedelta(minutes=10)
"""The longest between two looks at one whose next people are asleep: somebody's time zone may change."""


@dataclass(frozen=True, slots=True)
class FeedBroadcasts:
    """Puts running broadcasts into the outbox, a bounded number of people at a time, and ends those that are through.

    How far it came is in the database with the rows themselves, so it goes on after a crash where it stopped, and the
    key of a row (broadcast and person) lets nobody have two. Where it matters what time it is for somebody, the people
    of each time zone are a leg of their own: it begins at its time and rests in their quiet hours, so that never more
    rows wait than are sent soon.
    """

    read: Transaction[BroadcastsWork]
    write: Transaction[BroadcastsWork]
    clock: Clock
    wake: Callable[[], None]
    zone: tzinfo = UTC
    quiet: QuietHours = field(default=QuietHours())

    async def __call__(self) -> None:
        async with self.read() as work:
            running = await work.broadcasts.running(self.clock())
        for id in running:
            await self._feed(id)
        if running:
            self.wake()

    async def _feed(self, id: BroadcastId) -> None:
        async with self.write() as work:
            found = await work.broadcasts.get(id)
            if found is None or found.state is not BroadcastState.RUNNING:
                return
            if found.rests_until is not None and found.rests_until <= self.clock():
                await work.broadcasts.look_again(id, None)
            seen = as_of(found.starts_at, self.zone)
            if not await work.broadcast_figures.begun(id):
                people = await work.broadcasts.audience(found.what.kind, found.what.segment, seen)
                await work.broadcast_figures.begin(id, people)
            if found.what.times.by_zone:
                if await self._feed_legs(work, found, seen):
                    return
            elif await work.broadcasts.put_next(found, WINDOW, self.clock(), seen):
                return
            if await work.broadcasts.waits(id) or await self._again(work, found):
                return
            await work.broadcasts.become(id, BroadcastState.DONE, self.clock())

    async def _feed_legs(self, work: BroadcastsWork, found: Broadcast, seen: AsOf) -> bool:
        """Puts people of the legs whose time it is; False once nobody is left to put."""
        now = self.clock()
        legs = await work.broadcasts.legs(found.id)
        if all(leg.done for leg in legs):
            # Also at the end: somebody may have moved into a zone that nobody lived in before.
            due = await self._new_legs(work, found, {leg.zone for leg in legs})
            if not due:
                return False
            legs = await work.broadcasts.legs(found.id)
        next_look: datetime | None = None
        for leg in legs:
            if leg.done:
                continue
            ready = self._ready(found, leg.due_at, zone_named(leg.zone, self.zone), now)
            if ready > now:
                next_look = ready if next_look is None else min(ready, next_look)
            elif await work.broadcasts.put_leg(found, leg, WINDOW, now, seen):
                return True
        if next_look is None:
            return not all(leg.done for leg in await work.broadcasts.legs(found.id))
        await work.broadcasts.look_again(found.id, min(next_look, now + PATIENCE), next_look)
        return True

    async def _new_legs(self, work: BroadcastsWork, found: Broadcast, known: set[str]) -> dict[str, datetime]:
        due = {zone: self._due(found, zone) for zone in await work.broadcasts.zones() - known}
        late = {zone for zone, at in due.items() if self.clock() - at > GRACE[found.what.kind]}
        if late and not known:
            await work.outbox.put(missed(found, "zones", found.starts_at, len(late)))
        in_time = {zone: at for zone, at in due.items() if zone not in late}
        await work.broadcasts.add_legs(found.id, in_time)
        return in_time

    def _due(self, found: Broadcast, zone: str) -> datetime:
        times = found.what.times
        if times.local and times.at is not None:
            return moment(times.at, zone_named(zone, self.zone))
        return found.starts_at

    def _ready(self, found: Broadcast, due: datetime, zone: tzinfo, now: datetime) -> datetime:
        at = max(due, now)
        return self.quiet.over(at, zone) if found.what.times.quiet else at

    async def _again(self, work: BroadcastsWork, found: Broadcast) -> bool:
        """Owes it anew to who got nothing for a reason that is over; False when there is nobody like that."""
        zones = await work.broadcasts.unsaid(found)
        if not zones:
            return False
        now = self.clock()
        ready = {zone: self._ready(found, now, zone_named(zone, self.zone), now) for zone in zones}
        awake = frozenset(zone for zone, at in ready.items() if at <= now)
        if awake:
            await work.broadcasts.put_again(found, awake, now)
        else:
            next_look = min(ready.values())
            await work.broadcasts.look_again(found.id, min(next_look, now + PATIENCE), next_look)
        return True
