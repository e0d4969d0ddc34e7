"""How people see their tickets."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

from aiogram.types import InlineKeyboardButton

from domain.people.models import Person
from domain.shared.ids import PressKey
from domain.shared.paging import Page
from domain.tickets.life import Action
from domain.tickets.models import LONGEST, MOST_PHOTOS, STARS, Category, State, Ticket, number_of
from domain.tickets.sheet import Sheet
from handlers.tickets.callbacks import (
    CloseTicket,
    OpenTicket,
    PickCategory,
    RateTicket,
    ReopenTicket,
    SendTicket,
    ShowPhoto,
    WriteOn,
)
from handlers.tickets.threads import block, leaf_of, photo_row, turning
from handlers.ui.links import NewTicket, OpenFaq, OpenSupport, OpenTickets
from handlers.ui.pager import pager
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.texts import cut
from handlers.ui.ways import back, home, home_below
from locales.translator import Html, Translator


def categories_screen(person: Person, tr: Translator) -> Screen:
    """What is it about? A complaint about a consultant needs one."""
    offered = [each for each in Category if each is not Category.CONSULTANT or person.consultant_id is not None]
    made = [button(tr.plain(f"ticket-about-{each}"), PickCategory(category=each).pack()) for each in offered]
    pairs = [made[at : at + 2] for at in range(0, len(made), 2)]
    faq = [button(tr.plain("faq-open"), OpenFaq().pack())]
    return Screen(tr("ticket-ask-about"), keyboard([*pairs, faq, [back(tr, OpenSupport().pack()), home(tr)]]))


def ask_screen(category: Category, tr: Translator) -> Screen:
    """Asks for the words."""
    text = tr("ticket-ask-words", about=tr.plain(f"ticket-about-{category}"), limit=LONGEST, photos=MOST_PHOTOS)
    hint = Html(f"\n\n{tr('ticket-hidden-from-consultant')}") if category is Category.CONSULTANT else ""
    return Screen(Html(f"{text}{hint}"), keyboard([[back(tr, NewTicket().pack()), home(tr)]]))


def draft_screen(category: Category, text: str, photos: int, key: PressKey, tr: Translator) -> Screen:
    """What will be sent; more may be added."""
    shown = tr(
        "ticket-draft",
        about=tr.plain(f"ticket-about-{category}"),
        text=text or tr.plain("ticket-photo-only"),
        photos=photos,
    )
    rows = [
        [button(tr.plain("ticket-send"), SendTicket(key=key).pack())],
        [button(tr.plain("ticket-drop"), NewTicket().pack()), home(tr)],
    ]
    return Screen(shown, keyboard(rows))


def opened_screen(ticket: Ticket, tr: Translator, zone: tzinfo) -> Screen:
    """It is on its way; by when there is an answer."""
    text = tr("ticket-opened", number=ticket.number, due=tr.moment(ticket.due_at, zone))
    rows = [[button(tr.plain("ticket-open"), OpenTicket(ticket=ticket.id).pack())], [home(tr)]]
    return Screen(text, keyboard(rows))


def tickets_screen(page: Page[Ticket], tr: Translator) -> Screen:
    """One's own."""
    rows = [[button(_line(each, tr), OpenTicket(ticket=each.id).pack())] for each in page.items]
    turn = pager(page, tr, lambda number: OpenTickets(page=number).pack())
    new = [button(tr.plain("ticket-new"), NewTicket().pack())]
    text = tr("tickets-own", count=page.total)
    return Screen(text, keyboard([*rows, turn, new, [back(tr, OpenSupport().pack()), home(tr)]]))


def _line(ticket: Ticket, tr: Translator) -> str:
    about, state = tr.plain(f"ticket-about-{ticket.category}"), tr.plain(f"ticket-state-{ticket.state}")
    return tr.plain("ticket-line", number=ticket.number, about=about, state=state)


def ticket_screen(sheet: Sheet, page: int, tr: Translator, zone: tzinfo, note: str = "") -> Screen:
    """A ticket with what was said in it, and what can be done; `note` is a sentence put on top."""
    ticket = sheet.ticket
    leaf = leaf_of(sheet.entries, page)
    head = tr("ticket-title", number=ticket.number, about=tr.plain(f"ticket-about-{ticket.category}"))
    blocks = [block(each, sheet, tr, zone, staff=False) for each in leaf.entries]
    parts = [note, f"{head}\n{_standing(ticket, tr, zone)}", *blocks]

    def pressed(of: int, entry: int) -> str:
        return ShowPhoto(ticket=ticket.id, of=of, entry=entry).pack()

    rows = [
        *photo_row(leaf, tr, lambda entry: pressed(entry.ticket_id, entry.number)),
        turning(leaf, tr, lambda number: OpenTicket(ticket=ticket.id, page=number).pack()),
        *_deeds(sheet, tr),
        [back(tr, OpenTickets().pack()), home(tr)],
    ]
    return Screen(Html("\n\n".join(part for part in parts if part)), keyboard(rows))


def _standing(ticket: Ticket, tr: Translator, zone: tzinfo) -> str:
    if ticket.state is State.MERGED and ticket.merged_into is not None:
        return tr("ticket-is-merged", number=number_of(ticket.merged_into))
    if ticket.state is State.CLOSED and ticket.rating is not None:
        return tr("ticket-is-rated", stars="⭐" * ticket.rating)
    return tr(f"ticket-is-{ticket.state}", due=tr.moment(ticket.due_at, zone))


def _deeds(sheet: Sheet, tr: Translator) -> list[list[InlineKeyboardButton]]:
    ticket, can = sheet.ticket, sheet.deeds
    if ticket.state is State.MERGED and ticket.merged_into is not None:
        on = tr.plain("ticket-go-on", number=number_of(ticket.merged_into))
        return [[button(on, OpenTicket(ticket=ticket.merged_into).pack())]]

    id_, version = ticket.id, ticket.version
    return [
        stars_row(ticket, tr) if Action.RATE in can else [],
        [button(tr.plain("ticket-write-on"), WriteOn(ticket=id_).pack())] if Action.WRITE in can else [],
        [button(tr.plain("ticket-close"), CloseTicket(ticket=id_, version=version).pack())]
        if Action.CLOSE in can
        else [],
        [button(tr.plain("ticket-reopen"), ReopenTicket(ticket=id_, version=version).pack())]
        if Action.REOPEN in can
        else [],
    ]


def stars_row(ticket: Ticket, tr: Translator) -> list[InlineKeyboardButton]:
    """One to five."""
    return [
        button(
            tr.plain("ticket-stars", stars=str(stars)),
            RateTicket(ticket=ticket.id, stars=stars, version=ticket.version).pack(),
        )
        for stars in STARS
    ]


def more_screen(ticket: Ticket, tr: Translator) -> Screen:
    """Asks what else."""
    text = tr("ticket-ask-more", number=ticket.number, limit=LONGEST)
    return Screen(text, keyboard([[back(tr, OpenTicket(ticket=ticket.id).pack()), home(tr)]]))


def photo_screen(photo: str, number: str, tr: Translator) -> Screen:
    """A photo by itself, below."""
    return Screen(tr("ticket-photo-of", number=number), keyboard([[home_below(tr)]]), photo=photo)


def news_screen(sheet: Sheet, news: str, entry: int, tr: Translator) -> Screen | None:
    """What a person is told: an answer, or that their ticket has ended or goes on."""
    ticket = sheet.ticket
    on = button(tr.plain("ticket-open"), OpenTicket(ticket=ticket.id, below=True).pack())
    rows: list[Sequence[InlineKeyboardButton]] = [[on], [home_below(tr)]]
    if news == "answered":
        said = sheet.entry(ticket.id, entry)
        if said is None:
            return None
        # Under a photo there is room for a third of what a message holds.
        text = cut(said.text, 700) if said.photo else said.text
        shown = tr("ticket-news-answered", number=ticket.number, text=text)
        rows[0] = [button(tr.plain("ticket-write-on"), WriteOn(ticket=ticket.id, below=True).pack()), on]
        return Screen(shown, keyboard(rows), keep=True, photo=said.photo)
    if news == "merged" and ticket.merged_into is not None:
        shown = tr("ticket-news-merged", number=ticket.number, other=number_of(ticket.merged_into))
        rows[0] = [button(tr.plain("ticket-open"), OpenTicket(ticket=ticket.merged_into, below=True).pack())]
        return Screen(shown, keyboard(rows), keep=True)
    if news == "closed" and ticket.state is State.CLOSED:
        stars = [stars_row(ticket, tr)] if ticket.rating is None else []
        return Screen(tr("ticket-news-closed", number=ticket.number), keyboard([*stars, *rows]), keep=True)
    if news == "reopened" and ticket.is_live:
        return Screen(tr("ticket-news-reopened", number=ticket.number), keyboard(rows), keep=True)
    return None


def rated_screen(ticket: Ticket, tr: Translator) -> Screen:
    """Thanks."""
    rows = [[button(tr.plain("ticket-open"), OpenTicket(ticket=ticket.id).pack())], [home(tr)]]
    return Screen(tr("ticket-thanks", stars="⭐" * (ticket.rating or 0), number=ticket.number), keyboard(rows))
