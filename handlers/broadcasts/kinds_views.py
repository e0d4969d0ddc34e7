"""How somebody chooses what announcements they want."""

from __future__ import annotations

from domain.broadcasts.choosing import Wanted
from domain.broadcasts.kinds import BroadcastKind
from domain.consents.models import VERSIONS, Purpose
from handlers.broadcasts.callbacks import AgreeAgain, StopKinds, WantKind
from handlers.home.callbacks import OpenPage, Page
from handlers.ui.company import Company
from handlers.ui.links import OpenForm
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.ways import back, home
from locales.translator import Translator


def kinds_screen(wanted: Wanted, company: Company, tr: Translator, *, stopped: bool = False) -> Screen:
    """Every kind as a switch, and none of them; or, with no consent, its text and the way to give it.

    `stopped`: a press just ended them, and one press takes that back.
    """
    way_back = [back(tr, OpenPage(page=Page.PRIVACY).pack()), home(tr)]
    if wanted.agreed:
        rows = [
            [button(_switch(kind, wanted, tr), WantKind(kind=kind, on=not wanted.wants(kind)).pack())]
            for kind in BroadcastKind
        ]
        stop = [button(tr.plain("kinds-stop"), StopKinds().pack())]
        return Screen(tr("kinds-some" if wanted.muted else "kinds-all"), keyboard([*rows, stop, way_back]))
    if not wanted.may_agree:
        form = [button(tr.plain("kinds-form"), OpenForm().pack())]
        return Screen(tr("kinds-none-form"), keyboard([form, way_back]))
    version = VERSIONS[Purpose.PROMOTIONS]
    text = tr("consent-text-promotions", operator=company.operator, brand=company.brand, version=version)
    agree = [button(tr.plain("kinds-again" if stopped else "consent-agree"), AgreeAgain(version=version).pack())]
    title = tr("kinds-stopped" if stopped else "kinds-none")
    return Screen(f"{title}\n\n{text}", keyboard([agree, way_back]))


def _switch(kind: BroadcastKind, wanted: Wanted, tr: Translator) -> str:
    key = "kinds-on" if wanted.wants(kind) else "kinds-off"
    return tr.plain(key, kind=tr.plain(f"broadcast-kind-{kind}"))
