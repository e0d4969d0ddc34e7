"""How frequent questions look."""

from __future__ import annotations

from collections.abc import Sequence

from domain.faq.models import LONGEST_ANSWER, LONGEST_QUESTION, FaqEntry
from domain.people.models import Person
from domain.shared.paging import Page
from handlers.faq.callbacks import (
    EditQuestion,
    HideQuestion,
    NewQuestion,
    OpenQuestion,
    RestoreQuestion,
    SearchFaq,
)
from handlers.ui.links import NewTicket, OpenFaq, OpenSupport
from handlers.ui.pager import pager
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.texts import cut
from handlers.ui.ways import back, home
from locales.translator import Translator


def list_screen(page: Page[FaqEntry], person: Person, tr: Translator) -> Screen:
    """A page of them; the admins' own button adds one."""
    rows = [[button(_line(each, tr), OpenQuestion(slug=each.slug, page=page.number).pack())] for each in page.items]
    turn = pager(page, tr, lambda number: OpenFaq(page=number).pack())
    look = [button(tr.plain("faq-search"), SearchFaq().pack())]
    new = [button(tr.plain("faq-new"), NewQuestion().pack())] if person.is_admin else []
    return Screen(tr("faq-title"), keyboard([*rows, turn, look, new, [back(tr, OpenSupport().pack()), home(tr)]]))


def _line(entry: FaqEntry, tr: Translator) -> str:
    return tr.plain("faq-line-hidden", question=entry.question) if entry.hidden else cut(entry.question, 60)


def entry_screen(entry: FaqEntry, page: int, person: Person, tr: Translator) -> Screen:
    """The answer, and a person to ask if it is none."""
    text = tr("faq-entry", question=entry.question, answer=entry.answer)
    slug = entry.slug
    edit = [button(tr.plain("faq-edit"), EditQuestion(slug=slug).pack())]
    hide_key = "faq-show" if entry.hidden else "faq-hide"
    edit.append(button(tr.plain(hide_key), HideQuestion(slug=slug, hidden=not entry.hidden).pack()))
    restore_key = "faq-remove" if entry.own else "faq-restore"
    restore = [button(tr.plain(restore_key), RestoreQuestion(slug=slug).pack())] if entry.edited else []
    rows = [
        [button(tr.plain("faq-not-enough"), NewTicket().pack())],
        *([edit, restore] if person.is_admin else []),
        [back(tr, OpenFaq(page=page).pack()), home(tr)],
    ]
    return Screen(text, keyboard(rows))


def ask_screen(tr: Translator) -> Screen:
    """What is it about?"""
    return Screen(tr("faq-ask"), keyboard([[back(tr, OpenFaq().pack()), home(tr)]]))


def found_screen(found: Sequence[FaqEntry], typed: str, tr: Translator) -> Screen:
    """What fits, or a person to ask."""
    rows = [[button(cut(each.question, 60), OpenQuestion(slug=each.slug).pack())] for each in found]
    key = "faq-found" if found else "faq-nothing"
    write = [button(tr.plain("ticket-new"), NewTicket().pack())]
    text = tr(key, typed=cut(typed, 100))
    return Screen(text, keyboard([*rows, write, [back(tr, OpenFaq().pack()), home(tr)]]))


def edit_screen(entry: FaqEntry | None, tr: Translator) -> Screen:
    """Asks for question and answer; shows the present ones to be copied."""
    language = tr.language_name(tr.language)
    limits = {"question": LONGEST_QUESTION, "answer": LONGEST_ANSWER}
    if entry is None:
        return Screen(
            tr("faq-ask-new", language=language, **limits), keyboard([[back(tr, OpenFaq().pack()), home(tr)]])
        )
    text = tr("faq-ask-edit", language=language, text=f"{entry.question}\n{entry.answer}", **limits)
    return Screen(text, keyboard([[back(tr, OpenQuestion(slug=entry.slug).pack()), home(tr)]]))
