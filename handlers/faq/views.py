"""How frequent questions look."""

from __future__ import annotations

from collections.abc import Sequence

from domain.faq.models import LONGEST_ANSWER, LONGEST_QUESTION, Book, FaqEntry
from domain.people.models import Person
from domain.shared.paging import Page
from handlers.faq.callbacks import (
    EditQuestion,
    HideQuestion,
    NewQuestion,
    NewReadyAnswer,
    OpenQuestion,
    RestoreQuestion,
)
from handlers.tickets.callbacks import ListTickets
from handlers.ui.links import NewTicket, OpenFaq, OpenReadyAnswers, OpenSupport
from handlers.ui.pager import pager
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.texts import cut
from handlers.ui.ways import back, home
from locales.translator import Translator


def list_screen(page: Page[FaqEntry], book: Book, person: Person, tr: Translator) -> Screen:
    """A page of them; the admins' own button adds one."""
    if book is Book.READY:
        return _ready_screen(page, tr)
    rows = [[button(_line(each, tr), OpenQuestion(slug=each.slug, page=page.number).pack())] for each in page.items]
    turn = pager(page, tr, lambda number: OpenFaq(page=number).pack())
    new = [button(tr.plain("faq-new"), NewQuestion().pack())] if person.is_admin else []
    return Screen(tr("faq-title"), keyboard([*rows, turn, new, [back(tr, OpenSupport().pack()), home(tr)]]))


def _ready_screen(page: Page[FaqEntry], tr: Translator) -> Screen:
    rows = [[button(_line(each, tr), OpenQuestion(slug=each.slug, page=page.number).pack())] for each in page.items]
    turn = pager(page, tr, lambda number: OpenReadyAnswers(page=number).pack())
    new = [button(tr.plain("ready-new"), NewReadyAnswer().pack())]
    return Screen(tr("ready-title"), keyboard([*rows, turn, new, [back(tr, ListTickets().pack()), home(tr)]]))


def _list_of(book: Book, page: int = 0) -> str:
    return (OpenReadyAnswers(page=page) if book is Book.READY else OpenFaq(page=page)).pack()


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
    ask = [] if entry.book is Book.READY else [button(tr.plain("faq-not-enough"), NewTicket().pack())]
    rows = [
        ask,
        *([edit, restore] if person.is_admin else []),
        [back(tr, _list_of(entry.book, page)), home(tr)],
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


def edit_screen(entry: FaqEntry | None, book: Book, tr: Translator) -> Screen:
    """Asks for question and answer, or for the name of a ready answer and its text; shows the present ones to be
    copied."""
    asks: dict[str, str | int] = {"language": tr.language_name(tr.language)}
    asks |= {"question": LONGEST_QUESTION, "answer": LONGEST_ANSWER}
    if book is Book.READY:
        asks["mark"] = tr.plain("ticket-template-mark")
    if entry is None:
        key = "ready-ask-new" if book is Book.READY else "faq-ask-new"
        return Screen(tr(key, **asks), keyboard([[back(tr, _list_of(book)), home(tr)]]))
    key = "ready-ask-edit" if book is Book.READY else "faq-ask-edit"
    text = tr(key, text=f"{entry.question}\n{entry.answer}", **asks)
    return Screen(text, keyboard([[back(tr, OpenQuestion(slug=entry.slug).pack()), home(tr)]]))
