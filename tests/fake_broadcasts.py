"""Announcements in memory: what their screens ask. Feeding them to people is tested on both databases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from domain.broadcasts.models import Broadcast, BroadcastId, BroadcastState, Tally
from domain.broadcasts.recall import Recall, RecallTally
from domain.shared.ids import PersonId, PressKey
from domain.shared.localised import Localised
from tests.fake_data import Data


class FakeBroadcasts:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def add(self, text: Localised, author: PersonId, key: PressKey, at: datetime) -> Broadcast:
        if key in self.data.broadcast_keys:
            return self.data.broadcasts[self.data.broadcast_keys[key]]
        made = Broadcast(BroadcastId(len(self.data.broadcasts) + 1), text, BroadcastState.RUNNING, 0, at)
        self.data.broadcasts[made.id] = made
        self.data.broadcast_keys[key] = made.id
        return made

    async def get(self, id: BroadcastId) -> Broadcast | None:
        return self.data.broadcasts.get(id)

    async def stretch(self, start: int, count: int) -> tuple[Sequence[Broadcast], int]:
        newest = sorted(self.data.broadcasts.values(), key=lambda each: -each.id)
        return newest[start : start + count], len(newest)

    async def become(self, id: BroadcastId, state: BroadcastState, at: datetime) -> None:
        self.data.broadcasts[id] = replace(self.data.broadcasts[id], state=state)

    async def audience(self) -> int:
        return len(self.data.people)

    async def tally(self, broadcast: Broadcast) -> Tally:
        return Tally(left=len(self.data.people))


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
