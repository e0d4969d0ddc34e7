"""Addresses, pick-up points, rates and terms of the in-memory database of tests/fakes.py."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from domain.consultants.geo import Point
from domain.delivery.models import NewPoint, PickupPoint, Rate, SavedAddress, stem
from domain.joining.address import Address
from domain.ordering.models import Delivery
from domain.people.models import Person
from domain.shared.ids import AddressId, CustomerId, PointId
from domain.shared.localised import Localised
from tests.fake_data import Data


class FakeAddresses:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def of(self, customer_id: CustomerId) -> Sequence[SavedAddress]:
        return [SavedAddress(id_, each) for (owner, id_), each in self.data.addresses.items() if owner == customer_id]

    async def get(self, customer_id: CustomerId, address_id: AddressId) -> Address | None:
        return self.data.addresses.get((customer_id, address_id))

    async def add(self, customer_id: CustomerId, address: Address, at: datetime) -> AddressId:
        address_id = AddressId(max((id_ for _, id_ in self.data.addresses), default=0) + 1)
        self.data.addresses[customer_id, address_id] = address
        return address_id

    async def used(self, customer_id: CustomerId, address_id: AddressId, at: datetime) -> None:
        return None

    async def remove(self, customer_id: CustomerId, address_id: AddressId) -> None:
        self.data.addresses.pop((customer_id, address_id), None)


class FakePickupPoints:
    def __init__(self, data: Data) -> None:
        self.data = data

    def _open(self) -> list[PickupPoint]:
        return [each for each in self.data.pickup_points.values() if each.is_open]

    async def cities(self, offset: int, limit: int) -> tuple[Sequence[tuple[Localised, PointId, int]], int]:
        by_city: dict[str, list[PickupPoint]] = {}
        for each in self._open():
            by_city.setdefault(each.city.ru, []).append(each)
        found = [(points[0].city, points[0].id, len(points)) for _, points in sorted(by_city.items())]
        return found[offset : offset + limit], len(found)

    async def of_city(self, one_of_it: PointId, offset: int, limit: int) -> tuple[Sequence[PickupPoint], int]:
        one = self.data.pickup_points.get(one_of_it)
        found = [each for each in self._open() if one is not None and each.city == one.city]
        return found[offset : offset + limit], len(found)

    async def nearest(self, point: Point, limit: int) -> Sequence[PickupPoint]:
        near = [replace(each, km=point.km_to(each.point)) for each in self._open()]
        return sorted(near, key=lambda each: each.km or 0.0)[:limit]

    async def get(self, point_id: PointId) -> PickupPoint | None:
        return self.data.pickup_points.get(point_id)

    async def count(self) -> int:
        return len(self._open())

    async def bring(self, points: Sequence[NewPoint]) -> tuple[int, int, int]:
        for number, each in enumerate(points, start=1):
            point = PickupPoint(
                PointId(number), each.code, each.city, each.region, each.address, each.hours, each.point
            )
            self.data.pickup_points[point.id] = point
        return len(points), 0, 0


class FakeRates:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def all(self) -> Sequence[Rate]:
        return list(self.data.rates.values())

    async def put(self, rate: Rate) -> None:
        self.data.rates[rate.delivery, stem(rate.region)] = rate

    async def drop(self, delivery: Delivery, region: str) -> None:
        self.data.rates.pop((delivery, stem(region)), None)


class FakeTerms:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def accepted(self, customer_id: CustomerId, version: str) -> bool:
        return (customer_id, version) in self.data.terms

    async def accept(self, person: Person, version: str, at: datetime) -> None:
        self.data.terms.setdefault((person.customer_id, version), at)
