"""Bonus points as a ledger: every movement takes from one account what it puts into another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.shared.errors import DomainError
from domain.shared.ids import CustomerId, OrderId


class NotEnoughPoints(DomainError):
    """More points were to be taken than the customer has."""


class PointsAccount(StrEnum):
    """The customer's, and the company's three that stand against it."""

    CUSTOMER = "customer"
    ISSUED = "issued"
    SPENT = "spent"
    EXPIRED = "expired"


class MoveKind(StrEnum):
    EARNED = "earned"
    """An order was delivered."""
    SPENT = "spent"
    """An order was paid with them."""
    RETURNED = "returned"
    """The order they had paid was cancelled or came back."""
    REVOKED = "revoked"
    """The order that had earned them came back."""
    EXPIRED = "expired"
    """Nothing moved for too long."""


FLOWS: dict[MoveKind, tuple[PointsAccount, PointsAccount]] = {
    MoveKind.EARNED: (PointsAccount.ISSUED, PointsAccount.CUSTOMER),
    MoveKind.SPENT: (PointsAccount.CUSTOMER, PointsAccount.SPENT),
    MoveKind.RETURNED: (PointsAccount.SPENT, PointsAccount.CUSTOMER),
    MoveKind.REVOKED: (PointsAccount.CUSTOMER, PointsAccount.ISSUED),
    MoveKind.EXPIRED: (PointsAccount.CUSTOMER, PointsAccount.EXPIRED),
}
"""kind: (the account they leave, the account they come to)"""


@dataclass(frozen=True, slots=True)
class Move:
    """A movement of `points` (more than none). A second one with the same key is the same movement."""

    key: str
    kind: MoveKind
    customer_id: CustomerId
    points: int
    at: datetime
    order_id: OrderId | None = None

    def __post_init__(self) -> None:
        if self.points <= 0:
            raise ValueError("a movement has to move something")

    @property
    def entries(self) -> tuple[tuple[PointsAccount, int], tuple[PointsAccount, int]]:
        """What it adds to each of its two accounts; together nothing."""
        source, target = FLOWS[self.kind]
        return (source, -self.points), (target, self.points)


@dataclass(frozen=True, slots=True)
class Balance:
    """What a customer has, and when points last moved; None if they never did."""

    points: int = 0
    active_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """A movement as its customer sees it: `points` below zero went away."""

    kind: MoveKind
    points: int
    at: datetime
    order_id: OrderId | None
