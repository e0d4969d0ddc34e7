"""Independent beauty consultants: the only door to buying."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from domain.shared.ids import ConsultantId, PersonId
from domain.shared.localised import Localised


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

    `is_open` says they can be chosen: they take new customers and messages reach them.
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


@dataclass(frozen=True, slots=True)
class CityCount:
    """A city with how many consultants take new customers there. `slug` is its stable, latin name for buttons."""

    slug: str
    city: Localised
    consultants: int
