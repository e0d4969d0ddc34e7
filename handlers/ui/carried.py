"""What one person wrote to another, on its way into the other's chat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Deed = Literal["send", "edit", "delete", "react"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A file by Telegram's own name for it; `kind` is what sort of message it is."""

    kind: str
    file_id: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Carried:
    """A relayed message, or what becomes of one that was sent before, in which case `target` is that message.

    `messages` are its numbers in the cabinet, one for each piece. With several pieces it is an album, and the screen
    it stands on comes below it. `reply_to` is a message of the chat that it answers.
    """

    messages: tuple[int, ...]
    deed: Deed = "send"
    pieces: tuple[Piece, ...] = ()
    place: tuple[float, float] | None = None
    contact: tuple[str, str, str] | None = None
    reply_to: int | None = None
    target: int | None = None
    emoji: str | None = None
