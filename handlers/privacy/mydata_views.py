"""How a copy of one's own data and its destruction look."""

from __future__ import annotations

from datetime import tzinfo

from domain.people.models import Person
from domain.personal.models import DataRequest
from handlers.home.callbacks import OpenPage, Page
from handlers.privacy.callbacks import CancelErasure, ConfirmErasure
from handlers.ui.links import OpenRecovery
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.ways import back, home
from locales.translator import Translator

PRIVACY = OpenPage(page=Page.PRIVACY).pack()


def password_screen(tr: Translator, *, wrong: bool = False) -> Screen:
    """Asks for the password: the phone may be in other hands."""
    text = tr("mydata-password-wrong") if wrong else tr("mydata-password")
    lost = [button(tr.plain("access-lost"), OpenRecovery().pack())]
    return Screen(text, keyboard([lost, [back(tr, PRIVACY), home(tr)]]))


def copy_screen(tr: Translator) -> Screen:
    """The files come as messages of their own."""
    return Screen(tr("mydata-coming"), keyboard([[back(tr, PRIVACY), home(tr)]]))


def erasure_screen(
    person: Person, request: DataRequest | None, open_orders: int, tr: Translator, zone: tzinfo
) -> Screen:
    """What is destroyed, what is kept, on which ground and until when; of an open request, by when it is done."""
    parts = [tr("erasure-what")]
    if open_orders:
        parts.append(tr("erasure-open-orders", count=open_orders))
    if person.own_consultant_id is not None:
        parts.append(tr("erasure-consultant"))
    if request is None:
        ask = button(tr.plain("erasure-ask"), ConfirmErasure().pack())
    else:
        parts = [tr("erasure-asked", number=str(request.id), due=tr.moment(request.due_at, zone)), *parts[1:]]
        ask = button(tr.plain("erasure-cancel"), CancelErasure().pack())
    return Screen("\n\n".join(parts), keyboard([[ask], [back(tr, PRIVACY), home(tr)]]))


def cancelled_screen(tr: Translator) -> Screen:
    """The request is taken back."""
    return Screen(tr("erasure-cancelled"), keyboard([[back(tr, PRIVACY), home(tr)]]))
