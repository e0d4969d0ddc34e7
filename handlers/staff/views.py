"""How somebody's data looks to the staff."""

from __future__ import annotations

from domain.access.numbers import grouped
from domain.audit.personal import REASON, SHOWN, Masked, Personal
from domain.people.models import Duty, Person
from handlers.joining.views import answer_lines
from handlers.staff.callbacks import AskReason, FindCabinet
from handlers.ui.links import OpenAdmin
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.ways import back, home
from locales.translator import Translator

MINUTES = int(SHOWN.total_seconds()) // 60


def number_screen(tr: Translator) -> Screen:
    """Asks whose."""
    return Screen(tr("staff-number"), keyboard([[back(tr, OpenAdmin().pack()), home(tr)]]))


def masked_screen(found: Masked, person: Person, tr: Translator) -> Screen:
    """Masks; the officer can go on."""
    none = tr.plain("staff-none")
    text = tr(
        "staff-masked",
        number=grouped(found.number),
        name=found.name or none,
        phone=found.phone or none,
        email=found.email or none,
    )
    full = [button(tr.plain("staff-open"), AskReason(customer=found.customer_id).pack())]
    rows = [full if person.has(Duty.OFFICER) else [], [back(tr, FindCabinet().pack()), home(tr)]]
    return Screen(text, keyboard(rows), private=True)


def reason_screen(tr: Translator) -> Screen:
    """Asks why."""
    text = tr("staff-reason", least=REASON[0], minutes=MINUTES)
    return Screen(text, keyboard([[back(tr, FindCabinet().pack()), home(tr)]]))


def opened_screen(tr: Translator) -> Screen:
    """The data comes as a message of its own."""
    other = button(tr.plain("staff-another"), FindCabinet().pack())
    return Screen(tr("staff-opened", minutes=MINUTES), keyboard([[other], [home(tr)]]))


def personal_screen(personal: Personal, tr: Translator) -> Screen:
    """The message that deletes itself; it has no buttons that could keep it alive."""
    head = tr("staff-personal", number=grouped(personal.number), minutes=MINUTES)
    return Screen("\n".join([head, "", *answer_lines(personal.form, tr)]), keep=True, private=True)
