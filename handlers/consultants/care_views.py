"""How one's own consultant looks, choosing and changing them, and what a consultant and an admin see of it."""

from __future__ import annotations

from urllib.parse import urlencode

from aiogram.types import InlineKeyboardButton

from domain.consultants.find import Card
from domain.consultants.models import Consultant
from domain.consultants.staff import Sheet
from domain.people.models import Person
from handlers.consultants.callbacks import OpenFinder, SetLeft, Take
from handlers.consultants.cards import card_text, picture_of, ways_to
from handlers.ui.company import Company
from handlers.ui.links import OpenAdmin, OpenCart, OpenCatalog, OpenConsultants, OpenForm, WriteToConsultant
from handlers.ui.menu import bottom_menu
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.ways import back, home
from locales.translator import Html, Translator


def own_consultant_screen(card: Card, person: Person, tr: Translator) -> Screen:
    """The card of the person's own consultant, and the way to another."""
    consultant = card.found.consultant
    other = "consultants-find-new" if consultant.is_gone else "consultants-change"
    write = [button(tr.plain("relay-write"), WriteToConsultant().pack())]
    rows = [
        write if not consultant.is_gone and consultant.person_id is not None else [],
        [button(tr.plain("menu-catalog"), OpenCatalog().pack())],
        [button(tr.plain(other), OpenFinder().pack())],
        [home(tr)],
    ]
    return Screen(card_text(card.found, person, tr), keyboard(rows), picture=picture_of(consultant))


def ask_reason_screen(consultant: Consultant, days: int, tr: Translator) -> Screen:
    """Asks why the consultant is to be changed, and says what that means."""
    text = tr("consultants-reason-ask", name=consultant.name[tr.language], days=days)
    return Screen(text, keyboard([[back(tr, OpenConsultants().pack()), home(tr)]]))


def chosen_screen(consultant: Consultant, person: Person, *, has_goods: bool, tr: Translator) -> Screen:
    """Says who the consultant is now and what is best done next."""
    rows = []
    if not person.registered:
        rows.append([button(tr.plain("consultants-to-form"), OpenForm().pack())])
    if has_goods:
        rows.append([button(tr.plain("to-cart"), OpenCart().pack())])
    rows.append([button(tr.plain("menu-catalog"), OpenCatalog().pack()), home(tr)])
    text = tr(
        "consultants-chosen" if person.registered else "consultants-chosen-form", name=consultant.name[tr.language]
    )
    return Screen(text, keyboard(rows), picture=picture_of(consultant))


def invited_message(person: Person, company: Company, tr: Translator) -> Screen:
    """The greeting of somebody who came by an invite; it stays and carries the bottom menu."""
    return Screen(tr("invited-welcome", brand=company.brand), bottom_menu(person.role, tr), keep=True)


def invited_screen(card: Card, person: Person, tr: Translator) -> Screen:
    """The card of the consultant who invited."""
    consultant, present = card.found.consultant, card.present
    note: Html | None = None
    if present is not None and present.id != consultant.id:
        note = tr("invited-has-other", name=present.name[tr.language])
    elif present is None:
        note = tr("invited-by", name=consultant.name[tr.language])
    rows = [
        *ways_to(card, person, tr),
        *([] if consultant.is_open or present is not None else [_find(tr)]),
        [button(tr.plain("invited-look"), OpenCatalog().pack())],
        [home(tr)],
    ]
    return Screen(card_text(card.found, person, tr, note), keyboard(rows), picture=picture_of(consultant))


def unknown_invite_screen(tr: Translator) -> Screen:
    """The invite leads to nobody; the cabinet is open all the same."""
    rows = [_find(tr), [button(tr.plain("invited-look"), OpenCatalog().pack())], [home(tr)]]
    return Screen(tr("invited-unknown"), keyboard(rows))


def invite_screen(consultant: Consultant, company: Company, tr: Translator) -> Screen:
    """A consultant's own invite: the link and its QR code to hand on, and whether they take new customers."""
    link = company.invite_link(consultant.invite_code)
    words = tr.plain("invite-share-text", brand=company.brand)
    share = f"https://t.me/share/url?{urlencode({'url': link, 'text': words})}"
    pause = tr.plain("invite-pause" if consultant.takes_customers else "invite-resume")
    rows = [
        [InlineKeyboardButton(text=tr.plain("invite-share"), url=share)],
        [button(pause, Take(on=not consultant.takes_customers).pack())],
        [home(tr)],
    ]
    parts = [tr("invite", link=link, number=consultant.cabinet_number, count=consultant.customers)]
    if not consultant.takes_customers:
        parts.append(tr("invite-paused"))
    elif not consultant.is_open:
        parts.append(tr("invite-full"))
    picture = f"invite/{company.bot_username}/{consultant.invite_code}"
    return Screen("\n\n".join(parts), keyboard(rows), picture=picture)


def sheet_screen(sheet: Sheet, tr: Translator) -> Screen:
    """What an admin sees of a consultant, with the button for who has left or is back."""
    one = sheet.consultant
    parts: list[str] = [
        tr("overseen-sheet", name=one.name[tr.language], number=one.cabinet_number, count=one.customers)
    ]
    parts.append(tr("overseen-room-any") if one.room is None else tr("overseen-room", room=one.room))
    if one.has_left:
        parts.append(tr("overseen-has-left"))
    elif not one.is_reachable:
        parts.append(tr("overseen-unreachable"))
    elif not one.takes_customers:
        parts.append(tr("overseen-paused"))
    reasons = [tr("overseen-reason", date=tr.date(each.at.date()), reason=each.reason or "") for each in sheet.reasons]
    if reasons:
        parts.append("\n".join([tr("overseen-reasons"), *reasons]))
    words = tr.plain("overseen-back" if one.has_left else "overseen-left")
    set_left = button(words, SetLeft(consultant=one.id, left=not one.has_left).pack())
    return Screen("\n\n".join(parts), keyboard([[set_left], [back(tr, OpenAdmin().pack()), home(tr)]]))


def sheet_help_screen(tr: Translator) -> Screen:
    """How the command is written."""
    return Screen(tr("overseen-how"), keyboard([[back(tr, OpenAdmin().pack()), home(tr)]]))


def _find(tr: Translator) -> list[InlineKeyboardButton]:
    return [button(tr.plain("home-choose-consultant"), OpenConsultants().pack())]
