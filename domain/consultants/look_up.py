"""One line typed: a cabinet number, an invite, a name or a town, whatever it turns out to be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from domain.consultants.find import ANYONE, by_name
from domain.consultants.matching import CERTAIN, NameIndex, sound
from domain.consultants.models import CityCount, Consultant, Town
from domain.consultants.places import PlaceHit, Places
from domain.consultants.ports import ConsultantsWork
from domain.shared.transaction import Transaction

SAME_TOWN_KM = 40.0
TOWNS = 8
_NUMBER = re.compile(r"[№#]?\s*(\d[\d\s‑-]{2,20}\d)")
_INVITE = re.compile(r"(?:start=)([A-Za-z0-9_-]{1,64})\b")


@dataclass(frozen=True, slots=True)
class LookedUp:
    """What a typed line may mean. `one` is the very consultant whose number or invite it is.

    `named` is how many consultants' names it may be; `towns` are the likeliest first.
    """

    one: Consultant | None = None
    named: int = 0
    towns: tuple[Town, ...] = ()

    @property
    def town(self) -> Town | None:
        """The one town that is meant, where there is no doubt and no name it could be as well."""
        return self.towns[0] if len(self.towns) == 1 and not self.named else None

    @property
    def is_nothing(self) -> bool:
        return self.one is None and not self.named and not self.towns


@dataclass(frozen=True, slots=True)
class LookUp:
    """Says what a typed line may mean; names and towns with ё or е, in either alphabet, with slips. Open to everyone.

    A town without consultants is among the answers too: one can look near to it.
    """

    read: Transaction[ConsultantsWork]
    places: Places

    async def __call__(self, typed: str) -> LookedUp:
        async with self.read() as work:
            one = await _by_number(work, typed)
            if one is not None:
                return LookedUp(one)
            cities = await work.consultants.cities()
            names = await work.consultants.names(ANYONE)
        named = len(by_name(names, typed))
        return LookedUp(None, named, towns(cities, await self.places.search(typed, TOWNS), typed))


async def _by_number(work: ConsultantsWork, typed: str) -> Consultant | None:
    if (invite := _INVITE.search(typed)) is not None:
        return await work.consultants.by_invite(invite[1])
    if (number := _NUMBER.fullmatch(typed.strip())) is not None:
        return await work.consultants.by_number(re.sub(r"\D", "", number[1]))
    return None


def towns(cities: Sequence[CityCount], hits: Sequence[PlaceHit], typed: str) -> tuple[Town, ...]:
    """Cities with consultants and other places that were meant, each once, the likeliest first.

    Among the equally likely those with consultants come first, then in the order given. If any is certain, only
    the certain ones are given.
    """
    index = NameIndex((city, (city.city.ru, city.city.en)) for city in cities)
    found = [
        Town(city.city, city.region, city.slug, None, city.consultants, score) for score, city in index.search(typed)
    ]
    for hit in hits:
        city = next((each for each in cities if _is_same(each, hit, hits)), None)
        if city is None:
            found.append(Town(hit.place.name, hit.place.region, None, hit.place.id, 0, hit.score))
        elif all(each.slug != city.slug for each in found):
            found.append(Town(city.city, city.region, city.slug, None, city.consultants, hit.score))
    top = max((each.score for each in found), default=0)
    kept = [each for each in found if top < CERTAIN or each.score >= CERTAIN]
    return tuple(sorted(kept, key=lambda each: (-each.score, not each.consultants)))[:TOWNS]


def _is_same(city: CityCount, hit: PlaceHit, hits: Sequence[PlaceHit]) -> bool:
    """Whether the place is that city. Where the city's whereabouts are unknown, its name decides, then its region."""
    if not _is_namesake(city, hit):
        return False
    if city.point is not None:
        return city.point.km_to(hit.place.point) <= SAME_TOWN_KM
    in_region = [each for each in hits if _is_namesake(city, each) and each.place.region.ru == city.region.ru]
    return not in_region or hit in in_region


def _is_namesake(city: CityCount, hit: PlaceHit) -> bool:
    place = hit.place.name
    return bool({sound(city.city.ru), sound(city.city.en)} & {sound(place.ru), sound(place.en)})
