"""How the form looks."""

from __future__ import annotations

from datetime import date

import phonenumbers
from aiogram.types import InlineKeyboardButton

from domain.codes.models import Way, masked
from domain.joining.fields import ADULT
from domain.joining.models import DATES, SKIPPABLE, Approval, Form, GroupKind, Step, position, step_before
from domain.joining.passport import FIRST_ISSUE
from domain.joining.proofs import ways_to_prove
from domain.people.models import Person
from domain.shared.errors import Stale
from handlers.joining.callbacks import AskStep, AskWhy, ChooseKind, Complete, PickDay, SendAgain, SkipStep
from handlers.ui.calendar import day_picker
from handlers.ui.company import Company
from handlers.ui.links import OpenCart, OpenCatalog, OpenConsultants, OpenForm
from handlers.ui.menu import bottom_menu, contact_menu
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.ways import back, home
from locales.translator import Translator

OLDEST = 100
"""How many years the picker of birth dates goes back."""


def step_screen(step: Step, form: Form, company: Company, tr: Translator) -> Screen:
    """A question, which of how many it is, and what was answered before."""
    number, count = position(step)
    answered = answer_of(step, form, tr)
    typed = step is Step.PHONE and company.sms_codes
    parts = [
        tr("joining-progress", number=number, count=count),
        tr("joining-ask-phone-typed") if typed else tr(f"joining-ask-{step}"),
        tr("joining-now", answer=answered) if answered else "",
    ]
    before = step_before(step)
    leave = OpenForm().pack() if form.next_step is None else AskStep(step=before).pack() if before else None
    why = button(tr.plain("joining-why"), AskWhy(step=step).pack())
    pick = [button(tr.plain("joining-pick-day"), PickDay(step=step).pack())] if step in DATES else []
    skip = [button(tr.plain("joining-skip"), SkipStep(step=step).pack())] if step in SKIPPABLE else []
    kinds = [[_kind(kind, tr)] for kind in GroupKind] if step is Step.GROUP_KIND else []
    rows = [*kinds, pick, skip, [why], [*([back(tr, leave)] if leave else []), home(tr)]]
    return Screen("\n\n".join(filter(None, parts)), keyboard(rows), private=bool(answered))


def _kind(kind: GroupKind, tr: Translator) -> InlineKeyboardButton:
    return button(tr.plain(f"joining-kind-{kind}"), ChooseKind(kind=kind).pack())


def day_screen(picked: PickDay, today: date, tr: Translator) -> Screen:
    """The question of a day, answered by pressing."""
    step = picked.step
    if step not in DATES:
        raise Stale(step)
    if step is Step.BIRTH_DATE:
        first, last = date(today.year - OLDEST, 1, 1), date(today.year - ADULT, 12, 31)
    else:
        first, last = FIRST_ISSUE, today

    def pack(year: int, month: int, day: int) -> str:
        return PickDay(step=step, year=year, month=month, day=day).pack()

    rows = day_picker(picked.year, picked.month, first, last, tr, pack)
    return Screen(tr(f"joining-pick-{step}"), keyboard([*rows, [back(tr, AskStep(step=step).pack()), home(tr)]]))


def why_screen(step: Step, tr: Translator) -> Screen:
    """Why a question is asked."""
    return Screen(tr(f"joining-why-{step}"), keyboard([[back(tr, AskStep(step=step, again=True).pack()), home(tr)]]))


def code_screen(form: Form, company: Company, tr: Translator) -> Screen:
    """Asks for the code that was sent; it can be sent again, by another way, or to another contact."""
    if form.waiting is None:
        raise ValueError("no code is waited for")
    step = form.waiting.step
    number, count = position(step)
    ways = ways_to_prove(form, tuple(Way) if company.sms_codes else (Way.EMAIL,))
    again = [
        [button(tr.plain(f"joining-code-by-{way}", address=masked(address)), SendAgain(way=way).pack())]
        for way, address in ways.items()
    ]
    parts = [
        tr("joining-progress", number=number, count=count),
        tr(f"joining-code-{step}", address=masked(form.waiting.value)),
    ]
    other = [button(tr.plain(f"joining-other-{step}"), AskStep(step=step).pack())]
    return Screen("\n\n".join(parts), keyboard([*again, other, [home(tr)]]))


def share_message(person: Person, tr: Translator) -> Screen:
    """Brings the button that shares one's own number; it stays, as the menu it comes with does."""
    return Screen(tr("joining-share"), contact_menu(person.role, tr), keep=True)


def kept_message(step: Step, person: Person, tr: Translator) -> Screen:
    """Says that the contact is kept, and puts the ordinary menu back."""
    return Screen(tr(f"joining-kept-{step}"), bottom_menu(person.role, tr), keep=True)


def answer_lines(form: Form, tr: Translator) -> list[str]:
    """Every answer, a line each."""
    lines = []
    for step in Step:
        line = tr(f"joining-review-{step}", answer=answer_of(step, form, tr) or tr("joining-part-none"))
        lines.append(f"{line} 🔒" if step in form.blocked else line)
    return lines


def review_screen(form: Form, tr: Translator) -> Screen:
    """All answers, each with its way to correct it."""
    lines = answer_lines(form, tr)
    title = tr("joining-mine") if form.complete else tr("joining-review")
    waits = tr("joining-approval") if form.complete and form.approval is Approval.WAITING else ""
    correct = [button(tr.plain(f"joining-correct-{step}"), AskStep(step=step).pack()) for step in Step]
    pairs = [correct[at : at + 2] for at in range(0, len(correct), 2)]
    done = [] if form.complete else [button(tr.plain("joining-complete"), Complete().pack())]
    checked = tr("joining-blocked") if form.blocked else ""
    text = "\n".join([title, "", *lines, *(each for note in (waits, checked) if note for each in ("", note))])
    return Screen(text, keyboard([done, *pairs, [home(tr)]]), private=True)


def welcome_message(person: Person, tr: Translator) -> Screen:
    """Says that the form is complete, and brings the menu of a customer."""
    return Screen(tr("joining-welcome"), bottom_menu(person.role, tr), keep=True)


def done_screen(person: Person, form: Form, *, has_goods: bool, tr: Translator) -> Screen:
    """Goes on to what the person was about: a consultant if there is none, the cart if there is something in it."""
    if person.consultant_id is None:
        key, way = "joining-done-consultant", button(tr.plain("home-choose-consultant"), OpenConsultants().pack())
    elif has_goods:
        key, way = "joining-done-cart", button(tr.plain("to-cart"), OpenCart().pack())
    else:
        key, way = "joining-done-catalog", button(tr.plain("menu-catalog"), OpenCatalog().pack())
    waits = f"\n\n{tr('joining-approval')}" if form.approval is Approval.WAITING else ""
    return Screen(f"{tr(key)}{waits}", keyboard([[way], [home(tr)]]))


def answer_of(step: Step, form: Form, tr: Translator) -> str:
    """An answer as its owner knows it; empty where there is none."""
    if step in form.skipped or getattr(form, step.value) is None:
        return ""
    match step:
        case Step.BIRTH_DATE | Step.PASSPORT_ISSUED:
            return tr.date(getattr(form, step.value))
        case Step.PASSPORT:
            passport = form.passport or ""
            return f"{passport[:2]} {passport[2:4]} {passport[4:]}"
        case Step.ADDRESS:
            address = form.address
            return ", ".join(filter(None, _address_parts(form))) if address else ""
        case Step.PHONE:
            return _readable(form.phone or "")
        case Step.GROUP_KIND:
            return tr.plain(f"joining-kind-{form.group_kind}")
        case Step.CARD:
            return f"{tr.plain(f'joining-card-{form.card.network}')} •••• {form.card.last_four}" if form.card else ""
    return str(getattr(form, step.value))


def _address_parts(form: Form) -> list[str]:
    address = form.address
    if address is None:
        return []
    region = address.region if address.region != address.city else ""
    return [address.postcode, region, address.city, address.street, address.house, address.flat]


def _readable(phone: str) -> str:
    return phonenumbers.format_number(phonenumbers.parse(phone), phonenumbers.PhoneNumberFormat.INTERNATIONAL)
