"""The address, part by part."""

from __future__ import annotations

from domain.joining.address import OPTIONAL, Address, AddressPart
from domain.joining.models import Form, Step
from handlers.joining.callbacks import AskPart, AskStep, CheckAddress, NoPart
from handlers.ui.links import OpenForm
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.ways import back, home
from locales.translator import Translator


def address_screen(form: Form, tr: Translator) -> Screen:
    """What was understood of the line, with a button to correct each part; on only when nothing is missing."""
    address = form.address or Address()
    lines = [tr(f"joining-part-{part}", answer=address.part(part) or tr(_gap(part))) for part in AddressPart]
    parts = [button(tr.plain(f"joining-correct-{part}"), AskPart(part=part).pack()) for part in AddressPart]
    on = [button(tr.plain("joining-address-right"), OpenForm().pack())] if address.is_whole else []
    rows = [on, parts[:2], parts[2:4], parts[4:], [back(tr, AskStep(step=Step.ADDRESS).pack()), home(tr)]]
    title = tr("joining-address-check") if address.is_whole else tr("joining-address-gaps")
    return Screen("\n".join([title, "", *lines]), keyboard(rows), private=True)


def _gap(part: AddressPart) -> str:
    return "joining-part-none" if part in OPTIONAL else "joining-part-missing"


def part_screen(part: AddressPart, form: Form, tr: Translator) -> Screen:
    """Asks for one part."""
    now = (form.address or Address()).part(part)
    text = [tr(f"joining-ask-{part}"), tr("joining-now", answer=now) if now else ""]
    without = [button(tr.plain("joining-no-part"), NoPart(part=part).pack())] if part in OPTIONAL else []
    rows = [without, [back(tr, CheckAddress().pack()), home(tr)]]
    return Screen("\n\n".join(filter(None, text)), keyboard(rows), private=bool(now))
