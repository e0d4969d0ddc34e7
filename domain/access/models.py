"""Who may enter a cabinet, and from which Telegram accounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.shared.ids import CustomerId, PersonId

ENTRY_LIFE = timedelta(minutes=15)
"""How long proving oneself is worth something, until the new password is typed."""


class Proof(StrEnum):
    """How somebody proved that a cabinet is theirs, before they set a new password."""

    ONE_TIME = "one_time"
    CODE = "code"
    PASSWORD = "password"


class Ending(StrEnum):
    """Why a Telegram account is not bound to a cabinet any more."""

    LOGGED_OUT = "logged_out"
    UNBOUND = "unbound"
    DISOWNED = "disowned"
    RECOVERED = "recovered"


@dataclass(frozen=True, slots=True)
class Credential:
    """What a cabinet is entered with. Without a `password_hash` nobody can, until the password is recovered.

    `one_time_until` is set while the password is the one of the letter: it works until then and opens nothing but the
    question for a new one.
    """

    customer_id: CustomerId
    number: str
    password_hash: str | None
    issued_at: datetime
    one_time_until: datetime | None = None

    def is_open(self, now: datetime) -> bool:
        """Whether there is a password that still works."""
        return self.password_hash is not None and (self.one_time_until is None or now < self.one_time_until)


@dataclass(frozen=True, slots=True)
class Binding:
    """A Telegram account in a cabinet. `guest_id` is the cabinet it had of its own before, to go back to."""

    id: int
    person_id: PersonId
    customer_id: CustomerId
    guest_id: CustomerId | None
    bound_at: datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody on their way into a cabinet. `customer_id` is None for a number nobody has: it leads nowhere.

    `proven_at` is when they showed that it is theirs; `sent_at` when a code was last sent.
    """

    person_id: PersonId
    number: str
    customer_id: CustomerId | None
    proof: Proof
    proven_at: datetime | None = None
    sent_at: datetime | None = None

    def is_proven(self, now: datetime) -> bool:
        return self.customer_id is not None and self.proven_at is not None and now - self.proven_at < ENTRY_LIFE
