"""A proposal: goods that a consultant gathers for a client."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from domain.ordering.cart import MAX_PIECES, CartLine, Goods
from domain.ordering.models import Delivery
from domain.ordering.price_cart import PricedCart
from domain.shared.errors import DomainError
from domain.shared.ids import ArticleId, ConsultantId, CustomerId
from domain.shared.localised import Localised
from domain.shared.money import Money

ProposalId = NewType("ProposalId", int)
NOTE_LIMIT = 300
MOST_A_DAY = 5
"""How many proposals one client is sent in 24 hours."""


class ProposalState(StrEnum):
    """Gathered, waiting for the client, and what came of it. WITHDRAWN also when a newer one took its place."""

    DRAFT = "draft"
    SENT = "sent"
    TAKEN = "taken"
    """The goods are in the client's cart."""
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Lines as a cart has them, with the goods of this moment; `seen` of a line is its price when it was sent.

    `version` grows with every change, so that what was looked at is what is sent.
    """

    id: ProposalId
    consultant_id: ConsultantId
    customer_id: CustomerId
    state: ProposalState
    lines: tuple[CartLine, ...] = ()
    note: str = ""
    version: int = 0
    sent_at: datetime | None = None

    @property
    def pieces(self) -> int:
        return sum(line.quantity for line in self.lines)

    @property
    def full(self) -> Money:
        """By the catalog, before any discount."""
        return sum((line.goods.price * line.quantity for line in self.lines), Money(0))

    def quantity_of(self, article_id: ArticleId) -> int:
        return next((line.quantity for line in self.lines if line.goods.article_id == article_id), 0)

    @property
    def to_be_had(self) -> tuple[CartLine, ...]:
        """What of it can be bought now, in as many pieces as there are."""
        return tuple(
            CartLine(line.goods, pieces, line.seen)
            for line in self.lines
            if (pieces := room(line.quantity, line.goods))
        )


def room(wanted: int, goods: Goods) -> int:
    """How many of the wanted pieces there are."""
    return max(0, min(wanted, goods.stock if goods.on_sale else 0, MAX_PIECES))


@dataclass(frozen=True, slots=True)
class OfferedToMe:
    """A proposal as its client sees it: `priced` is what can be had of it, at their own conditions.

    `before` is the way of delivery of their last order; `is_open`: it still waits for their answer.
    """

    proposal: Proposal
    consultant: Localised
    priced: PricedCart
    before: Delivery | None
    is_open: bool


class ProposalEmpty(DomainError):
    """Nothing was gathered."""


class ProposalOver(DomainError):
    """It was answered, withdrawn, or the client has another consultant by now."""


class NothingLeft(DomainError):
    """Nothing of the proposal can be had any more."""


class TooManyProposals(DomainError):
    """The client was sent enough for a day."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"{limit} a day")
        self.limit = limit
