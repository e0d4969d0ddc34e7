"""Where things are on the globe."""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Point:
    """Degrees north and east."""

    latitude: float
    longitude: float

    def km_to(self, other: Point) -> float:
        """The way over ground as the crow flies, in kilometres; right to half a per cent."""
        north, other_north = radians(self.latitude), radians(other.latitude)
        up = sin((other_north - north) / 2) ** 2
        along = sin(radians(other.longitude - self.longitude) / 2) ** 2
        return 2 * EARTH_KM * asin(min(1.0, sqrt(up + cos(north) * cos(other_north) * along)))
