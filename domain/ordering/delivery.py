"""What delivery costs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.ordering.models import Delivery
from domain.shared.money import Money, rubles


@dataclass(frozen=True, slots=True)
class Tariff:
    """`cost` of a delivery, nothing from `free_from` on (goods after discount), and the days it takes."""

    cost: Money
    free_from: Money | None
    days: tuple[int, int]


@dataclass(frozen=True, slots=True)
class DeliveryTable:
    """The operator's delivery terms; the figures are those of the worked example."""

    tariffs: Mapping[Delivery, Tariff] = field(
        default_factory=lambda: {
            Delivery.COURIER: Tariff(rubles(390), rubles(5_000), (1, 3)),
            Delivery.PICKUP: Tariff(rubles(190), rubles(3_000), (2, 5)),
            Delivery.POST: Tariff(rubles(290), rubles(5_000), (5, 14)),
            Delivery.IN_PERSON: Tariff(Money(0), None, (1, 3)),
        }
    )

    def cost(self, delivery: Delivery, goods: Money) -> Money:
        """What this delivery of goods worth `goods` (after discount) costs."""
        tariff = self.tariffs[delivery]
        if tariff.free_from is not None and goods.minor >= tariff.free_from.minor:
            return Money(0, goods.currency)
        return tariff.cost
