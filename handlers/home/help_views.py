"""Help, and what the operator owes people in words: their data, the terms, where to write."""

from __future__ import annotations

from aiogram.types import InlineKeyboardButton

from domain.hotline.use_cases import HotlineHours
from domain.people.models import Person, Role
from handlers.home.callbacks import OpenPage, Page
from handlers.ui.commands import commands_of
from handlers.ui.company import Company
from handlers.ui.links import (
    NewTicket,
    OpenConsents,
    OpenErasure,
    OpenFaq,
    OpenHelp,
    OpenKinds,
    OpenLanguage,
    OpenMyData,
    OpenQuestion,
    OpenTickets,
    OpenWrong,
    WriteToConsultant,
)
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.ways import back, home
from locales.translator import Html, Translator


def help_screen(person: Person, company: Company, tr: Translator, hotline: HotlineHours | None = None) -> Screen:
    """How the cabinet is used, with the commands that this person has a use for, and where to ask."""
    rows = [
        [button(tr.plain(f"page-{page}-open"), OpenPage(page=page).pack()) for page in (Page.SUPPORT, Page.PRIVACY)],
        [
            button(tr.plain(f"page-{Page.TERMS}-open"), OpenPage(page=Page.TERMS).pack()),
            button(tr.plain("home-language"), OpenLanguage().pack()),
        ],
        [home(tr)],
    ]
    names = commands_of(person)
    listed = Html("\n".join(tr("help-command", name=name, words=tr.plain(f"command-{name}")) for name in names))
    line = hotline_line(hotline or HotlineHours(company.hotline, ""), tr)
    role = Role.CUSTOMER if person.role is Role.GUEST else person.role
    steps = tr(f"help-steps-{role}")
    return Screen(tr("help", brand=company.brand, steps=steps, hotline=line, commands=listed), keyboard(rows))


def hotline_line(hotline: HotlineHours, tr: Translator) -> Html:
    """The telephone, and when it is answered on the person's own clocks; nothing where there is none."""
    if not hotline.number:
        return Html("")
    line = tr("contact-hotline", hotline=hotline.number)
    if hotline.opens is None or hotline.closes is None:
        return line
    hours = tr(
        "hotline-working-days" if hotline.working_days_only else "hotline-every-day",
        opens=f"{hotline.opens:%H:%M}",
        closes=f"{hotline.closes:%H:%M}",
        zone=tr.zone(hotline.zone),
    )
    now = tr("hotline-open" if hotline.is_open else "hotline-closed")
    return Html(f"{line}\n{hours} {now}")


def page_screen(
    page: Page, company: Company, tr: Translator, hotline: HotlineHours | None = None, person: Person | None = None
) -> Screen:
    """A page in the operator's words, with a link to the full document where there is one.

    `person` is who reads it, where that says whom they can write to.
    """
    match page:
        case Page.SUPPORT:
            text = tr("page-support", contacts=_contacts(company, tr, hotline))
        case Page.PRIVACY:
            text = tr("page-privacy", operator=company.operator, contacts=_contacts(company, tr))
            text = _with_document(text, company.privacy_url, tr)
        case Page.TERMS:
            text = tr("page-terms", operator=company.operator)
            text = _with_document(text, company.terms_url, tr)
    serves = person.consultant_id if person is not None and person.own_consultant_id is None else None
    mine = _rows_of(page, tr, has_consultant=serves is not None)
    return Screen(text, keyboard([*mine, [back(tr, OpenHelp().pack()), home(tr)]]))


def _rows_of(page: Page, tr: Translator, *, has_consultant: bool) -> list[list[InlineKeyboardButton]]:
    """What can be done about it."""
    if page is Page.SUPPORT:
        return [
            [button(tr.plain("relay-write"), WriteToConsultant().pack())] if has_consultant else [],
            [button(tr.plain("ticket-new"), NewTicket().pack())],
            [button(tr.plain("tickets-open"), OpenTickets().pack()), button(tr.plain("faq-open"), OpenFaq().pack())],
        ]
    return (
        [
            [button(tr.plain("kinds-open"), OpenKinds().pack())],
            [button(tr.plain("mydata-open"), OpenMyData().pack())],
            [
                button(tr.plain("wrong-open"), OpenWrong().pack()),
                button(tr.plain("question-open"), OpenQuestion().pack()),
            ],
            [
                button(tr.plain("privacy-open-consents"), OpenConsents().pack()),
                button(tr.plain("erasure-open"), OpenErasure().pack()),
            ],
        ]
        if page is Page.PRIVACY
        else []
    )


def _contacts(company: Company, tr: Translator, hotline: HotlineHours | None = None) -> Html:
    line = hotline_line(hotline or HotlineHours(company.hotline, ""), tr)
    lines = [line] if line else []
    if company.support and company.support != company.hotline:
        lines.append(tr("contact-support", support=company.support))
    return Html("\n".join(lines) or tr("contact-operator", operator=company.operator))


def _with_document(text: Html, url: str, tr: Translator) -> Html:
    return Html(f"{text}\n\n{tr('page-document', url=url)}") if url else text
