"""Towns of the world outside: where they are, and which one a typed word means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from domain.consultants.geo import Point
from domain.shared.ids import PlaceId
from domain.shared.localised import Localised


@dataclass(frozen=True, slots=True)
class Place:
    """A town. `region` and `time_zone` are empty where they are not known."""

    id: PlaceId
    name: Localised
    region: Localised
    point: Point
    population: int
    time_zone: str = ""


@dataclass(frozen=True, slots=True)
class PlaceHit:
    """A town a typed word may mean; `score` is as in domain.consultants.matching."""

    place: Place
    score: int


class Places(Protocol):
    async def search(self, typed: str, limit: int) -> Sequence[PlaceHit]:
        """The likeliest towns, best first, larger ones before smaller; none where nothing is alike."""
        ...

    async def get(self, place_id: PlaceId) -> Place | None: ...

    async def nearest(self, point: Point) -> Place | None:
        """The town around a point; None in the wilderness."""
        ...
