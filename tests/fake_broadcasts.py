"""Announcements in memory: what their screens ask. Feeding them to people is tested on both databases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from domain.broadcasts.kinds import BroadcastKind
from domain.broadcasts.models import Announcement, Broadcast, BroadcastId, BroadcastState, Tally
from domain.broadcasts.recall import Recall, RecallTally
from domain.broadcasts.segments import AsOf, CustomersOf, Segment
from domain.consents.models import Purpose
from domain.people.models import Person
from domain.shared.ids import ConsultantId, CustomerId, PersonId, PressKey
from tests.fake_data import Data


class FakeBroadcasts:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def add(
        self,
        what: Announcement,
        author: PersonId,
        key: PressKey,
        state: BroadcastState,
        starts_at: datetime,
        parent: BroadcastId | None = None,
    ) -> Broadcast:
        if key in self.data.broadcast_keys:
            return self.data.broadcasts[self.data.broadcast_keys[key]]
        id = BroadcastId(len(self.data.broadcasts) + 1)
        made = Broadcast(id, what, state, 0, starts_at, starts_at, author, parent)
        self.data.broadcasts[made.id] = made
        self.data.broadcast_keys[key] = made.id
        return made

    async def get(self, id: BroadcastId) -> Broadcast | None:
        return self.data.broadcasts.get(id)

    async def by_key(self, key: PressKey) -> Broadcast | None:
        found = self.data.broadcast_keys.get(key)
        return None if found is None else self.data.broadcasts[found]

    async def stretch(self, consultant: ConsultantId | None, start: int, count: int) -> tuple[Sequence[Broadcast], int]:
        newest = [
            each
            for each in sorted(self.data.broadcasts.values(), key=lambda each: -each.id)
            if each.what.consultant == consultant or (consultant is None and each.state is BroadcastState.AWAITING)
        ]
        return newest[start : start + count], len(newest)

    async def near(self, consultant: ConsultantId, since: datetime, until: datetime) -> int:
        """None has begun here, so what was cancelled never counts."""
        never = (BroadcastState.CANCELLED, BroadcastState.MISSED)
        mine = [each for each in self.data.broadcasts.values() if each.what.consultant == consultant]
        return sum(since < each.starts_at < until and each.state not in never for each in mine)

    async def become(self, id: BroadcastId, state: BroadcastState, at: datetime) -> None:
        self.data.broadcasts[id] = replace(self.data.broadcasts[id], state=state)

    async def approve(self, id: BroadcastId, by: PersonId) -> None:
        self.data.broadcasts[id] = replace(self.data.broadcasts[id], approved_by=by)

    async def plan(self, id: BroadcastId, starts_at: datetime) -> None:
        self.data.broadcasts[id] = replace(self.data.broadcasts[id], starts_at=starts_at)

    async def audience(self, kind: BroadcastKind, segment: Segment, as_of: AsOf | None) -> int:
        return sum(self._gets(each, kind, segment) for each in self.data.people.values())

    async def zones(self) -> frozenset[str]:
        return frozenset({"", *(each.time_zone for each in self.data.consultants.values())})

    async def tally(self, broadcast: Broadcast, as_of: AsOf | None = None) -> Tally:
        return Tally(left=await self.audience(broadcast.what.kind, broadcast.what.segment, as_of))

    def _gets(self, person: Person, kind: BroadcastKind, segment: Segment) -> bool:
        """Of the conditions this one alone: the database's are tested on the database."""
        agrees = (person.customer_id, Purpose.PROMOTIONS) in self.data.consents
        served = [each.consultant for each in segment.conditions if isinstance(each, CustomersOf)]
        mine = all(person.consultant_id == each for each in served)
        return agrees and mine and (person.customer_id, kind) not in self.data.muted_kinds


class FakeMutedKinds:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def of(self, customer_id: CustomerId) -> frozenset[BroadcastKind]:
        return frozenset(kind for whose, kind in self.data.muted_kinds if whose == customer_id)

    async def mute(self, customer_id: CustomerId, kind: BroadcastKind) -> None:
        self.data.muted_kinds[customer_id, kind] = True

    async def unmute(self, customer_id: CustomerId, kind: BroadcastKind) -> None:
        self.data.muted_kinds.pop((customer_id, kind), None)


class FakeFigures:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def told(self, id: BroadcastId, at: datetime | None) -> None:
        return


class FakeRecalls:
    """A recall of three messages of which one is deleted."""

    def __init__(self, data: Data) -> None:
        self.data = data

    async def add(self, id: BroadcastId, at: datetime) -> None:
        self.data.recalls.setdefault(id, Recall(id, 0, at))

    async def get(self, id: BroadcastId) -> Recall | None:
        return self.data.recalls.get(id)

    async def anything(self, id: BroadcastId, since: datetime) -> bool:
        return self.data.broadcasts[id].created_at > since

    async def tally(self, recall: Recall) -> RecallTally:
        return RecallTally(deleted=1, left=2)
