"""Finding a consultant: in a town, near a place, by name; able to do what is wanted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.consultants.matching import name_score
from domain.consultants.models import (
    ByName,
    CityCount,
    Consultant,
    Found,
    InCity,
    NearPlace,
    NearPoint,
    Spot,
    Wanted,
    Where,
    found_at,
)
from domain.consultants.places import Place, Places
from domain.consultants.ports import ConsultantsWork
from domain.shared.clock import Clock
from domain.shared.errors import NotFound
from domain.shared.ids import ConsultantId
from domain.shared.localised import Localised
from domain.shared.paging import Page, clamp_page
from domain.shared.transaction import Transaction

PAGE = 5
ANYONE = Wanted()


@dataclass(frozen=True, slots=True)
class FoundPage:
    """A page of consultants, and what was looked through: a city, the town looked near to, or neither."""

    page: Page[Found]
    city: CityCount | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class FindConsultants:
    """A page of the consultants that can be chosen. Open to everyone.

    Near a place or a point the nearest come first, each with the distance; who has told no place comes last. By name
    the best met come first. A page that is not there is the nearest one. Raises NotFound for an unknown place.
    """

    read: Transaction[ConsultantsWork]
    clock: Clock
    places: Places

    async def __call__(self, where: Where, number: int, wanted: Wanted = ANYONE) -> FoundPage:
        match where:
            case NearPlace(place_id):
                place = await self.places.get(place_id)
                if place is None:
                    raise NotFound(f"place {place_id}")
                return await self._near(NearPoint(place.point), place, wanted, number)
            case NearPoint():
                return await self._near(where, await self.places.nearest(where.point), wanted, number)
            case ByName(typed):
                async with self.read() as work:
                    names = await work.consultants.names(wanted)
                    return FoundPage(await self._ranked(work, [(id_, None) for id_ in by_name(names, typed)], number))
            case _:
                return await self._listed(where, wanted, number)

    async def _listed(self, where: InCity | None, wanted: Wanted, number: int) -> FoundPage:
        slug = None if where is None else where.slug
        async with self.read() as work:
            offset = max(0, min(number, 10_000)) * PAGE
            found, total = await work.consultants.find(slug, wanted, offset, PAGE)
            if not found and total:
                number = clamp_page(number, PAGE, total)
                found, total = await work.consultants.find(slug, wanted, number * PAGE, PAGE)
            cities = [] if slug is None else await work.consultants.cities()
        page = Page(self._here(found), clamp_page(number, PAGE, total), PAGE, total)
        return FoundPage(page, next((city for city in cities if city.slug == slug), None))

    async def _near(self, where: NearPoint, place: Place | None, wanted: Wanted, number: int) -> FoundPage:
        async with self.read() as work:
            ranked = by_distance(await work.consultants.spots(wanted), where)
            return FoundPage(await self._ranked(work, ranked, number), place=place)

    async def _ranked(
        self, work: ConsultantsWork, ranked: Sequence[tuple[ConsultantId, float | None]], number: int
    ) -> Page[Found]:
        number = clamp_page(number, PAGE, len(ranked))
        stretch = ranked[number * PAGE : (number + 1) * PAGE]
        now, far = self.clock(), dict(stretch)
        there = await work.consultants.many([id_ for id_, _ in stretch])
        items = [found_at(each, now, far[each.id]) for each in there]
        return Page(items, number, PAGE, len(ranked))

    def _here(self, consultants: Sequence[Consultant]) -> list[Found]:
        now = self.clock()
        return [found_at(each, now) for each in consultants]


def by_distance(spots: Sequence[Spot], where: NearPoint) -> list[tuple[ConsultantId, float | None]]:
    """The nearest first, with the way in kilometres; who has told no place last."""
    ways = [(spot.id, None if spot.point is None else where.point.km_to(spot.point)) for spot in spots]
    return sorted(ways, key=lambda each: (each[1] is None, each[1] or 0.0, each[0]))


@dataclass(frozen=True, slots=True)
class Card:
    """A consultant's card at this moment, and the consultant the looker has already."""

    found: Found
    present: Consultant | None


@dataclass(frozen=True, slots=True)
class ShowCard:
    """A consultant's card, also of one who takes nobody new; with `present`, whom the person has. Raises NotFound."""

    read: Transaction[ConsultantsWork]
    clock: Clock

    async def __call__(self, consultant_id: ConsultantId, present: ConsultantId | None) -> Card:
        async with self.read() as work:
            consultant = await work.consultants.get(consultant_id)
            had = None if present is None else await work.consultants.get(present)
        if consultant is None:
            raise NotFound(f"consultant {consultant_id}")
        return Card(found_at(consultant, self.clock()), had)


@dataclass(frozen=True, slots=True)
class ListLanguages:
    """The languages one can wish for. Open to everyone."""

    read: Transaction[ConsultantsWork]

    async def __call__(self) -> Sequence[str]:
        async with self.read() as work:
            return await work.consultants.languages()


def by_name(names: Sequence[tuple[ConsultantId, Localised]], typed: str) -> list[ConsultantId]:
    """Those a typed name may mean, the best met first."""
    scored = [(name_score(typed, (name.ru, name.en)), id_) for id_, name in names]
    return [id_ for score, id_ in sorted(scored, key=lambda each: (-each[0], each[1])) if score]
