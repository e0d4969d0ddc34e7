"""What broadcasts ask of storage."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.broadcasts.models import Broadcast, BroadcastId, BroadcastState, Tally
from domain.consents.ports import Consents
from domain.shared.ids import PersonId, PressKey
from domain.shared.localised import Localised


class Broadcasts(Protocol):
    async def add(self, text: Localised, author: PersonId, key: PressKey, at: datetime) -> Broadcast:
        """Makes it, running; the same key gives the same broadcast."""
        ...

    async def get(self, id: BroadcastId) -> Broadcast | None:
        """One of them; in a writing transaction nobody else changes it until the end."""
        ...

    async def stretch(self, start: int, count: int) -> tuple[Sequence[Broadcast], int]:
        """Some of them, the newest first, and how many there are."""
        ...

    async def running(self) -> Sequence[BroadcastId]:
        """Those that run, the oldest first."""
        ...

    async def become(self, id: BroadcastId, state: BroadcastState, at: datetime) -> None:
        """Changes the state; what waits in the outbox is held, let go or dropped with it."""
        ...

    async def audience(self) -> int:
        """How many reachable people have agreed to the present text about promotions."""
        ...

    async def put_next(self, broadcast: Broadcast, most: int, at: datetime) -> bool:
        """Owes it to the next people, while fewer than `most` rows wait in all; False once nobody is left to put."""
        ...

    async def waits(self, id: BroadcastId) -> bool:
        """Whether somebody who was put still has to get it."""
        ...

    async def put_again(self, id: BroadcastId, at: datetime) -> int:
        """Owes it again to who agreed and got nothing, since it was paused just then; says to how many."""
        ...

    async def tally(self, broadcast: Broadcast) -> Tally: ...


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
    def broadcast_figures(self) -> BroadcastFigures: ...

    @property
    def consents(self) -> Consents: ...
