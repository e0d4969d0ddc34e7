"""Where goods go, and what that costs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from domain.consultants.geo import Point
from domain.joining.address import Address
from domain.ordering.models import Delivery
from domain.shared.ids import AddressId, PointId
from domain.shared.localised import Localised
from domain.shared.money import Money, rubles

MAX_ADDRESSES = 10
MAX_COST = 100_000_00
MAX_DAYS = 90


@dataclass(frozen=True, slots=True)
class SavedAddress:
    """An address of the customer's; `id` is None for the registered one."""

    id: AddressId | None
    address: Address


@dataclass(frozen=True, slots=True)
class PickupPoint:
    """A place where orders can be fetched. `km` is how far it is, where that was asked."""

    id: PointId
    code: str
    city: Localised
    region: Localised
    address: Localised
    hours: str
    point: Point
    is_open: bool = True
    km: float | None = None


@dataclass(frozen=True, slots=True)
class NewPoint:
    """A pick-up point of an operator's list; known by its code."""

    code: str
    city: Localised
    region: Localised
    address: Localised
    hours: str
    point: Point


@dataclass(frozen=True, slots=True)
class Tariff:
    """`cost` of a delivery, nothing from `free_from` on (goods after discount), and the days it takes.

    One that is not `is_on` is a way that is not offered.
    """

    cost: Money
    free_from: Money | None
    days: tuple[int, int]
    is_on: bool = True

    def cost_of(self, goods: Money) -> Money:
        """What the delivery of goods worth `goods` (after discount) costs."""
        if self.free_from is not None and goods.minor >= self.free_from.minor:
            return Money(0, goods.currency)
        return self.cost


@dataclass(frozen=True, slots=True)
class Rate:
    """A tariff of one way for one region; an empty `region` is everywhere without one of its own."""

    delivery: Delivery
    region: str
    tariff: Tariff


def _shown() -> Mapping[Delivery, Tariff]:
    return {
        Delivery.COURIER: Tariff(rubles(390), rubles(5_000), (1, 3)),
        Delivery.PICKUP: Tariff(rubles(190), rubles(3_000), (2, 5)),
        Delivery.POST: Tariff(rubles(290), rubles(5_000), (5, 14)),
        Delivery.IN_PERSON: Tariff(Money(0), None, (1, 3)),
    }


@dataclass(frozen=True, slots=True)
class DeliveryTable:
    """The operator's delivery terms: figures for everywhere (those of the worked example), and the regions' own."""

    tariffs: Mapping[Delivery, Tariff] = field(default_factory=_shown)
    regional: Mapping[tuple[Delivery, str], Tariff] = field(default_factory=dict)

    def with_rates(self, rates: Sequence[Rate]) -> DeliveryTable:
        """This table with what the operator has changed."""
        everywhere = {rate.delivery: rate.tariff for rate in rates if not rate.region}
        regional = {(rate.delivery, stem(rate.region)): rate.tariff for rate in rates if rate.region}
        return DeliveryTable({**self.tariffs, **everywhere}, {**self.regional, **regional})

    def tariff(self, delivery: Delivery, region: str = "") -> Tariff:
        return self.regional.get((delivery, stem(region))) or self.tariffs[delivery]

    def cost(self, delivery: Delivery, goods: Money, region: str = "") -> Money:
        """What this delivery of goods worth `goods` (after discount) costs."""
        return self.tariff(delivery, region).cost_of(goods)


_KINDS = re.compile(
    r"\b(обл(асть)?|край|респ(ублика)?|авт(ономный|ономная)?|а\.?о|ао|окр(уг)?|г(ород)?|region|oblast|krai|republic|"
    r"city|of)\b\.?",
    re.I,
)


def stem(region: str) -> str:
    """A region's own name, however it is written: «Московская обл.» and «московская область» are one."""
    bare = _KINDS.sub(" ", region.casefold().replace("ё", "е"))
    return " ".join(re.findall(r"\w+", bare)) or " ".join(re.findall(r"\w+", region.casefold()))
