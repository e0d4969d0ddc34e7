"""A broadcast and how far it has got."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType

from domain.broadcasts.kinds import BroadcastKind
from domain.broadcasts.links import Link
from domain.broadcasts.segments import EVERYBODY, Segment
from domain.broadcasts.times import Times
from domain.pricing.promotions import PromotionId
from domain.shared.errors import DomainError
from domain.shared.ids import ConsultantId, PersonId
from domain.shared.localised import Localised

BroadcastId = NewType("BroadcastId", int)


class BroadcastState(StrEnum):
    """Running and paused may follow each other; done, cancelled and missed are for good.

    `awaiting` needs another admin's yes, `planned` waits for its time (one that is repeated, for its next time), and
    what was `missed` came to its time when the program was down, too long ago to make sense.
    """

    AWAITING = "awaiting"
    PLANNED = "planned"
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    CANCELLED = "cancelled"
    MISSED = "missed"


MAY_BECOME: dict[BroadcastState, frozenset[BroadcastState]] = {
    BroadcastState.AWAITING: frozenset({BroadcastState.CANCELLED}),
    BroadcastState.PLANNED: frozenset({BroadcastState.CANCELLED}),
    BroadcastState.RUNNING: frozenset({BroadcastState.PAUSED, BroadcastState.CANCELLED}),
    BroadcastState.PAUSED: frozenset({BroadcastState.RUNNING, BroadcastState.CANCELLED}),
    BroadcastState.DONE: frozenset(),
    BroadcastState.CANCELLED: frozenset(),
    BroadcastState.MISSED: frozenset(),
}
"""What whoever manages it may do; that it is done or missed, only the program says."""
ENDED = frozenset({BroadcastState.DONE, BroadcastState.CANCELLED, BroadcastState.MISSED})


@dataclass(frozen=True, slots=True)
class Announcement:
    """What is announced, to whom, and when.

    `text` is Telegram's HTML. `pictures` are file ids of this bot, shown together above the text. `promotion` is the
    price promotion it tells of: once that is over, it is not sent any more. `consultant` is whose own it is: it goes to
    their customers alone, in their name; None where it is the company's.
    """

    text: Localised
    kind: BroadcastKind = BroadcastKind.NEWS
    segment: Segment = EVERYBODY
    pictures: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    promotion: PromotionId | None = None
    times: Times = field(default=Times(quiet=False))
    consultant: ConsultantId | None = None


@dataclass(frozen=True, slots=True)
class Broadcast:
    """An announcement on its way. `reached` is the last person who was put into the outbox for it.

    `starts_at` is when it began, or will; `parent` is the repeated one of which it is one time, `author` who wrote it.
    `rests_until`: everybody whose time it is has been put, the next come then; None while there is somebody to put.
    """

    id: BroadcastId
    what: Announcement
    state: BroadcastState
    reached: int
    created_at: datetime
    starts_at: datetime
    author: PersonId
    parent: BroadcastId | None = None
    approved_by: PersonId | None = None
    rests_until: datetime | None = None

    @property
    def text(self) -> Localised:
        return self.what.text


@dataclass(frozen=True, slots=True)
class Tally:
    """How many people it came to, blocked the bot, failed, still have to be asked, or had stopped before their turn.

    `owed`: those of `left` who are in the outbox already, and so whose turn it is.
    """

    sent: int = 0
    blocked: int = 0
    failed: int = 0
    left: int = 0
    skipped: int = 0
    owed: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class BroadcastSheet:
    """A broadcast with its figures."""

    broadcast: Broadcast
    tally: Tally


class InvalidBroadcast(DomainError):
    """`args[0]` says what of it cannot be sent: text, caption, pictures; `limit` how much of it there may be."""

    def __init__(self, what: str, limit: int) -> None:
        super().__init__(what)
        self.limit = limit
