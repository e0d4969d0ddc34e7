"""How the officer's queue looks. Requests have numbers here, no names: those are opened with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo

from domain.personal.models import TO_DESTROY, DataRequest, Ground, State
from handlers.privacy.callbacks import AskDestroy, Destroy, Refuse, ShowRequest
from handlers.ui.links import OpenAdmin, OpenRequests
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.ways import back, home
from locales.translator import Translator

MOST = 20
"""As many as a screen holds; the soonest due come first, so the rest can wait."""
QUEUE = OpenRequests().pack()


def queue_screen(queue: Sequence[DataRequest], now: datetime, tr: Translator, zone: tzinfo) -> Screen:
    """The open requests, the soonest due first, overdue ones marked."""
    rows = []
    for each in queue[:MOST]:
        key = "requests-row-late" if each.is_overdue(now) else "requests-row"
        kind = tr.plain(f"requests-kind-{each.kind}")
        words = tr.plain(key, number=str(each.id), kind=kind, due=tr.date(each.due_at.astimezone(zone).date()))
        rows.append([button(words, ShowRequest(request=each.id).pack())])
    text = tr("requests-queue", count=len(queue)) if queue else tr("requests-none")
    return Screen(text, keyboard([*rows, [back(tr, OpenAdmin().pack()), home(tr)]]))


def request_screen(request: DataRequest, open_orders: int, now: datetime, tr: Translator, zone: tzinfo) -> Screen:
    """One request: its term, and what can be decided."""
    lines = [
        tr(
            "requests-one",
            number=str(request.id),
            kind=tr.plain(f"requests-kind-{request.kind}"),
            cabinet=str(request.customer_id),
            asked=tr.moment(request.asked_at, zone),
            due=tr.moment(request.due_at, zone),
        )
    ]
    if request.is_overdue(now):
        lines.append(tr("requests-late"))
    if open_orders:
        lines.append(tr("requests-open-orders", count=open_orders))
    rows = []
    if request.state is State.OPEN and request.kind in TO_DESTROY:
        rows = [
            [button(tr.plain("requests-destroy"), AskDestroy(request=request.id).pack())],
            *(
                [button(tr.plain(f"requests-refuse-{each}"), Refuse(request=request.id, ground=each).pack())]
                for each in Ground
            ),
        ]
    else:
        lines.append(tr(f"requests-state-{request.state}"))
    return Screen("\n\n".join(lines), keyboard([*rows, [back(tr, QUEUE), home(tr)]]))


def sure_screen(request: DataRequest, tr: Translator) -> Screen:
    """Asks once more: it cannot be undone."""
    yes = button(tr.plain("requests-destroy-sure"), Destroy(request=request.id).pack())
    leave = back(tr, ShowRequest(request=request.id).pack())
    return Screen(tr("requests-destroy-ask", number=str(request.id)), keyboard([[yes], [leave, home(tr)]]))


def done_screen(tr: Translator) -> Screen:
    """Destroyed; the act comes as a file."""
    return Screen(tr("requests-destroyed"), keyboard([[back(tr, QUEUE), home(tr)]]))


def refused_screen(tr: Translator) -> Screen:
    """Refused; the person is told on which ground."""
    return Screen(tr("requests-refused"), keyboard([[back(tr, QUEUE), home(tr)]]))
