"""Where an order goes, by what the customer chose."""

from __future__ import annotations

from dataclasses import dataclass

from domain.delivery.models import PickupPoint
from domain.delivery.ports import DeliveryWork
from domain.joining.address import Address
from domain.ordering.cart import Choice
from domain.ordering.models import Delivery
from domain.people.models import Person
from domain.shared.ids import AddressId, PointId


@dataclass(frozen=True, slots=True)
class Destination:
    """`text` is what stands on the parcel, empty from hand to hand; `region` decides the tariff."""

    text: str = ""
    region: str = ""
    address_id: AddressId | None = None
    point: PickupPoint | None = None


def of_address(address: Address, address_id: AddressId | None) -> Destination:
    return Destination(address.in_a_line(), address.region, address_id)


async def destination(work: DeliveryWork, person: Person, delivery: Delivery, choice: Choice) -> Destination | None:
    """Where it goes; None where that has to be chosen first, or what was chosen has gone."""
    match delivery:
        case Delivery.IN_PERSON:
            return Destination()
        case Delivery.PICKUP:
            return None if choice.point_id is None else await _at_point(work, person, choice.point_id)
    if choice.address_id is not None:
        saved = await work.addresses.get(person.customer_id, choice.address_id)
        if saved is not None:
            return of_address(saved, choice.address_id)
    registered = (await work.forms.get(person.customer_id)).in_use.address
    return of_address(registered, None) if registered is not None and registered.is_whole else None


async def _at_point(work: DeliveryWork, person: Person, point_id: PointId) -> Destination | None:
    point = await work.pickup_points.get(point_id)
    if point is None or not point.is_open:
        return None
    text = f"{point.city[person.language]}, {point.address[person.language]} ({point.code})"
    return Destination(text, point.region.ru, None, point)
