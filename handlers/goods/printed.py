"""What is printed on a brochure, in words: handed to the process that draws it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Shade:
    """`code` is the end of it that tells it from the others."""

    code: str
    name: str
    hex: str


@dataclass(frozen=True, slots=True)
class Card:
    """A product. `picture` is a key of the picture library; `full_price` stands struck through beside an own price."""

    name: str
    facts: str
    about: str
    picture: str
    marks: tuple[str, ...]
    price: str
    full_price: str
    shades: tuple[Shade, ...]


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Contacts:
    """Whom to order from; `link` is what the QR code says, `scan` the words under it."""

    name: str
    lines: tuple[str, ...]
    link: str
    scan: str
    portrait: str | None


@dataclass(frozen=True, slots=True)
class Leaflet:
    """All of it. The same leaflet gives the same bytes, so its content names the file that was sent before."""

    language: Literal["ru", "en"]
    shape: str
    brand: str
    title: str
    cover: str
    sections: tuple[Section, ...]
    contacts: Contacts
    contents: str
    note: str

    @property
    def pictures(self) -> tuple[str, ...]:
        """The keys of all its pictures, each once."""
        keys = [self.cover, *(card.picture for section in self.sections for card in section.cards)]
        return tuple(dict.fromkeys([*keys, *filter(None, [self.contacts.portrait])]))
