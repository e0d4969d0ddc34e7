"""Which orders are looked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.ordering.models import OrderState
from domain.shared.ids import ConsultantId, CustomerId, OrderId


@dataclass(frozen=True, slots=True)
class Whose:
    """One customer's orders, those one consultant serves, or with neither everybody's."""

    customer: CustomerId | None = None
    consultant: ConsultantId | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for. `words` must all stand in one line of the order; a number is the order's own, too."""

    states: tuple[OrderState, ...] = tuple(OrderState)
    since: datetime | None = None
    words: tuple[str, ...] = ()
    order_id: OrderId | None = None
