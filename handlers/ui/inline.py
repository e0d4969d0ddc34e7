"""What is answered to a query typed in any chat after the bot's name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class InlineCard:
    """A card that can be sent: `title` and `description` in the list, `text` (HTML) in the chat, a button to `url`.

    `picture` is a picture's key; it goes with the card once Telegram has it.
    """

    id: str
    title: str
    description: str
    text: str
    button: str
    url: str
    picture: str | None = None


@dataclass(frozen=True, slots=True)
class InlineCards:
    """A stretch of cards; `next_offset` is empty at the end. They are this person's own: their link is in them."""

    cards: tuple[InlineCard, ...]
    next_offset: str = ""
    cache_seconds: int = 60
    start_button: str = ""
