"""What broadcasts ask of storage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.broadcasts.choosing import MutedKinds
from domain.broadcasts.kinds import BroadcastKind
from domain.broadcasts.models import Announcement, Broadcast, BroadcastId, BroadcastState, Tally
from domain.broadcasts.segments import AsOf, Segment
from domain.broadcasts.turns import BroadcastTurns
from domain.consents.ports import Consents
from domain.consultants.ports import Consultants
from domain.deals.ports import PricePromotions
from domain.notices.ports import Outbox
from domain.shared.ids import ConsultantId, PersonId, PressKey


@dataclass(frozen=True, slots=True)
class Leg:
    """The people of one time zone: when their turn begins, and whether all of them were put into the outbox.

    `zone` is empty for those whose clocks nobody knows.
    """

    zone: str
    due_at: datetime
    reached: int
    done: bool = False


class Broadcasts(Protocol):
    async def add(
        self,
        what: Announcement,
        author: PersonId,
        key: PressKey,
        state: BroadcastState,
        starts_at: datetime,
        parent: BroadcastId | None = None,
    ) -> Broadcast:
        """Makes it; the same key, or the same time of the same repeated one, gives the same broadcast."""
        ...

    async def get(self, id: BroadcastId) -> Broadcast | None:
        """One of them; in a writing transaction nobody else changes it until the end."""
        ...

    async def by_key(self, key: PressKey) -> Broadcast | None:
        """What a press has made already."""
        ...

    async def stretch(self, consultant: ConsultantId | None, start: int, count: int) -> tuple[Sequence[Broadcast], int]:
        """Some of a consultant's own, the newest first, and how many there are; with None the company's, and whatever
        waits for an admin's yes."""
        ...

    async def near(self, consultant: ConsultantId, since: datetime, until: datetime) -> int:
        """How many of a consultant's own begin between these moments; without those that never did and never will."""
        ...

    async def running(self, at: datetime) -> Sequence[BroadcastId]:
        """Those that run and have something to put, the oldest first."""
        ...

    async def due(self, at: datetime) -> Sequence[BroadcastId]:
        """The planned whose time has come, the longest due first."""
        ...

    async def become(self, id: BroadcastId, state: BroadcastState, at: datetime) -> None:
        """Changes the state; what waits in the outbox is held, let go or dropped with it."""
        ...

    async def approve(self, id: BroadcastId, by: PersonId) -> None: ...

    async def plan(self, id: BroadcastId, starts_at: datetime) -> None:
        """Sets when it begins; of a repeated one, its next time."""
        ...

    async def audience(self, kind: BroadcastKind, segment: Segment, as_of: AsOf) -> int:
        """How many reachable people of the segment have agreed to the present text and want that kind."""
        ...

    async def put_next(self, broadcast: Broadcast, most: int, at: datetime, as_of: AsOf) -> bool:
        """Owes it to the next people, while fewer than `most` rows wait in all; False once nobody is left to put."""
        ...

    async def legs(self, id: BroadcastId) -> Sequence[Leg]:
        """The soonest due first."""
        ...

    async def zones(self) -> frozenset[str]:
        """Every time zone somebody may live in, an empty one for the unknown."""
        ...

    async def add_legs(self, id: BroadcastId, due: Mapping[str, datetime]) -> None:
        """By zone; one that is there already stays as it is."""
        ...

    async def put_leg(self, broadcast: Broadcast, leg: Leg, most: int, at: datetime, as_of: AsOf) -> bool:
        """As `put_next`, for the people of one time zone."""
        ...

    async def look_again(self, id: BroadcastId, at: datetime | None, rests_until: datetime | None = None) -> None:
        """Before that moment there is nothing to put; `rests_until` is what its author is told of it."""
        ...

    async def zone_of(self, person_id: PersonId) -> str:
        """Somebody's time zone; empty where it is not known."""
        ...

    async def waits(self, id: BroadcastId) -> bool:
        """Whether somebody who was put still has to get it."""
        ...

    async def unsaid(self, broadcast: Broadcast) -> frozenset[str]:
        """The zones of those who agree, were put, and got nothing: it was paused just then, or their night."""
        ...

    async def put_again(self, broadcast: Broadcast, zones: frozenset[str], at: datetime) -> int:
        """Owes it again to those of them who live in these zones; says to how many."""
        ...

    async def tally(self, broadcast: Broadcast, as_of: AsOf | None = None) -> Tally:
        """Its figures; of one that has not begun, how many it would go to."""
        ...


class BroadcastFigures(Protocol):
    async def begun(self, id: BroadcastId) -> bool: ...

    async def begin(self, id: BroadcastId, total: int) -> None:
        """Notes how many people it is for; from now on its author is told how far it is."""
        ...

    async def told(self, id: BroadcastId, at: datetime | None) -> None:
        """Its author has had the last word; None when there is something new to say."""
        ...


class BroadcastsWork(Protocol):
    @property
    def broadcasts(self) -> Broadcasts: ...

    @property
    def broadcast_turns(self) -> BroadcastTurns: ...

    @property
    def broadcast_figures(self) -> BroadcastFigures: ...

    @property
    def consents(self) -> Consents: ...

    @property
    def muted_kinds(self) -> MutedKinds: ...

    @property
    def price_promotions(self) -> PricePromotions: ...

    @property
    def consultants(self) -> Consultants: ...

    @property
    def outbox(self) -> Outbox: ...
