"""Consultants and towns of the in-memory database of tests/fakes.py."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from domain.consultants.geo import Point
from domain.consultants.matching import NameIndex
from domain.consultants.models import Change, CityCount, Consultant, Spot, Stranded, Wanted
from domain.consultants.places import Place, PlaceHit
from domain.shared.ids import ConsultantId, CustomerId, PersonId, PlaceId
from domain.shared.localised import Localised
from tests.fake_data import Data

ANYONE = Wanted()


class FakeConsultants:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def get(self, consultant_id: ConsultantId) -> Consultant | None:
        return self.data.consultants.get(consultant_id)

    async def hold(self, consultant_id: ConsultantId) -> Consultant | None:
        return await self.get(consultant_id)

    async def by_invite(self, code: str) -> Consultant | None:
        return next((c for c in self.data.consultants.values() if c.invite_code == code), None)

    async def by_number(self, number: str) -> Consultant | None:
        return next((c for c in self.data.consultants.values() if c.cabinet_number == number), None)

    async def cities(self) -> Sequence[CityCount]:
        found: dict[str, CityCount] = {}
        for each in self._open():
            slug = slug_of(each)
            count = found[slug].consultants + 1 if slug in found else 1
            found[slug] = CityCount(slug, each.city, count, each.region, each.point)
        return sorted(found.values(), key=lambda city: (-city.consultants, city.city.ru))

    async def find(
        self, city_slug: str | None, wanted: Wanted, offset: int, limit: int
    ) -> tuple[Sequence[Consultant], int]:
        found = [each for each in self._open(wanted) if city_slug in (None, slug_of(each))]
        return found[offset : offset + limit], len(found)

    async def spots(self, wanted: Wanted) -> Sequence[Spot]:
        return [Spot(each.id, each.point) for each in self._open(wanted)]

    async def names(self, wanted: Wanted) -> Sequence[tuple[ConsultantId, Localised]]:
        return [(each.id, each.name) for each in self._open(wanted)]

    async def many(self, ids: Sequence[ConsultantId]) -> Sequence[Consultant]:
        return [self.data.consultants[id_] for id_ in ids]

    async def languages(self) -> Sequence[str]:
        return sorted({language for each in self._open() for language in each.languages})

    def _open(self, wanted: Wanted = ANYONE) -> list[Consultant]:
        fitting = [
            each
            for each in self.data.consultants.values()
            if each.is_open
            and (wanted.speciality is None or wanted.speciality in each.specialities)
            and (wanted.language is None or wanted.language in each.languages)
        ]
        return sorted(fitting, key=lambda c: c.id)


def slug_of(consultant: Consultant) -> str:
    """The slug of a consultant's city."""
    return consultant.city_slug or consultant.city.en.lower().replace(" ", "-")


class FakeChoices:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def consultant_of(self, customer_id: CustomerId) -> ConsultantId | None:
        return self.data.choices.get(customer_id)

    async def choose(self, customer_id: CustomerId, consultant_id: ConsultantId, at: datetime) -> None:
        self.data.choices[customer_id] = consultant_id
        self.data.offered.pop(customer_id, None)

    async def note(self, change: Change) -> None:
        self.data.changes[len(self.data.changes)] = change

    async def changes(self, customer_id: CustomerId) -> Sequence[Change]:
        return [change for change in reversed(self.data.changes.values()) if change.customer_id == customer_id]

    async def reasons(self, consultant_id: ConsultantId, limit: int) -> Sequence[Change]:
        asked = [change for change in self.data.changes.values() if change.asked and change.old == consultant_id]
        return asked[::-1][:limit]

    async def stranded(self, limit: int) -> Sequence[Stranded]:
        gone = [
            Stranded(customer, consultant, self._persons(customer))
            for customer, consultant in self.data.choices.items()
            if self.data.consultants[consultant].is_gone and self.data.offered.get(customer) != consultant
        ]
        return gone[:limit]

    async def forget_offers(self) -> None:
        gone = {each.id for each in self.data.consultants.values() if each.is_gone}
        self.data.offered = {customer: each for customer, each in self.data.offered.items() if each in gone}

    async def offered(self, customer_id: CustomerId, consultant_id: ConsultantId) -> None:
        self.data.offered[customer_id] = consultant_id

    def _persons(self, customer_id: CustomerId) -> tuple[PersonId, ...]:
        return tuple(person.id for person in self.data.people.values() if person.customer_id == customer_id)


class FakeStaff:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def set_taking(self, consultant_id: ConsultantId, taking: bool) -> None:
        self._change(consultant_id, takes_customers=taking, is_open=taking)

    async def set_left(self, consultant_id: ConsultantId, at: datetime | None) -> None:
        self._change(consultant_id, has_left=at is not None, is_open=at is None)

    async def set_room(self, consultant_id: ConsultantId, room: int | None) -> None:
        customers = self.data.consultants[consultant_id].customers
        self._change(consultant_id, room=room, is_open=room is None or customers < room)

    def _change(self, consultant_id: ConsultantId, **changes: bool | int | None) -> None:
        # mypy cannot see which fields a dict of changes has.
        self.data.consultants[consultant_id] = replace(self.data.consultants[consultant_id], **changes)  # type: ignore[arg-type]


class FakePlaces:
    """A country of a few towns."""

    def __init__(self) -> None:
        self.towns = [
            _place(1, "Москва", "Moscow", "Москва", 55.75, 37.62, 10_000_000),
            _place(2, "Подольск", "Podolsk", "Московская область", 55.42, 37.55, 300_000),
            _place(3, "Киров", "Kirov", "Кировская область", 58.6, 49.66, 500_000),
            _place(4, "Киров", "Kirov", "Калужская область", 54.08, 34.31, 30_000),
            _place(5, "Орёл", "Oryol", "Область <R>", 52.97, 36.08, 300_000),
        ]
        self.names = NameIndex((town, (town.name.ru, town.name.en)) for town in self.towns)

    async def search(self, typed: str, limit: int) -> Sequence[PlaceHit]:
        return [PlaceHit(place, score) for score, place in self.names.search(typed)][:limit]

    async def get(self, place_id: PlaceId) -> Place | None:
        return next((town for town in self.towns if town.id == place_id), None)

    async def nearest(self, point: Point) -> Place | None:
        return min(
            (t for t in self.towns if point.km_to(t.point) < 60), key=lambda t: point.km_to(t.point), default=None
        )


def _place(number: int, ru: str, en: str, region: str, latitude: float, longitude: float, population: int) -> Place:
    return Place(PlaceId(number), Localised(ru, en), Localised(region, region), Point(latitude, longitude), population)
