"""How the staff sees tickets, each at a time in their chat or in the topic of the group."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

from aiogram.types import InlineKeyboardButton

from domain.access.numbers import grouped
from domain.faq.models import READY, FaqEntry
from domain.people.models import Person, Role
from domain.shared.ids import PersonId
from domain.shared.paging import Page
from domain.tickets.life import Action
from domain.tickets.models import LONGEST, EntryKind, State, Ticket, number_of
from domain.tickets.ports import Which
from domain.tickets.serve import Rated
from domain.tickets.sheet import Sheet
from handlers.tickets.callbacks import (
    AnswerTicket,
    HandOverTicket,
    HandTo,
    ListTickets,
    MergeInto,
    MergeTicket,
    NoteTicket,
    OpenTemplates,
    PickTemplate,
    SendTemplate,
    ServeTicket,
    StaffClose,
    StaffPhoto,
    StaffReopen,
    TakeTicket,
)
from handlers.tickets.threads import SAYING, block, leaf_of, name_of, photo_row, turning
from handlers.ui.links import OpenAdmin, OpenReadyAnswers
from handlers.ui.pager import pager
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.texts import cut
from handlers.ui.ways import back, home, home_below
from locales.translator import Html, Translator

NAME = 28
"""Signs of a ready answer's name on its button, two in a row."""
MOST_READY = 40
"""Buttons of ready answers on one screen; Telegram takes a hundred."""
CARD = 1500
"""Characters of the first words on a card."""
Buttons = Sequence[InlineKeyboardButton]


def list_screen(page: Page[Ticket], which: Which, rated: Rated, person: Person, tr: Translator, zone: tzinfo) -> Screen:
    """A list of the staff, the most urgent first."""
    rows = [[button(_line(each, tr, zone), ServeTicket(ticket=each.id).pack())] for each in page.items]
    turn = pager(page, tr, lambda number: ListTickets(which=which, page=number).pack())
    others = [
        button(tr.plain(f"tickets-list-{each}"), ListTickets(which=each).pack()) for each in Which if each is not which
    ]
    text = tr(f"tickets-served-{which}", count=page.total)
    if rated.count:
        average = tr("tickets-rated", stars=round(rated.total / rated.count, 1), count=rated.count)
        text = Html(f"{text}\n{average}")
    ready = [button(tr.plain("ready-open"), OpenReadyAnswers().pack())] if person.is_admin else []
    return Screen(text, keyboard([*rows, turn, others, ready, [back(tr, OpenAdmin().pack()), home(tr)]]))


def _line(ticket: Ticket, tr: Translator, zone: tzinfo) -> str:
    about = tr.plain(f"ticket-about-{ticket.category}")
    if ticket.state is State.OPEN:
        due = tr.date(ticket.due_at.astimezone(zone).date())
        key = "ticket-line-mine" if ticket.owner_id else "ticket-line-new"
        return tr.plain(key, number=ticket.number, about=about, due=due)
    return tr.plain("ticket-line", number=ticket.number, about=about, state=tr.plain(f"ticket-state-{ticket.state}"))


def head(sheet: Sheet, tr: Translator, zone: tzinfo) -> Html:
    """What it is, by when, who answers, and whose it is."""
    ticket, author = sheet.ticket, sheet.author
    lines = [tr("ticket-title", number=ticket.number, about=tr.plain(f"ticket-about-{ticket.category}"))]
    due = tr.moment(ticket.due_at, zone)
    if ticket.state is State.MERGED and ticket.merged_into is not None:
        lines.append(tr("ticket-is-merged", number=number_of(ticket.merged_into)))
    elif sheet.is_overdue:
        lines.append(tr("ticket-overdue", due=due))
    else:
        lines.append(tr(f"ticket-staff-{ticket.state}", due=due))
    if ticket.rating is not None:
        lines.append(tr("ticket-is-rated", stars="⭐" * ticket.rating))
    owner = tr.plain("ticket-nobody") if ticket.owner_id is None else name_of(ticket.owner_id, sheet, tr)
    lines.append(tr("ticket-owner", name=owner))
    if author is not None:
        role = Role.GUEST if author.role is Role.GUEST else author.role
        whose = tr.plain(f"ticket-whose-{role}")
        number = tr.plain("ticket-cabinet", number=grouped(sheet.cabinet_number)) if sheet.cabinet_number else ""
        lines.append(tr("ticket-whose", whose=whose, cabinet=number))
    return Html("\n".join(lines))


def card_screen(sheet: Sheet, tr: Translator, zone: tzinfo, *, in_group: bool, note: str = "") -> Screen:
    """The head of a ticket with its first words; what stands on top of its topic, and comes as a notice."""
    first = next((each for each in sheet.entries if each.kind is EntryKind.WORDS), None)
    text = (cut(first.text, CARD) if first is not None else "") or tr.plain("ticket-photo-only")
    photos = sum(each.photo is not None for each in sheet.entries)
    parts = [note, head(sheet, tr, zone), tr("ticket-card-text", text=text)]
    parts += [tr("ticket-card-photos", count=photos)] if photos else []
    parts += [tr("ticket-how-to-answer")] if in_group and sheet.ticket.is_live else []
    ways: list[Buttons] = []
    if not in_group:
        whole = button(tr.plain("ticket-open"), ServeTicket(ticket=sheet.ticket.id, below=True).pack())
        ways = [[whole, home_below(tr)]]
    rows = [*deeds(sheet, tr, in_group=in_group), *ways]
    return Screen(Html("\n\n".join(part for part in parts if part)), keyboard(rows), keep=True)


def sheet_screen(sheet: Sheet, page: int, tr: Translator, zone: tzinfo, note: str = "") -> Screen:
    """A ticket with everything in it, for somebody's own chat."""
    ticket = sheet.ticket
    leaf = leaf_of(sheet.entries, page)
    blocks = [block(each, sheet, tr, zone, staff=True) for each in leaf.entries]
    text = Html("\n\n".join(part for part in (note, head(sheet, tr, zone), *blocks) if part))
    rows = [
        *photo_row(leaf, tr, lambda entry: StaffPhoto(ticket=ticket.id, of=entry.ticket_id, entry=entry.number).pack()),
        turning(leaf, tr, lambda number: ServeTicket(ticket=ticket.id, page=number).pack()),
        *deeds(sheet, tr, in_group=False),
        [back(tr, ListTickets().pack()), home(tr)],
    ]
    return Screen(text, keyboard(rows))


def deeds(sheet: Sheet, tr: Translator, *, in_group: bool) -> list[list[InlineKeyboardButton]]:
    """What can be done with it; in the group answers and notes are written into the topic."""
    ticket, can = sheet.ticket, sheet.deeds
    id_, version = ticket.id, ticket.version
    answer = [button(tr.plain("ticket-answer"), AnswerTicket(ticket=id_).pack())] if Action.ANSWER in can else []
    note = [button(tr.plain("ticket-note"), NoteTicket(ticket=id_).pack())] if Action.NOTE in can else []
    take = [button(tr.plain("ticket-take"), TakeTicket(ticket=id_).pack())] if Action.TAKE in can else []
    hand = [button(tr.plain("ticket-hand-over"), HandOverTicket(ticket=id_).pack())] if Action.HAND_OVER in can else []
    ready = [button(tr.plain("ticket-templates"), OpenTemplates(ticket=id_).pack())] if Action.ANSWER in can else []
    merge = [button(tr.plain("ticket-merge"), MergeTicket(ticket=id_).pack())] if Action.MERGE in can else []
    shut = StaffClose(ticket=id_, version=version).pack()
    again = StaffReopen(ticket=id_, version=version).pack()
    rows = [
        [] if in_group else [*answer, *note],
        [*([] if ticket.owner_id else take), *hand],
        [*ready, *merge],
        [button(tr.plain("ticket-close"), shut)] if Action.CLOSE in can else [],
        [button(tr.plain("ticket-reopen"), again)] if Action.REOPEN in can else [],
    ]
    return [row for row in rows if row]


def entry_screen(sheet: Sheet, number: int, tr: Translator, *, in_group: bool) -> Screen | None:
    """One entry as a notice: what the person wrote, or a colleague."""
    ticket = sheet.ticket
    entry = sheet.entry(ticket.id, number)
    if entry is None:
        return None
    who = name_of(entry.author_id, sheet, tr)
    text = cut(entry.text, 700) if entry.photo else entry.text
    if entry.kind not in SAYING:
        words = tr(f"ticket-done-{entry.kind}", number=ticket.number, name=who)
    else:
        said = text or tr.plain("ticket-photo-only")
        words = tr(f"ticket-entry-{entry.kind}", number=ticket.number, name=who, text=said)
    if number == 1:
        # Its words stand on the card already.
        words = tr("ticket-photo-of", number=ticket.number)
    rows: list[Buttons] = []
    if not in_group:
        answer = button(tr.plain("ticket-answer"), AnswerTicket(ticket=ticket.id, below=True).pack())
        whole = button(tr.plain("ticket-open"), ServeTicket(ticket=ticket.id, below=True).pack())
        rows = [[answer, whole] if ticket.is_live else [whole], [home_below(tr)]]
    return Screen(words, keyboard(rows) if rows else None, keep=True, photo=entry.photo)


def _ways(ticket: Ticket, tr: Translator, *, in_group: bool) -> Buttons:
    to_ticket = back(tr, ServeTicket(ticket=ticket.id).pack())
    return [to_ticket] if in_group else [to_ticket, home(tr)]


def ask_answer_screen(ticket: Ticket, tr: Translator) -> Screen:
    """Asks for the words to the person."""
    text = tr("ticket-ask-answer", number=ticket.number, limit=LONGEST)
    return Screen(text, keyboard([_ways(ticket, tr, in_group=False)]))


def ask_note_screen(ticket: Ticket, tr: Translator) -> Screen:
    """Asks for a note, and says who can read it."""
    return Screen(tr("ticket-ask-note", number=ticket.number), keyboard([_ways(ticket, tr, in_group=False)]))


def colleagues_screen(
    ticket: Ticket, colleagues: Sequence[tuple[PersonId, str | None]], tr: Translator, *, in_group: bool
) -> Screen:
    """To whom?"""
    rows = [
        [button(name or tr.plain("ticket-colleague", id=str(person_id)), HandTo(ticket=ticket.id, to=person_id).pack())]
        for person_id, name in colleagues
    ]
    text = tr("ticket-ask-colleague" if rows else "ticket-no-colleague", number=ticket.number)
    return Screen(text, keyboard([*rows, _ways(ticket, tr, in_group=in_group)]))


def merge_screen(ticket: Ticket, others: Sequence[Ticket], tr: Translator, zone: tzinfo, *, in_group: bool) -> Screen:
    """Into which?"""
    rows = [
        [
            button(
                _line(each, tr, zone),
                MergeInto(ticket=ticket.id, into=each.id, version=ticket.version).pack(),
            )
        ]
        for each in others
    ]
    text = tr("ticket-ask-merge" if rows else "ticket-no-merge", number=ticket.number)
    return Screen(text, keyboard([*rows, _ways(ticket, tr, in_group=in_group)]))


def templates_screen(
    ticket: Ticket, found: Sequence[FaqEntry], person: Person, tr: Translator, *, in_group: bool
) -> Screen:
    """Which answer? Admins come from here to changing them."""
    made = [
        button(cut(each.question, NAME), PickTemplate(ticket=ticket.id, template=each.slug.removeprefix(READY)).pack())
        for each in found[:MOST_READY]
    ]
    pairs = [made[at : at + 2] for at in range(0, len(made), 2)]
    edit = [button(tr.plain("ready-open"), OpenReadyAnswers().pack())] if person.is_admin and not in_group else []
    text = tr("ticket-ask-template", number=ticket.number)
    return Screen(text, keyboard([*pairs, edit, _ways(ticket, tr, in_group=in_group)]))


def template_screen(ticket: Ticket, template: str, text: str, tr: Translator, *, in_group: bool) -> Screen:
    """The answer as the person will read it; it can be copied, changed and sent by hand."""
    send = SendTemplate(ticket=ticket.id, template=template, version=ticket.version).pack()
    shown = tr("ticket-template-preview", number=ticket.number, text=text)
    other = back(tr, OpenTemplates(ticket=ticket.id).pack())
    ways = [other] if in_group else [other, home(tr)]
    return Screen(shown, keyboard([[button(tr.plain("ticket-template-send"), send)], ways]))


def photo_screen(photo: str, number: str, tr: Translator, *, in_group: bool) -> Screen:
    """A photo by itself, below."""
    ways = None if in_group else keyboard([[home_below(tr)]])
    return Screen(tr("ticket-photo-of", number=number), ways, photo=photo, keep=True)
