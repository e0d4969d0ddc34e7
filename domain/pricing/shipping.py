"""What bringing the goods costs."""

from __future__ import annotations

from dataclasses import dataclass

from domain.shared.money import Money


@dataclass(frozen=True, slots=True)
class Shipping:
    """The chosen way's cost, and from which amount of goods after discounts it costs nothing."""

    cost: Money
    free_from: Money | None = None
