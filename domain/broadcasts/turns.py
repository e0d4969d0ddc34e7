"""Somebody's turn: what is looked at the moment before a message of an announcement goes to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from domain.broadcasts.models import BroadcastId, BroadcastState
from domain.shared.ids import PersonId


@dataclass(frozen=True, slots=True)
class Turn:
    """The announcement's state, whether the person agrees and wants its kind, and their time zone if it is known."""

    state: BroadcastState
    wanted: bool
    zone: str


class BroadcastTurns(Protocol):
    async def look(self, id: BroadcastId, person_id: PersonId) -> Turn | None:
        """All of it as it is now, in one statement; None where there is no such announcement or person."""
        ...
