"""Independent beauty consultants: the only door to buying."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.consultants.geo import Point
from domain.shared.ids import ConsultantId, CustomerId, PersonId, PlaceId
from domain.shared.localised import Localised

NOWHERE = Localised("", "")
RATED_FROM = 5
"""A few ratings say more about who gave them than about the consultant."""


class Speciality(StrEnum):
    SKIN_CARE = "skin_care"
    MAKEUP = "makeup"
    COLOUR_TYPE = "colour_type"
    MENS_CARE = "mens_care"
    NAILS = "nails"
    GIFTS = "sets_and_gifts"


@dataclass(frozen=True, slots=True)
class Consultant:
    """A consultant as customers see them. `person_id` is their Telegram account; hours are in their own time zone.

    `is_open` says they can be chosen: they have not left, take new customers, have room for one more, and messages
    reach them. `has_left` and `is_reachable` say whether they still serve those they have; `room` is how many
    they can serve, None without end. `rating` is the average of their customers' stars, of which there are `ratings`;
    None while they are fewer than RATED_FROM.
    """

    id: ConsultantId
    person_id: PersonId | None
    invite_code: str
    name: Localised
    city: Localised
    region: Localised
    about: Localised
    time_zone: str
    opens: time
    closes: time
    specialities: tuple[Speciality, ...]
    languages: tuple[str, ...]
    customers: int = 0
    is_open: bool = True
    cabinet_number: str = ""
    level: str = "consultant"
    street: Localised | None = None
    city_slug: str = ""
    point: Point | None = None
    takes_customers: bool = True
    has_left: bool = False
    is_reachable: bool = True
    room: int | None = None
    rating: float | None = None
    ratings: int = 0

    @property
    def is_gone(self) -> bool:
        """Their customers need another: they have left, or no message reaches them."""
        return self.has_left or not self.is_reachable

    def local_time(self, at: datetime) -> time:
        """What their clock shows at that moment."""
        return at.astimezone(ZoneInfo(self.time_zone)).time()

    def is_on_duty(self, at: datetime) -> bool:
        """Whether the moment is within their hours; hours may run over midnight, equal ones are round the clock."""
        now = self.local_time(at)
        if self.opens < self.closes:
            return self.opens <= now < self.closes
        return now >= self.opens or now < self.closes


@dataclass(frozen=True, slots=True)
class CityCount:
    """A city with how many consultants take new customers there. `slug` is its stable, latin name for buttons."""

    slug: str
    city: Localised
    consultants: int
    region: Localised = NOWHERE
    point: Point | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a consultant must be able to do; None is anything."""

    speciality: Speciality | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an open consultant works."""

    id: ConsultantId
    point: Point | None


@dataclass(frozen=True, slots=True)
class InCity:
    slug: str


@dataclass(frozen=True, slots=True)
class NearPlace:
    place_id: PlaceId


@dataclass(frozen=True, slots=True)
class NearPoint:
    point: Point


@dataclass(frozen=True, slots=True)
class ByName:
    typed: str


Where = InCity | NearPlace | NearPoint | ByName | None
"""Among which consultants one looks; None is everywhere."""


@dataclass(frozen=True, slots=True)
class Found:
    """A consultant as found at a moment. `km` is how far away, where that was asked.

    `local_time` is what their clock shows; `on_duty`: it is within their hours.
    """

    consultant: Consultant
    km: float | None
    local_time: time
    on_duty: bool


def found_at(consultant: Consultant, at: datetime, km: float | None = None) -> Found:
    """The consultant as found at that moment."""
    return Found(consultant, km, consultant.local_time(at), consultant.is_on_duty(at))


@dataclass(frozen=True, slots=True)
class Town:
    """A town one may look in: with consultants of its own (`slug`), or one to look near to (`place_id`)."""

    name: Localised
    region: Localised
    slug: str | None
    place_id: PlaceId | None
    consultants: int
    score: int

    @property
    def where(self) -> Where:
        if self.slug is not None:
            return InCity(self.slug)
        return None if self.place_id is None else NearPlace(self.place_id)


@dataclass(frozen=True, slots=True)
class Change:
    """A customer going from one consultant to another, or to their first. `asked`: they wanted to, with a reason."""

    customer_id: CustomerId
    old: ConsultantId | None
    new: ConsultantId
    at: datetime
    asked: bool = False
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Stranded:
    """A customer whose consultant is gone, and the accounts to tell."""

    customer_id: CustomerId
    consultant_id: ConsultantId
    persons: tuple[PersonId, ...]
