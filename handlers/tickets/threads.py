"""The entries of a ticket as text, in pages that fit into one message."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import tzinfo

from aiogram.types import InlineKeyboardButton

from domain.shared.ids import PersonId
from domain.tickets.models import Entry, EntryKind
from domain.tickets.sheet import Sheet
from handlers.ui.screen import button
from locales.translator import Html, Translator

ROOM = 3200
"""Characters of entries on a page; the longest entry fits with its heading."""
SAYING = frozenset({EntryKind.WORDS, EntryKind.ANSWER, EntryKind.NOTE})


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of a thread. `number` counts from 0."""

    entries: Sequence[Entry]
    number: int
    count: int


def leaf_of(entries: Sequence[Entry], number: int) -> Leaf:
    """The page of that number, or the nearest there is."""
    pages: list[list[Entry]] = [[]]
    room = ROOM
    for entry in entries:
        needs = len(entry.text) + 80
        if needs > room and pages[-1]:
            pages.append([])
            room = ROOM
        pages[-1].append(entry)
        room -= needs
    number = max(0, min(number, len(pages) - 1))
    return Leaf(pages[number], number, len(pages))


def block(entry: Entry, sheet: Sheet, tr: Translator, zone: tzinfo, *, staff: bool) -> Html:
    """An entry in words: who, when, what."""
    at = tr.moment(entry.at, zone)
    if entry.kind not in SAYING:
        by = "author" if entry.author_id in {None, sheet.ticket.person_id} else "staff"
        key = f"ticket-event-{entry.kind}" if staff else f"ticket-event-{entry.kind}-{by}"
        if staff:
            return tr(key, at=at, name=name_of(entry.author_id, sheet, tr))
        return tr(key, at=at)
    if staff:
        head = tr(f"ticket-said-{entry.kind}", at=at, name=name_of(entry.author_id, sheet, tr))
    else:
        head = tr("ticket-said-you" if entry.kind is EntryKind.WORDS else "ticket-said-company", at=at)
    text = entry.text or tr.plain("ticket-photo-only")
    return Html(f"{head}\n{tr('ticket-text', text=text)}")


def name_of(person_id: PersonId | None, sheet: Sheet, tr: Translator) -> str:
    """What somebody in the ticket is called to the staff."""
    if person_id is None or person_id == sheet.ticket.person_id:
        return tr.plain("ticket-client")
    return sheet.names.get(person_id) or tr.plain("ticket-colleague", id=str(person_id))


def photo_row(leaf: Leaf, tr: Translator, pressed: Callable[[Entry], str]) -> list[list[InlineKeyboardButton]]:
    """A button for every photo of the page, four in a row."""
    photos = [entry for entry in leaf.entries if entry.photo]
    made = [
        button(tr.plain("ticket-photo", number=str(number)), pressed(entry))
        for number, entry in enumerate(photos, start=1)
    ]
    return [made[at : at + 4] for at in range(0, len(made), 4)]


def turning(leaf: Leaf, tr: Translator, turn: Callable[[int], str]) -> list[InlineKeyboardButton]:
    """Earlier, where we are, later; nothing for a single page."""
    if leaf.count == 1:
        return []
    return [
        button(tr("page-previous"), turn((leaf.number - 1) % leaf.count)),
        button(tr("page-of", number=leaf.number + 1, count=leaf.count), turn(leaf.number)),
        button(tr("page-next"), turn((leaf.number + 1) % leaf.count)),
    ]
