"""How those who want to serve customers look to admins."""

from __future__ import annotations

from datetime import tzinfo

from domain.access.consulting import Applicant
from domain.access.numbers import grouped
from domain.joining.models import Approval
from domain.shared.paging import Page
from handlers.access.callbacks import AnswerApplicant, ShowApplicant
from handlers.ui.links import OpenAdmin, OpenApplicants
from handlers.ui.pager import pager
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.ways import back, home
from locales.translator import Translator


def list_screen(page: Page[Applicant], tr: Translator) -> Screen:
    """A page of those who wait for an answer."""
    rows = [[button(each.name, ShowApplicant(customer=each.customer_id).pack())] for each in page.items]
    turn = pager(page, tr, lambda number: OpenApplicants(page=number).pack())
    text = tr("applicant-list", count=page.total)
    return Screen(text, keyboard([*rows, turn, [back(tr, OpenAdmin().pack()), home(tr)]]), private=True)


def applicant_screen(applicant: Applicant, tr: Translator, zone: tzinfo) -> Screen:
    """One who asked, with the answer or the buttons for it."""
    lines = [
        tr("applicant", name=applicant.name, city=applicant.city or "—", number=grouped(applicant.number)),
        tr("applicant-asked", at=tr.moment(applicant.asked_at, zone)),
    ]
    rows = []
    if applicant.approval is Approval.WAITING:
        yes = AnswerApplicant(customer=applicant.customer_id, approve=True).pack()
        no = AnswerApplicant(customer=applicant.customer_id, approve=False).pack()
        rows.append([button(tr.plain("applicant-approve"), yes), button(tr.plain("applicant-decline"), no)])
    elif applicant.decided_at is not None:
        lines.append(tr(f"applicant-{applicant.approval}", at=tr.moment(applicant.decided_at, zone)))
    return Screen("\n".join(lines), keyboard([*rows, [back(tr, OpenApplicants().pack()), home(tr)]]), private=True)
