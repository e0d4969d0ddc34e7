"""Addresses, pick-up points and the table of costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.consultants.geo import Point
from domain.delivery.errors import AddressIncomplete, TooManyAddresses
from domain.delivery.models import MAX_ADDRESSES, DeliveryTable, NewPoint, PickupPoint, Rate, SavedAddress
from domain.delivery.ports import DeliveryWork
from domain.joining.address import AddressPart, split_address
from domain.ordering.models import Delivery
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.errors import NotFound
from domain.shared.ids import AddressId, PointId
from domain.shared.localised import Localised
from domain.shared.paging import Page
from domain.shared.transaction import Transaction

CITIES = 8
POINTS = 6


@dataclass(frozen=True, slots=True)
class KnownAddresses:
    """What can be chosen from: the registered address first. `chosen` is the id of that in use (None: registered)."""

    addresses: tuple[SavedAddress, ...]
    chosen: AddressId | None


@dataclass(frozen=True, slots=True)
class Addresses:
    """The customer's own addresses. Only they see them, and the consultant who serves an order to one."""

    read: Transaction[DeliveryWork]
    write: Transaction[DeliveryWork]
    clock: Clock

    async def __call__(self, person: Person) -> KnownAddresses:
        """All of them, with the one that is chosen."""
        async with self.read() as work:
            registered = (await work.forms.get(person.customer_id)).in_use.address
            saved = list(await work.addresses.of(person.customer_id))
            choice = (await work.carts.get(person.customer_id)).choice
        first = [SavedAddress(None, registered)] if registered is not None and registered.is_whole else []
        chosen = choice.address_id if any(each.id == choice.address_id for each in saved) else None
        return KnownAddresses((*first, *saved), chosen)

    async def add(self, person: Person, text: str) -> SavedAddress:
        """Saves an address written in one line and chooses it. What is saved already is only chosen.

        Raises InvalidField (not to be read), AddressIncomplete, TooManyAddresses.
        """
        address = split_address(text)
        if not address.region:
            address = address.having(AddressPart.REGION, address.city)
        missing = tuple(part for part in (AddressPart.CITY, AddressPart.HOUSE) if not address.part(part))
        if missing:
            raise AddressIncomplete(missing)
        async with self.write() as work:
            choice = (await work.carts.get(person.customer_id)).choice
            saved = await work.addresses.of(person.customer_id)
            same = next((each.id for each in saved if each.address == address), None)
            if same is None:
                if len(saved) >= MAX_ADDRESSES:
                    raise TooManyAddresses
                same = await work.addresses.add(person.customer_id, address, self.clock())
            await work.carts.choose(person.customer_id, replace(choice, address_id=same))
        return SavedAddress(same, address)

    async def choose(self, person: Person, address_id: AddressId | None) -> None:
        """Goods go there from now on; None is the registered address. Raises NotFound."""
        async with self.write() as work:
            choice = (await work.carts.get(person.customer_id)).choice
            if address_id is not None:
                if await work.addresses.get(person.customer_id, address_id) is None:
                    raise NotFound(f"address {address_id}")
                await work.addresses.used(person.customer_id, address_id, self.clock())
            if choice.address_id != address_id:
                await work.carts.choose(person.customer_id, replace(choice, address_id=address_id))

    async def remove(self, person: Person, address_id: AddressId) -> None:
        """Forgets a saved address; orders keep where they went."""
        async with self.write() as work:
            choice = (await work.carts.get(person.customer_id)).choice
            await work.addresses.remove(person.customer_id, address_id)
            if choice.address_id == address_id:
                await work.carts.choose(person.customer_id, replace(choice, address_id=None))


@dataclass(frozen=True, slots=True)
class FindPoint:
    """Pick-up points for everybody to look at; only open ones."""

    read: Transaction[DeliveryWork]

    async def cities(self, number: int) -> Page[tuple[Localised, PointId, int]]:
        """A page of cities with how many points each has, and one of them to ask for the rest by."""
        async with self.read() as work:
            found, total = await work.pickup_points.cities(number * CITIES, CITIES)
        return Page(found, number, CITIES, total)

    async def of_city(self, one_of_it: PointId, number: int) -> Page[PickupPoint]:
        async with self.read() as work:
            found, total = await work.pickup_points.of_city(one_of_it, number * POINTS, POINTS)
        return Page(found, number, POINTS, total)

    async def nearest(self, point: Point) -> Sequence[PickupPoint]:
        """The nearest few; the place is written nowhere."""
        async with self.read() as work:
            return await work.pickup_points.nearest(point, POINTS)


@dataclass(frozen=True, slots=True)
class ChoosePoint:
    """Orders are fetched there from now on. Raises NotFound for a point that is closed or never was."""

    write: Transaction[DeliveryWork]

    async def __call__(self, person: Person, point_id: PointId) -> None:
        async with self.write() as work:
            point = await work.pickup_points.get(point_id)
            if point is None or not point.is_open:
                raise NotFound(f"pick-up point {point_id}")
            choice = (await work.carts.get(person.customer_id)).choice
            chosen = replace(choice, delivery=Delivery.PICKUP, point_id=point_id)
            if chosen != choice:
                await work.carts.choose(person.customer_id, chosen)


@dataclass(frozen=True, slots=True)
class ManageDelivery:
    """The table of costs and the list of points, for admins alone. Every method raises Forbidden for others."""

    read: Transaction[DeliveryWork]
    write: Transaction[DeliveryWork]
    table: DeliveryTable

    async def __call__(self, person: Person) -> tuple[Sequence[Rate], int]:
        """Every tariff that holds now, everywhere's first; and how many points are open."""
        person.require_admin()
        async with self.read() as work:
            rates = await work.rates.all()
            points = await work.pickup_points.count()
        table = self.table.with_rates(rates)
        everywhere = [Rate(way, "", table.tariff(way)) for way in Delivery]
        return [*everywhere, *(rate for rate in rates if rate.region)], points

    async def put(self, person: Person, rate: Rate) -> None:
        """The tariff holds for orders placed from now on."""
        person.require_admin()
        async with self.write() as work:
            await work.rates.put(rate)

    async def drop(self, person: Person, delivery: Delivery, region: str) -> None:
        """A region's own tariff goes; everywhere's becomes what the program came with."""
        person.require_admin()
        async with self.write() as work:
            await work.rates.drop(delivery, region)

    async def bring(self, person: Person, points: Sequence[NewPoint]) -> tuple[int, int, int]:
        """The operator's list takes the place of what was there: (added, changed, closed). Again changes nothing."""
        person.require_admin()
        async with self.write() as work:
            return await work.pickup_points.bring(points)
