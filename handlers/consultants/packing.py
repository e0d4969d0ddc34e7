"""Where and whom one looks for, packed into a button and unpacked again.

`where`: nothing is everywhere, `c` and a city's slug, `p` and a town's id, `g` and a point in hundredths of a degree (a
kilometre or so: nobody's doorstep), `n` for the name typed last, which stands in the conversation's data. A
speciality is its place in the list of all, from one; nought is any.
"""

from __future__ import annotations

import re

from domain.consultants.geo import Point
from domain.consultants.models import ByName, InCity, NearPlace, NearPoint, Speciality, Wanted, Where
from domain.shared.errors import NotFound
from domain.shared.ids import PlaceId

_ID = re.compile(r"p(\d{1,12})")
_POINT = re.compile(r"g(-?\d{1,4})_(-?\d{1,5})")
BY_NAME = "n"
_ALL = tuple(Speciality)


def pack_where(where: Where) -> str | None:
    """The `where` of a button; at most 33 characters for the slugs of the cabinet."""
    match where:
        case InCity(slug):
            return f"c{slug}"
        case NearPlace(place_id):
            return f"p{place_id}"
        case NearPoint(point):
            return f"g{round(point.latitude * 100)}_{round(point.longitude * 100)}"
        case ByName():
            return BY_NAME
        case None:
            return None


def unpack_where(packed: str | None, typed: str | None) -> Where:
    """What the button means; everywhere, where a name typed is no longer known.

    Raises NotFound for what no button of ours says.
    """
    if not packed:
        return None
    if packed == BY_NAME:
        return ByName(typed) if typed else None
    if packed[0] == "c" and len(packed) > 1:
        return InCity(packed[1:])
    if found := _ID.fullmatch(packed):
        return NearPlace(PlaceId(int(found[1])))
    if found := _POINT.fullmatch(packed):
        return near(int(found[1]) / 100, int(found[2]) / 100)
    raise NotFound(f"no such place to look in: {packed}")


def near(latitude: float, longitude: float) -> NearPoint:
    """Around a point, made rough as a button carries it. Raises NotFound for a point that is not on the globe."""
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise NotFound("not on the globe")
    return NearPoint(Point(round(latitude, 2), round(longitude, 2)))


def pack_wanted(wanted: Wanted) -> tuple[int, str]:
    """The `speciality` and `language` of a button."""
    return 0 if wanted.speciality is None else _ALL.index(wanted.speciality) + 1, wanted.language or ""


def unpack_wanted(speciality: int, language: str) -> Wanted:
    """What the button wishes for; what there is not is no wish."""
    known = _ALL[speciality - 1] if 0 < speciality <= len(_ALL) else None
    return Wanted(known, language if language.isalpha() and language.isascii() else None)
