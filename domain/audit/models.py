"""The audit log: what the staff did with personal data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.shared.ids import CustomerId, PersonId


class Action(StrEnum):
    """What is written down."""

    LOOKED_UP = "looked_up"
    """Somebody's masked data was shown."""
    OPENED = "opened"
    """Somebody's full data was shown."""
    COPIED = "copied"
    """A person was given a copy of their own data."""
    REFUSED = "refused"
    """A request to destroy was refused; the reason is the ground in law."""
    BLOCKED = "blocked"
    """An answer was said to be wrong and is not used until it has been checked; the reason names the answer."""
    UNBLOCKED = "unblocked"
    """The person took that back."""
    CORRECTED = "corrected"
    """An answer was corrected after the check."""
    ANSWERED = "answered"
    """A question about somebody's data was answered."""
    EXTENDED = "extended"
    """The term of an answer was put off once; the reason is what the person was told."""
    DESTROYED = "destroyed"
    """A cabinet's data was destroyed."""


@dataclass(frozen=True, slots=True)
class NewEntry:
    """Something to write down. `reason` is what was typed; it is kept sealed and is not for anybody else's eyes."""

    at: datetime
    who: PersonId
    action: Action
    subject: CustomerId | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Entry(NewEntry):
    """An entry of the log, with its number, from 1."""

    id: int = 0
