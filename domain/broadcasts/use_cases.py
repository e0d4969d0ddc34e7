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
from domain.broadcasts.own import OwnTerms, require_once, require_room
from domain.broadcasts.ports import BroadcastsWork
from domain.broadcasts.rights import managed, narrowed, require_author
from domain.broadcasts.segments import as_of
from domain.broadcasts.spoken import spoken_times
from domain.broadcasts.times import QuietHours, Times, begins, first_wall, wall_at
from domain.notices.models import Notice, NoticeKind
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.errors import DomainError
from domain.shared.ids import ConsultantId, PersonId, PressKey
from domain.shared.localised import Localised
from domain.shared.paging import Page, clamp_page
from domain.shared.transaction import Transaction

PAGE = 6
KNOWN = 50
"""Announcements kept in memory while they run."""
LONGEST = 4000
"""Telegram takes 4096 signs; the tags count as well here."""
LONGEST_CAPTION = 1000
"""Of a text under one picture; Telegram takes 1024."""
SIGNATURE = 150
"""Signs left for the line above a consultant's own text that says whose it is."""
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
    """Lists, publishes, approves, pauses, continues and cancels announcements; for admins and content managers, and
    for consultants their own.

    Raises Forbidden, NotFound, InvalidBroadcast, InvalidTimes, InvalidLink, TooManyOwn. What has ended stays ended,
    whatever an old button says. `zone` is the operator's: times are typed by its clocks.
    """

    read: Transaction[BroadcastsWork]
    write: Transaction[BroadcastsWork]
    clock: Clock
    zone: tzinfo = UTC
    approval: Approval = field(default=Approval())
    own: OwnTerms = field(default=OwnTerms())

    async def __call__(self, person: Person, number: int, *, own: bool = False) -> Page[Broadcast]:
        """A page of them, the newest first: the company's, or a consultant's own."""
        consultant = person.require_consultant() if own else None
        require_author(person, consultant)
        number = max(0, min(number, 10_000))
        async with self.read() as work:
            found, total = await work.broadcasts.stretch(consultant, number * PAGE, PAGE)
            if not found and total:
                number = clamp_page(number, PAGE, total)
                found, total = await work.broadcasts.stretch(consultant, number * PAGE, PAGE)
        return Page(found, number, PAGE, total)

    async def begin_own(self, person: Person) -> ConsultantId:
        """Whose own it will be; raises where there is no use in writing one now."""
        consultant = person.require_consultant()
        async with self.read() as work:
            await require_room(work, self.own, consultant, self.clock())
        return consultant

    async def audience(self, person: Person, what: Announcement) -> int:
        """To how many people it would go now."""
        what = narrowed(person, what)
        async with self.read() as work:
            return await work.broadcasts.audience(what.kind, what.segment, as_of(self.clock(), self.zone))

    async def open(self, person: Person, id: BroadcastId) -> BroadcastSheet:
        """One of them with its figures."""
        async with self.read() as work:
            return await self._sheet(work, managed(person, await work.broadcasts.get(id)))

    def when(self, person: Person, typed: str, before: Announcement) -> Times:
        """The time somebody typed, by whose clocks and with what nights as before. Raises InvalidTimes."""
        require_author(person, before.consultant)
        now, kept = self.clock(), before.times
        times = replace(spoken_times(typed, wall_at(now, self.zone)), local=kept.local, quiet=kept.quiet)
        require_once(replace(before, times=times))
        first_wall(times, self.zone, now)
        return times

    async def publish(self, person: Person, what: Announcement, key: PressKey) -> BroadcastSheet:
        """Begins it, plans it for its time, or asks another admin; the same key gives the same broadcast, so that a
        double press sends nothing twice."""
        what = narrowed(person, what)
        check(what)
        require_once(what)
        now = self.clock()
        starts = begins(what.times, first_wall(what.times, self.zone, now), self.zone)
        starts = now if what.times.at_once else starts
        async with self.write() as work:
            if what.consultant is not None:
                await work.consultants.hold(what.consultant)
            before = await work.broadcasts.by_key(key)
            if before is not None:
                return await self._sheet(work, managed(person, before))
            if what.consultant is not None:
                await require_room(work, self.own, what.consultant, starts)
            people = await work.broadcasts.audience(what.kind, what.segment, as_of(now, self.zone))
            asks = self.approval.is_needed(person.id, people) or self.own.is_needed(person, what)
            state = BroadcastState.RUNNING if what.times.at_once else BroadcastState.PLANNED
            made = await work.broadcasts.add(what, person.id, key, BroadcastState.AWAITING if asks else state, starts)
            if made.state is BroadcastState.AWAITING:
                for other in self.approval.others(made.author):
                    name = f"broadcast-asked:{made.id}:{other}"
                    await work.outbox.put(Notice(other, NoticeKind.BROADCAST_ASKED, name, {"broadcast": made.id}))
            return await self._sheet(work, made)

    async def approve(self, person: Person, id: BroadcastId) -> BroadcastSheet:
        """Another admin's yes: it begins, or waits for its time. Raises OwnBroadcast; later ones change nothing."""
        person.require_admin()
        async with self.write() as work:
            found = managed(person, await work.broadcasts.get(id))
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
            return await self._sheet(work, managed(person, await work.broadcasts.get(id)))

    async def become(self, person: Person, id: BroadcastId, state: BroadcastState) -> BroadcastSheet:
        """Pauses, continues or cancels it; from then on nothing more is sent, even of what is waiting already."""
        async with self.write() as work:
            found = managed(person, await work.broadcasts.get(id))
            if state in MAY_BECOME[found.state]:
                await work.broadcasts.become(id, state, self.clock())
                if found.state is BroadcastState.AWAITING and person.id != found.author:
                    await work.outbox.put(_answered(found))
            return await self._sheet(work, managed(person, await work.broadcasts.get(id)))

    async def _sheet(self, work: BroadcastsWork, found: Broadcast) -> BroadcastSheet:
        began = found.state not in (BroadcastState.AWAITING, BroadcastState.PLANNED)
        seen = as_of(found.starts_at if began else self.clock(), self.zone)
        return BroadcastSheet(found, await work.broadcasts.tally(found, seen))


@dataclass(frozen=True, slots=True)
class Due:
    """What somebody gets now; `author` is what the consultant is called whose own it is."""

    what: Announcement
    author: Localised | None = None


@dataclass(frozen=True, slots=True)
class BroadcastForPerson:
    """What somebody gets whose turn it is; None unless it runs, they agree and want that kind at this very moment.

    The law on advertising asks for consent in advance and for an end at once; so it is looked at last of all. In
    somebody's quiet hours it is None as well, and put again when they are over. A consultant's own goes only to who is
    still theirs.
    """

    read: Transaction[BroadcastsWork]
    clock: Clock
    zone: tzinfo = UTC
    quiet: QuietHours = field(default=QuietHours())
    known: dict[BroadcastId, Announcement] = field(default_factory=dict, compare=False, repr=False)
    """What is announced never changes once it runs: it is read once, not for each of a million people."""

    async def __call__(self, person: Person, id: BroadcastId) -> Due | None:
        author: Localised | None = None
        async with self.read() as work:
            turn = await work.broadcast_turns.look(id, person.id)
            if turn is None or turn.state is not BroadcastState.RUNNING or not turn.wanted:
                return None
            what = self.known.get(id) or await self._read(work, id)
            if what is None:
                return None
            if what.consultant is not None:
                consultant = await work.consultants.get(what.consultant)
                if consultant is None or consultant.has_left or person.consultant_id != consultant.id:
                    return None
                author = consultant.name
        if what.times.quiet:
            now = self.clock()
            if self.quiet.over(now, zone_named(turn.zone, self.zone)) > now:
                return None
        return Due(what, author)

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
    most = longest(what.consultant, LONGEST)
    for words in (what.text.ru, what.text.en):
        if not words.strip() or len(words) > most:
            raise InvalidBroadcast("text", most)
        if len(what.pictures) == 1 and len(words) > longest(what.consultant, LONGEST_CAPTION):
            raise InvalidBroadcast("caption", longest(what.consultant, LONGEST_CAPTION))
    if len(what.pictures) > MOST_PICTURES:
        raise InvalidBroadcast("pictures", MOST_PICTURES)
    if len(what.links) > MOST:
        raise InvalidLink("many")
    for link in what.links:
        check_link(link)


def longest(consultant: ConsultantId | None, most: int) -> int:
    """How long a text may be where Telegram takes `most`: a consultant's own stands below a line with their name."""
    return most if consultant is None else most - SIGNATURE


def _answered(broadcast: Broadcast) -> Notice:
    name = f"broadcast-answered:{broadcast.id}"
    return Notice(broadcast.author, NoticeKind.BROADCAST_ANSWERED, name, {"broadcast": broadcast.id})
