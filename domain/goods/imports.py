"""A goods file sent to the bot, on its way from the chat into the shop."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.shared.errors import DomainError
from domain.shared.ids import PersonId

MOST_BYTES = 20_000_000
"""What Telegram lets a bot download; larger files go in by `python -m bot import`."""
NAME = 120


class State(StrEnum):
    """Where it stands. WAITING and APPROVED are for the importer to do; CHECKED waits for the person's press."""

    WAITING = "waiting"
    CHECKED = "checked"
    APPROVED = "approved"
    APPLIED = "applied"
    REFUSED = "refused"
    DROPPED = "dropped"


OPEN = frozenset({State.WAITING, State.APPROVED})


@dataclass(frozen=True, slots=True)
class GoodsImport:
    """`key` names what the check showed, and travels in the button that applies it; `message_id` is where it stands."""

    id: int
    person_id: PersonId
    file_id: str
    name: str
    state: State
    key: str = ""
    message_id: int | None = None


class FileTooLarge(DomainError):
    """More than Telegram hands over to a bot."""
