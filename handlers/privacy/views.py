"""How one's own consents look."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import tzinfo

from domain.consents.models import Consent, Purpose
from handlers.home.callbacks import OpenPage, Page
from handlers.privacy.callbacks import AskWithdraw, Withdraw
from handlers.ui.links import OpenConsents
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.ways import back, home
from locales.translator import Translator


def consents_screen(given: Mapping[Purpose, Consent], tr: Translator, zone: tzinfo) -> Screen:
    """The consents in force, each with its version, its moment, and a button that withdraws it."""
    mine = [given[purpose] for purpose in Purpose if purpose in given]
    lines = [
        tr(f"privacy-consent-{each.purpose}", version=each.version, at=tr.moment(each.given_at, zone)) for each in mine
    ]
    text = "\n\n".join([tr("privacy-consents"), *lines]) if lines else tr("privacy-consents-none")
    rows = [
        [button(tr.plain(f"privacy-withdraw-{each.purpose}"), AskWithdraw(purpose=each.purpose).pack())]
        for each in mine
    ]
    return Screen(text, keyboard([*rows, [back(tr, OpenPage(page=Page.PRIVACY).pack()), home(tr)]]))


def ask_withdraw_screen(purpose: Purpose, tr: Translator) -> Screen:
    """What follows, and the question."""
    yes = button(tr.plain("privacy-withdraw"), Withdraw(purpose=purpose).pack())
    rows = [[yes], [back(tr, OpenConsents().pack()), home(tr)]]
    return Screen(tr(f"privacy-withdraw-ask-{purpose}"), keyboard(rows))
