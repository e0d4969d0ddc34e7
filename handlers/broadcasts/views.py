"""How announcements look to those who make them, and to those who get them."""

from __future__ import annotations

from datetime import tzinfo

from domain.broadcasts.models import MAY_BECOME, Broadcast, BroadcastSheet, BroadcastState
from domain.shared.ids import PressKey
from domain.shared.paging import Page
from handlers.broadcasts.callbacks import NewBroadcast, OpenBroadcast, Publish, SameText, Steer, StopPromotions
from handlers.broadcasts.progress_views import figures
from handlers.broadcasts.recall_views import recall_button
from handlers.broadcasts.report_views import report_button
from handlers.ui.links import OpenAdmin, OpenBroadcasts
from handlers.ui.pager import pager
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.ways import back, home, home_below
from locales.translator import Translator

_BUTTONS = (BroadcastState.PAUSED, BroadcastState.RUNNING, BroadcastState.CANCELLED)


def broadcasts_screen(page: Page[Broadcast], tr: Translator, zone: tzinfo) -> Screen:
    """A page of announcements, the newest first."""
    rows = [[button(_brief(item, tr, zone), OpenBroadcast(broadcast=item.id).pack())] for item in page.items]
    new = [button(tr.plain("broadcasts-new"), NewBroadcast().pack())]
    turn = pager(page, tr, lambda number: OpenBroadcasts(page=number).pack())
    text = tr("broadcasts-title") if page.items else tr("broadcasts-none")
    return Screen(text, keyboard([*rows, turn, new, [back(tr, OpenAdmin().pack()), home(tr)]]))


def _brief(item: Broadcast, tr: Translator, zone: tzinfo) -> str:
    return tr.plain(
        "broadcasts-line",
        id=str(item.id),
        day=tr.date(item.created_at.astimezone(zone).date()),
        state=tr.plain(f"broadcast-state-{item.state}"),
    )


def ask_russian_screen(tr: Translator) -> Screen:
    """Asks for the text."""
    return Screen(tr("broadcast-ask-russian"), keyboard([[back(tr, OpenBroadcasts().pack()), home(tr)]]))


def ask_english_screen(tr: Translator) -> Screen:
    """Asks for the text of those who read English."""
    same = [button(tr.plain("broadcast-same"), SameText().pack())]
    return Screen(tr("broadcast-ask-english"), keyboard([same, [back(tr, NewBroadcast().pack()), home(tr)]]))


def confirm_screen(count: int, key: PressKey, tr: Translator) -> Screen:
    """To how many people it would go, and the button that sends it."""
    publish = [button(tr.plain("broadcast-publish"), Publish(key=key).pack())]
    again = [button(tr.plain("broadcast-rewrite"), NewBroadcast().pack())]
    way_back = [back(tr, OpenBroadcasts().pack()), home(tr)]
    return Screen(tr("broadcast-confirm", count=count), keyboard([publish if count else [], again, way_back]))


def broadcast_screen(sheet: BroadcastSheet, tr: Translator) -> Screen:
    """One announcement: its figures and what can be done about it."""
    broadcast, tally = sheet.broadcast, sheet.tally
    lines = [
        tr("broadcast-title", id=str(broadcast.id), state=tr(f"broadcast-state-{broadcast.state}")),
        "",
        figures(tally, tr),
    ]
    steer = [
        [button(tr.plain(f"broadcast-to-{state}"), Steer(broadcast=broadcast.id, to=state).pack())]
        for state in _BUTTONS
        if state in MAY_BECOME[broadcast.state]
    ]
    fresh = [button(tr.plain("broadcast-refresh"), OpenBroadcast(broadcast=broadcast.id).pack())]
    recall = [button(*report_button(broadcast, tr)), button(*recall_button(broadcast, tr))]
    return Screen("\n".join(lines), keyboard([*steer, recall, fresh, [back(tr, OpenBroadcasts().pack()), home(tr)]]))


def message_screen(text: str, tr: Translator) -> Screen:
    """What a person gets; `text` is Telegram's HTML already."""
    stop = [button(tr.plain("broadcast-stop"), StopPromotions().pack())]
    return Screen(text, keyboard([stop, [home_below(tr)]]), keep=True)
