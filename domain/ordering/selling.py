"""The operator's terms of an order."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from domain.delivery.models import DeliveryTable
from domain.ordering.models import Delivery, Payment
from domain.shared.money import Money


@dataclass(frozen=True, slots=True)
class Selling:
    """The operator's terms of an order: what delivery costs, how it is paid for, what is agreed to.

    `cards` says that payment by card is set up, from `least_by_card` on; goods wait `reserve` for it. A new version of
    the text of the terms is agreed to anew.
    """

    delivery: DeliveryTable = field(default_factory=DeliveryTable)
    cards: bool = False
    least_by_card: Money = field(default=Money(100_00))
    reserve: timedelta = timedelta(minutes=30)
    terms_version: str = "1"

    def payments(self, delivery: Delivery, total: Money) -> tuple[Payment, ...]:
        """How an order can be paid for, the usual way first."""
        usual = (Payment.CONSULTANT,) if delivery is Delivery.IN_PERSON else (Payment.ON_DELIVERY, Payment.CONSULTANT)
        return (*usual, Payment.CARD) if self.cards and total.minor >= self.least_by_card.minor else usual
