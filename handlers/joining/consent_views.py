"""Consents: what a person agrees to, to be read in the chat or as a file."""

from __future__ import annotations

from domain.consents.models import VERSIONS, Purpose
from handlers.joining.callbacks import Consent, ConsentFile
from handlers.ui.company import Company
from handlers.ui.links import OpenCatalog, OpenForm
from handlers.ui.screen import File, Screen, button, keyboard
from handlers.ui.texts import plain_text
from handlers.ui.ways import home
from locales.translator import Html, Translator

NEEDED = Purpose.CABINET


def consent_screen(purpose: Purpose, company: Company, tr: Translator) -> Screen:
    """One consent, whole, with yes and no."""
    version = VERSIONS[purpose]
    agree = Consent(purpose=purpose, version=version, agreed=True).pack()
    refuse = Consent(purpose=purpose, version=version, agreed=False).pack()
    rows = [
        [button(tr.plain("consent-agree"), agree)],
        [button(tr.plain("consent-refuse" if purpose is NEEDED else "consent-later"), refuse)],
        [button(tr.plain("consent-file"), ConsentFile(purpose=purpose).pack()), home(tr)],
    ]
    return Screen(f"{tr(f'consent-lead-{purpose}')}\n\n{_text(purpose, company, tr)}", keyboard(rows))


def consent_file(purpose: Purpose, company: Company, tr: Translator) -> Screen:
    """The same text as a file."""
    file = File(f"consent-{purpose}-{VERSIONS[purpose]}.txt", f"{plain_text(_text(purpose, company, tr))}\n")
    return Screen(tr("consent-file-caption"), keep=True, file=file)


def refused_screen(tr: Translator) -> Screen:
    """Without that consent there is no form; looking around needs none."""
    ways = [[button(tr.plain("menu-catalog"), OpenCatalog().pack())]]
    return Screen(
        tr("consent-refused"), keyboard([*ways, [button(tr.plain("consent-again"), OpenForm().pack())], [home(tr)]])
    )


def _text(purpose: Purpose, company: Company, tr: Translator) -> Html:
    return tr(f"consent-text-{purpose}", operator=company.operator, brand=company.brand, version=VERSIONS[purpose])
