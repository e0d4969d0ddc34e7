"""Making announcements, approving, holding and ending them, and what delivery asks at somebody's turn."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import UTC, tzinfo
from zoneinfo import ZoneInfo

from domain.broadcasts.links import MOST, InvalidLink, check_link
from domain.broadcasts.models import (
    MAY_BECOME,
    Announcement,
    Broadcast,
    BroadcastId,
    BroadcastSheet,
    BroadcastState,
    InvalidBroadcast,
)
from domain.broadcasts.ports import BroadcastsWork
from domain.broadcasts.rights import narrowed, require_author
from domain.broadcasts.segments import as_of
from domain.broadcasts.spoken import spoken_times
from domain.broadcasts.times import QuietHours, Times, begins, first_wall, wall_at
from domain.notices.models import Notice, NoticeKind
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.errors import DomainError, NotFound
from domain.shared.ids import PersonId, PressKey
from domain.shared.paging import Page, clamp_page
from domain.shared.transaction import Transaction

PAGE = 6
KNOWN = 50
"""Announcements kept in memory while they run."""
LONGEST = 4000
"""Telegram takes 4096 signs; the tags count as well here."""
LONGEST_CAPTION = 1000
"""Of a text under one picture; Telegram takes 1024."""
MOST_PICTURES = 10
"""Of one album."""


class OwnBroadcast(DomainError):
    """Another admin has to say yes to what one wrote oneself."""


@dataclass(frozen=True, slots=True)
class Approval:
    """From `people` on, a second one of `admins` has to approve; never where there is none beside the author."""

    people: int = 0
    admins: frozenset[PersonId] = field(default=frozenset())

    def others(self, author: PersonId) -> Collection[PersonId]:
        return sorted(self.admins - {author})

    def is_needed(self, author: PersonId, people: int) -> bool:
        return 0 < self.people <= people and bool(self.others(author))


@dataclass(frozen=True, slots=True)
class ManageBroadcasts:
    """Lists, publishes, approves, pauses, continues and cancels announcements; for admins and content managers.

    Raises Forbidden, NotFound, InvalidBroadcast, InvalidTimes, InvalidLink. What has ended stays ended, whatever an
    old button says. `zone` is the operator's: times are typed by its clocks.
    """

    read: Transaction[BroadcastsWork]
    write: Transaction[BroadcastsWork]
    clock: Clock
    zone: tzinfo = UTC
    approval: Approval = field(default=Approval())

    async def __call__(self, person: Person, number: int) -> Page[Broadcast]:
        """A page of them, the newest first."""
        require_author(person)
        number = max(0, min(number, 10_000))
        async with self.read() as work:
            found, total = await work.broadcasts.stretch(number * PAGE, PAGE)
            if not found and total:
                number = clamp_page(number, PAGE, total)
                found, total = await work.broadcasts.stretch(number * PAGE, PAGE)
        return Page(found, number, PAGE, total)

    async def audience(self, person: Person, what: Announcement) -> int:
        """To how many people it would go now."""
        segment = narrowed(person, what.segment)
        async with self.read() as work:
            return await work.broadcasts.audience(what.kind, segment, as_of(self.clock(), self.zone))

    async def open(self, person: Person, id: BroadcastId) -> BroadcastSheet:
        """One of them with its figures."""
        require_author(person)
        async with self.read() as work:
            return await self._sheet(work, id)

    def when(self, person: Person, typed: str, before: Times) -> Times:
        """The time somebody typed, by whose clocks and with what nights as before. Raises InvalidTimes."""
        require_author(person)
        now = self.clock()
        times = replace(spoken_times(typed, wall_at(now, self.zone)), local=before.local, quiet=before.quiet)
        first_wall(times, self.zone, now)
        return times

    async def publish(self, person: Person, what: Announcement, key: PressKey) -> BroadcastSheet:
        """Begins it, plans it for its time, or asks another admin; the same key gives the same broadcast, so that a
        double press sends nothing twice."""
        what = replace(what, segment=narrowed(person, what.segment))
        check(what)
        now = self.clock()
        starts = begins(what.times, first_wall(what.times, self.zone, now), self.zone)
        starts = now if what.times.at_once else starts
        async with self.write() as work:
            people = await work.broadcasts.audience(what.kind, what.segment, as_of(now, self.zone))
            asks = self.approval.is_needed(person.id, people)
            state = BroadcastState.RUNNING if what.times.at_once else BroadcastState.PLANNED
            made = await work.broadcasts.add(what, person.id, key, BroadcastState.AWAITING if asks else state, starts)
            if made.state is BroadcastState.AWAITING:
                for other in self.approval.others(made.author):
                    name = f"broadcast-asked:{made.id}:{other}"
                    await work.outbox.put(Notice(other, NoticeKind.BROADCAST_ASKED, name, {"broadcast": made.id}))
            return await self._sheet(work, made.id)

    async def approve(self, person: Person, id: BroadcastId) -> BroadcastSheet:
        """Another admin's yes: it begins, or waits for its time. Raises OwnBroadcast; later ones change nothing."""
        person.require_admin()
        async with self.write() as work:
            found = await self._found(work, id)
            if found.state is BroadcastState.AWAITING:
                if person.id == found.author:
                    raise OwnBroadcast("another admin")
                await work.broadcasts.approve(id, person.id)
                if found.what.times.at_once:
                    await work.broadcasts.plan(id, self.clock())
                    await work.broadcasts.become(id, BroadcastState.RUNNING, self.clock())
                else:
                    await work.broadcasts.become(id, BroadcastState.PLANNED, self.clock())
                await work.outbox.put(_answered(found))
            return await self._sheet(work, id)

    async def become(self, person: Person, id: BroadcastId, state: BroadcastState) -> BroadcastSheet:
        """Pauses, continues or cancels it; from then on nothing more is sent, even of what is waiting already."""
        require_author(person)
        async with self.write() as work:
            found = await self._found(work, id)
            if state in MAY_BECOME[found.state]:
                await work.broadcasts.become(id, state, self.clock())
                if found.state is BroadcastState.AWAITING and person.id != found.author:
                    await work.outbox.put(_answered(found))
            return await self._sheet(work, id)

    async def _found(self, work: BroadcastsWork, id: BroadcastId) -> Broadcast:
        found = await work.broadcasts.get(id)
        if found is None:
            raise NotFound(f"broadcast {id}")
        return found

    async def _sheet(self, work: BroadcastsWork, id: BroadcastId) -> BroadcastSheet:
        found = await self._found(work, id)
        began = found.state not in (BroadcastState.AWAITING, BroadcastState.PLANNED)
        seen = as_of(found.starts_at if began else self.clock(), self.zone)
        return BroadcastSheet(found, await work.broadcasts.tally(found, seen))


@dataclass(frozen=True, slots=True)
class BroadcastForPerson:
    """What somebody gets whose turn it is; None unless it runs, they agree and want that kind at this very moment.

    The law on advertising asks for consent in advance and for an end at once; so it is looked at last of all. In
    somebody's quiet hours it is None as well, and put again when they are over.
    """

    read: Transaction[BroadcastsWork]
    clock: Clock
    zone: tzinfo = UTC
    quiet: QuietHours = field(default=QuietHours())
    known: dict[BroadcastId, Announcement] = field(default_factory=dict, compare=False, repr=False)
    """What is announced never changes once it runs: it is read once, not for each of a million people."""

    async def __call__(self, person: Person, id: BroadcastId) -> Announcement | None:
        async with self.read() as work:
            turn = await work.broadcast_turns.look(id, person.id)
            if turn is None or turn.state is not BroadcastState.RUNNING or not turn.wanted:
                return None
            what = self.known.get(id) or await self._read(work, id)
        if what is None:
            return None
        if what.times.quiet:
            now = self.clock()
            if self.quiet.over(now, zone_named(turn.zone, self.zone)) > now:
                return None
        return what

    async def _read(self, work: BroadcastsWork, id: BroadcastId) -> Announcement | None:
        found = await work.broadcasts.get(id)
        if found is None:
            return None
        if len(self.known) >= KNOWN:
            self.known.clear()
        self.known[id] = found.what
        return found.what


def zone_named(name: str, home: tzinfo) -> tzinfo:
    """The time zone of that name; the operator's where it is empty."""
    return ZoneInfo(name) if name else home


def check(what: Announcement) -> None:
    """Raises InvalidBroadcast or InvalidLink unless Telegram would take it."""
    longest = LONGEST_CAPTION if len(what.pictures) == 1 else LONGEST
    for words in (what.text.ru, what.text.en):
        if not words.strip() or len(words) > LONGEST:
            raise InvalidBroadcast("text")
        if len(words) > longest:
            raise InvalidBroadcast("caption")
    if len(what.pictures) > MOST_PICTURES:
        raise InvalidBroadcast("pictures")
    if len(what.links) > MOST:
        raise InvalidLink("many")
    for link in what.links:
        check_link(link)


def _answered(broadcast: Broadcast) -> Notice:
    name = f"broadcast-answered:{broadcast.id}"
    return Notice(broadcast.author, NoticeKind.BROADCAST_ANSWERED, name, {"broadcast": broadcast.id})
