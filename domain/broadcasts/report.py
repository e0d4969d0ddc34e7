"""What became of an announcement: who got it, and what they did then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from domain.broadcasts.models import Broadcast, BroadcastId, Tally
from domain.broadcasts.ports import BroadcastsWork
from domain.broadcasts.rights import managed
from domain.notices.models import Notice, NoticeKind
from domain.notices.ports import Outbox
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.errors import NotFound
from domain.shared.ids import PersonId
from domain.shared.transaction import Transaction

COUNTED = timedelta(days=7)
"""An order within this time after the message counts as come of it; then the figures are settled."""
SAME_PRESS = 20
"""Seconds within which a second press is the same press."""


@dataclass(frozen=True, slots=True)
class Deeds:
    """How many of those who got it pressed a button under it, ordered, and asked for no more of these."""

    pressed: int = 0
    ordered: int = 0
    stopped: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """`settled_at`: since then the figures stand; None while they are still counted."""

    broadcast: Broadcast
    tally: Tally
    deeds: Deeds
    settled_at: datetime | None = None


class BroadcastReports(Protocol):
    async def settled(self, id: BroadcastId) -> tuple[Tally, Deeds, datetime] | None:
        """The figures that stand, if they do."""
        ...

    async def settle(self, id: BroadcastId, tally: Tally, deeds: Deeds, at: datetime) -> None: ...

    async def unsettled(self, ended_before: datetime) -> Sequence[BroadcastId]:
        """Those that ended by then and whose figures do not stand yet."""
        ...

    async def presses(self, id: BroadcastId) -> tuple[int, int]:
        """How many pressed a button, and how many the one that stops them."""
        ...

    async def press(self, id: BroadcastId, person_id: PersonId, *, stopped: bool, at: datetime) -> None:
        """Notes a press of somebody who got it; of anybody else it notes nothing."""
        ...

    async def orders(self, id: BroadcastId, since: datetime, before: int | None) -> tuple[Sequence[Bought], int | None]:
        """Some orders since then of people who got it, the newest first, and where to go on; None at the end."""
        ...


@dataclass(frozen=True, slots=True)
class Bought:
    """An order that was placed after the announcement came."""

    customer: int
    placed_at: datetime
    got_it_at: datetime


class ReportWork(BroadcastsWork, Protocol):
    @property
    def broadcast_reports(self) -> BroadcastReports: ...

    @property
    def outbox(self) -> Outbox: ...


@dataclass(frozen=True, slots=True)
class ShowReport:
    """The figures of an announcement, for who manages them. Raises Forbidden, NotFound.

    They are counted in several reads, so that nobody waits for them; while it goes on they may be a little apart.
    """

    read: Transaction[ReportWork]
    write: Transaction[ReportWork]
    clock: Clock

    async def __call__(self, person: Person, id: BroadcastId) -> Report:
        async with self.read() as work:
            managed(person, await work.broadcasts.get(id))
        return await report_of(self.read, id)

    async def ask_sheet(self, person: Person, id: BroadcastId) -> None:
        """Owes the table to who asks; it is made when it is sent."""
        async with self.write() as work:
            managed(person, await work.broadcasts.get(id))
            key = f"report:{id}:{person.id}:{int(self.clock().timestamp()) // SAME_PRESS}"
            await work.outbox.put(Notice(person.id, NoticeKind.BROADCAST_SHEET, key, {"broadcast": id}))


@dataclass(frozen=True, slots=True)
class SettleReports:
    """Writes the figures down once nothing more counts, before the outbox forgets what was sent."""

    read: Transaction[ReportWork]
    write: Transaction[ReportWork]
    clock: Clock

    async def __call__(self) -> None:
        async with self.read() as work:
            found = await work.broadcast_reports.unsettled(self.clock() - COUNTED)
        for id in found:
            report = await report_of(self.read, id)
            async with self.write() as work:
                await work.broadcast_reports.settle(id, report.tally, report.deeds, self.clock())


@dataclass(frozen=True, slots=True)
class NotePress:
    """Somebody pressed a button under an announcement. Pressed again it changes nothing."""

    write: Transaction[ReportWork]
    clock: Clock

    async def __call__(self, person_id: PersonId, id: BroadcastId, *, stopped: bool) -> None:
        async with self.write() as work:
            await work.broadcast_reports.press(id, person_id, stopped=stopped, at=self.clock())


async def report_of(read: Transaction[ReportWork], id: BroadcastId) -> Report:
    """The figures as they are, or as they were settled. Raises NotFound."""
    async with read() as work:
        found = await work.broadcasts.get(id)
        if found is None:
            raise NotFound(f"broadcast {id}")
        if (settled := await work.broadcast_reports.settled(id)) is not None:
            return Report(found, *settled)
        tally = await work.broadcasts.tally(found)
        pressed, stopped = await work.broadcast_reports.presses(id)
    customers: set[int] = set()
    before: int | None = None
    while True:
        async with read() as work:
            bought, before = await work.broadcast_reports.orders(id, found.created_at, before)
        customers |= {each.customer for each in bought if each.placed_at <= each.got_it_at + COUNTED}
        if before is None:
            return Report(found, tally, Deeds(pressed, len(customers), stopped))
