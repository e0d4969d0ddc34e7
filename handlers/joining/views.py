"""How the form looks."""

from __future__ import annotations

import phonenumbers
from aiogram.types import InlineKeyboardButton

from domain.joining.models import Form, Step, position, step_before
from domain.people.models import Person
from handlers.joining.callbacks import AskStep, AskWhy, Complete
from handlers.ui.links import OpenCart, OpenCatalog, OpenConsultants, OpenForm
from handlers.ui.menu import bottom_menu, contact_menu
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.ways import back, home
from locales.translator import Translator


def step_screen(step: Step, form: Form, tr: Translator) -> Screen:
    """A question, which of how many it is, and what was answered before."""
    number, count = position(step)
    answered = _answer(step, form, tr)
    parts = [
        tr("joining-progress", number=number, count=count),
        tr(f"joining-ask-{step}"),
        tr("joining-now", answer=answered) if answered else "",
    ]
    before = step_before(step)
    leave = OpenForm().pack() if form.next_step is None else AskStep(step=before).pack() if before else None
    rows = [
        [button(tr.plain("joining-why"), AskWhy(step=step).pack())],
        [*([back(tr, leave)] if leave else []), home(tr)],
    ]
    return Screen("\n\n".join(filter(None, parts)), keyboard(rows))


def why_screen(step: Step, tr: Translator) -> Screen:
    """Why a question is asked."""
    return Screen(tr(f"joining-why-{step}"), keyboard([[back(tr, AskStep(step=step, again=True).pack()), home(tr)]]))


def share_message(person: Person, tr: Translator) -> Screen:
    """Brings the button that shares one's own number; it stays, as the menu it comes with does."""
    return Screen(tr("joining-share"), contact_menu(person.role, tr), keep=True)


def kept_phone_message(person: Person, tr: Translator) -> Screen:
    """Says that the number has come, and puts the ordinary menu back."""
    return Screen(tr("joining-phone-kept"), bottom_menu(person.role, tr), keep=True)


def review_screen(form: Form, tr: Translator) -> Screen:
    """All answers, each with its way to correct it."""
    lines = [tr(f"joining-review-{step}", answer=_answer(step, form, tr)) for step in Step]
    title = tr("joining-mine") if form.complete else tr("joining-review")
    correct = [[_correct(step, tr)] for step in Step]
    done = [] if form.complete else [button(tr.plain("joining-complete"), Complete().pack())]
    return Screen("\n".join([title, "", *lines]), keyboard([done, *correct, [home(tr)]]))


def welcome_message(person: Person, tr: Translator) -> Screen:
    """Says that the form is complete, and brings the menu of a customer."""
    return Screen(tr("joining-welcome"), bottom_menu(person.role, tr), keep=True)


def done_screen(person: Person, *, has_goods: bool, tr: Translator) -> Screen:
    """Goes on to what the person was about: a consultant if there is none, the cart if there is something in it."""
    if person.consultant_id is None:
        key, way = "joining-done-consultant", button(tr.plain("home-choose-consultant"), OpenConsultants().pack())
    elif has_goods:
        key, way = "joining-done-cart", button(tr.plain("to-cart"), OpenCart().pack())
    else:
        key, way = "joining-done-catalog", button(tr.plain("menu-catalog"), OpenCatalog().pack())
    return Screen(tr(key), keyboard([[way], [home(tr)]]))


def _correct(step: Step, tr: Translator) -> InlineKeyboardButton:
    return button(tr.plain(f"joining-correct-{step}"), AskStep(step=step).pack())


def _answer(step: Step, form: Form, tr: Translator) -> str:
    match step:
        case Step.NAME:
            return form.name or ""
        case Step.BIRTH_DATE:
            return tr.date(form.birth_date) if form.birth_date else ""
        case Step.PHONE:
            return _readable(form.phone) if form.phone else ""


def _readable(phone: str) -> str:
    return phonenumbers.format_number(phonenumbers.parse(phone), phonenumbers.PhoneNumberFormat.INTERNATIONAL)
