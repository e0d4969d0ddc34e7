"""One-time codes: what they prove, and how long they live."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.shared.ids import PersonId

DIGITS = 6
LIFE = timedelta(minutes=10)
ATTEMPTS = 5
"""Wrong answers after which a code is void."""
AN_HOUR = timedelta(hours=1)
MOST_AN_HOUR = 5
"""Codes to one person, and to one address, within an hour."""
PAUSE = timedelta(seconds=60)
"""After that the code can be asked for again, and by the other way."""


class Purpose(StrEnum):
    """What a code is asked for; one of a purpose is good for nothing else."""

    EMAIL = "email"
    PHONE = "phone"
    RECOVERY = "recovery"


class Way(StrEnum):
    """How a code reaches the person."""

    EMAIL = "email"
    SMS = "sms"


@dataclass(frozen=True, slots=True)
class CodeSent:
    """A code is on its way to `masked`; from `other_way_at` on another can be asked for."""

    masked: str
    expires_at: datetime
    other_way_at: datetime


@dataclass(frozen=True, slots=True)
class CheckedCode:
    """The person has what was sent this way to this address (an e-mail address, or a phone in E.164)."""

    way: Way
    address: str


@dataclass(frozen=True, slots=True)
class NewCode:
    """A code to be kept. Its digits are nowhere: they follow from the keys and the row when they are needed."""

    person_id: PersonId
    purpose: Purpose
    way: Way
    address: str
    sent_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class KeptCode:
    """A code as it stands."""

    id: int
    person_id: PersonId
    purpose: Purpose
    way: Way
    address: str
    sent_at: datetime
    expires_at: datetime
    attempts: int
    used: bool

    def is_open(self, now: datetime) -> bool:
        """Whether the right digits would still be taken."""
        return not self.used and self.attempts < ATTEMPTS and now < self.expires_at


def masked(address: str) -> str:
    """Enough of an address to know one's own by: a•••@example.org, +7•••••••67."""
    name, at, host = address.rpartition("@")
    if at:
        return f"{name[:1]}•••@{host}"
    return f"{address[:2]}•••••••{address[-2:]}" if len(address) > 6 else "•••"
