"""What delivery asks of storage."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.consultants.geo import Point
from domain.delivery.models import NewPoint, PickupPoint, Rate, SavedAddress
from domain.joining.address import Address
from domain.joining.ports import Forms
from domain.ordering.models import Delivery
from domain.ordering.ports import CartWork
from domain.shared.ids import AddressId, CustomerId, PointId
from domain.shared.localised import Localised


class Addresses(Protocol):
    """Addresses customers have saved. Personal data: storage keeps them encrypted."""

    async def of(self, customer_id: CustomerId) -> Sequence[SavedAddress]:
        """The one used last first."""
        ...

    async def get(self, customer_id: CustomerId, address_id: AddressId) -> Address | None:
        """None where it has gone, or is somebody else's."""
        ...

    async def add(self, customer_id: CustomerId, address: Address, at: datetime) -> AddressId: ...

    async def used(self, customer_id: CustomerId, address_id: AddressId, at: datetime) -> None: ...

    async def remove(self, customer_id: CustomerId, address_id: AddressId) -> None: ...


class PickupPoints(Protocol):
    async def cities(self, offset: int, limit: int) -> tuple[Sequence[tuple[Localised, PointId, int]], int]:
        """Cities with open points, by name: (city, one of its points, how many), and how many cities there are."""
        ...

    async def of_city(self, one_of_it: PointId, offset: int, limit: int) -> tuple[Sequence[PickupPoint], int]:
        """Open points of the city of one of them."""
        ...

    async def nearest(self, point: Point, limit: int) -> Sequence[PickupPoint]:
        """Open ones, the nearest first, with `km`."""
        ...

    async def get(self, point_id: PointId) -> PickupPoint | None: ...

    async def count(self) -> int:
        """How many are open."""
        ...

    async def bring(self, points: Sequence[NewPoint]) -> tuple[int, int, int]:
        """Makes the list be these, by their codes; others are closed. Says (added, changed, closed)."""
        ...


class Rates(Protocol):
    async def all(self) -> Sequence[Rate]:
        """What the operator has set, everywhere's before the regions'."""
        ...

    async def put(self, rate: Rate) -> None: ...

    async def drop(self, delivery: Delivery, region: str) -> None:
        """From now on the figures for everywhere hold, or those the program comes with."""
        ...


class DeliveryWork(CartWork, Protocol):
    @property
    def addresses(self) -> Addresses: ...
    @property
    def pickup_points(self) -> PickupPoints: ...
    @property
    def rates(self) -> Rates: ...
    @property
    def forms(self) -> Forms: ...
