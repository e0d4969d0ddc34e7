"""Help, and what the operator owes people in words: their data, the terms, where to write."""

from __future__ import annotations

from domain.people.models import Person
from handlers.home.callbacks import OpenPage, Page
from handlers.ui.commands import commands_of
from handlers.ui.company import Company
from handlers.ui.links import OpenConsents, OpenErasure, OpenHelp, OpenLanguage, OpenMyData, OpenQuestion, OpenWrong
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.ways import back, home
from locales.translator import Html, Translator


def help_screen(person: Person, company: Company, tr: Translator) -> Screen:
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
    return Screen(tr("help", brand=company.brand, hotline=company.hotline, commands=listed), keyboard(rows))


def page_screen(page: Page, company: Company, tr: Translator) -> Screen:
    """A page in the operator's words, with a link to the full document where there is one."""
    match page:
        case Page.SUPPORT:
            text = tr("page-support", contacts=_contacts(company, tr))
        case Page.PRIVACY:
            text = tr("page-privacy", operator=company.operator, contacts=_contacts(company, tr))
            text = _with_document(text, company.privacy_url, tr)
        case Page.TERMS:
            text = tr("page-terms", operator=company.operator)
            text = _with_document(text, company.terms_url, tr)
    mine = (
        [
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
    return Screen(text, keyboard([*mine, [back(tr, OpenHelp().pack()), home(tr)]]))


def _contacts(company: Company, tr: Translator) -> Html:
    lines = []
    if company.hotline:
        lines.append(tr("contact-hotline", hotline=company.hotline))
    if company.support and company.support != company.hotline:
        lines.append(tr("contact-support", support=company.support))
    return Html("\n".join(lines) or tr("contact-operator", operator=company.operator))


def _with_document(text: Html, url: str, tr: Translator) -> Html:
    return Html(f"{text}\n\n{tr('page-document', url=url)}") if url else text
