"""A broadcast and how far it has got."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from domain.shared.errors import DomainError
from domain.shared.localised import Localised

BroadcastId = NewType("BroadcastId", int)


class BroadcastState(StrEnum):
    """Running and paused may follow each other; the other two are for good."""

    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    CANCELLED = "cancelled"


MAY_BECOME: dict[BroadcastState, frozenset[BroadcastState]] = {
    BroadcastState.RUNNING: frozenset({BroadcastState.PAUSED, BroadcastState.CANCELLED}),
    BroadcastState.PAUSED: frozenset({BroadcastState.RUNNING, BroadcastState.CANCELLED}),
    BroadcastState.DONE: frozenset(),
    BroadcastState.CANCELLED: frozenset(),
}
"""What whoever manages it may do; that it is done, only its end says."""


@dataclass(frozen=True, slots=True)
class Broadcast:
    """An announcement. `text` is Telegram's HTML; `reached` is the last person who was put into the outbox for it."""

    id: BroadcastId
    text: Localised
    state: BroadcastState
    reached: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Tally:
    """How many people it came to, blocked the bot, failed, still have to be asked, or had stopped before their turn."""

    sent: int = 0
    blocked: int = 0
    failed: int = 0
    left: int = 0
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class BroadcastSheet:
    """A broadcast with its figures."""

    broadcast: Broadcast
    tally: Tally


class InvalidBroadcast(DomainError):
    """The text is empty or too long for one message."""
