"""A consultant's clients, as the consultant may see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.shared.errors import DomainError
from domain.shared.ids import CustomerId


@dataclass(frozen=True, slots=True)
class Client:
    """A registered customer under a consultant's care: their name, and their orders with this consultant alone.

    `orders` and `last_order_at` leave out what was declined, cancelled or returned. `since` is when they chose the
    consultant.
    """

    customer_id: CustomerId
    name: str
    orders: int = 0
    last_order_at: datetime | None = None
    since: datetime | None = None


class Quiet(StrEnum):
    """What a customer can ask their consultant not to send any more, each by itself."""

    PROPOSALS = "proposals"
    CARE = "care"
    """Questions after a delivery: did it arrive, how does it do."""


class ClientQuiet(DomainError):
    """The customer asked not to be sent this."""
