"""How announcements look to those who make them, and to those who get them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import tzinfo

from aiogram.types import InlineKeyboardButton

from domain.broadcasts.links import CategoryLink, Link, ProductLink, PromotionLink, WebLink
from domain.broadcasts.models import MAY_BECOME, Announcement, Broadcast, BroadcastId, BroadcastSheet, BroadcastState
from domain.people.models import Person
from domain.shared.localised import Localised
from domain.shared.paging import Page
from handlers.broadcasts.callbacks import (
    Approve,
    Fewer,
    FollowLink,
    NewBroadcast,
    NewOwnBroadcast,
    OpenBroadcast,
    SeePromotion,
    ShowAsSent,
    Steer,
    StopAll,
)
from handlers.broadcasts.progress_views import figures
from handlers.broadcasts.recall_views import recall_button
from handlers.broadcasts.report_views import report_button
from handlers.broadcasts.said import rest_words, times_words, whom_words
from handlers.catalog.callbacks import OpenCategory, OpenProduct
from handlers.ui.links import OpenAdmin, OpenBroadcasts, OpenClients, OpenOwnBroadcasts
from handlers.ui.pager import pager
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.texts import cut
from handlers.ui.ways import answer_below, back, home, home_below
from locales.translator import Html, Translator

_BUTTONS = (BroadcastState.PAUSED, BroadcastState.RUNNING, BroadcastState.CANCELLED)
PREVIEW = BroadcastId(0)
"""Nobody gets it: what is shown to its author before it is published."""


def broadcasts_screen(page: Page[Broadcast], tr: Translator, zone: tzinfo, *, own: bool = False) -> Screen:
    """A page of announcements, the newest first; with `own` those of a consultant to their customers."""
    rows = [[button(_brief(item, tr, zone), OpenBroadcast(broadcast=item.id).pack())] for item in page.items]
    new = [button(tr.plain("broadcasts-new"), (NewOwnBroadcast() if own else NewBroadcast()).pack())]
    kind = OpenOwnBroadcasts if own else OpenBroadcasts
    turn = pager(page, tr, lambda number: kind(page=number).pack())
    if page.items:
        text = tr("broadcasts-own-title" if own else "broadcasts-title")
    else:
        text = tr("broadcasts-own-none" if own else "broadcasts-none")
    way_back = [back(tr, (OpenClients() if own else OpenAdmin()).pack()), home(tr)]
    return Screen(text, keyboard([*rows, turn, new, way_back]))


def _brief(item: Broadcast, tr: Translator, zone: tzinfo) -> str:
    return tr.plain(
        "broadcasts-line",
        id=str(item.id),
        day=tr.date(item.starts_at.astimezone(zone).date()),
        state=tr.plain(f"broadcast-state-{_state(item)}"),
    )


def _state(item: Broadcast) -> str:
    repeated = item.what.times.repeat is not None and item.state is BroadcastState.PLANNED
    return "repeated" if repeated else item.state.value


def broadcast_screen(
    sheet: BroadcastSheet, called: Mapping[str, Localised], person: Person, tr: Translator, zone: tzinfo
) -> Screen:
    """One announcement: what it is, its figures, and what can be done about it."""
    broadcast, tally, what = sheet.broadcast, sheet.tally, sheet.broadcast.what
    began = broadcast.state not in (BroadcastState.AWAITING, BroadcastState.PLANNED)
    lines = [
        tr("broadcast-title", id=str(broadcast.id), state=tr(f"broadcast-state-{_state(broadcast)}")),
        tr("broadcast-kind-line", kind=tr(f"broadcast-kind-{what.kind}")),
        tr("broadcast-whom-line", whom=whom_words(what, called, tr, person.own_consultant_id)),
        tr("broadcast-when-line", when=times_words(what.times, broadcast.starts_at, tr, zone)),
        "",
        figures(tally, tr) if began else tr("broadcast-people", count=tally.left),
    ]
    if (rests := rest_words(broadcast, tally, tr, zone)) is not None:
        lines += ["", rests]
    awaits = broadcast.state is BroadcastState.AWAITING
    if awaits:
        waits = "broadcast-awaits-reader" if what.consultant is not None else "broadcast-awaits-other"
        lines += ["", tr(waits if person.id == broadcast.author else "broadcast-awaits-you")]
    yes = awaits and person.is_admin and person.id != broadcast.author
    approve = [button(tr.plain("broadcast-approve"), Approve(broadcast=broadcast.id).pack())] if yes else []
    steer = [
        [
            button(
                tr.plain("broadcast-refuse" if yes else f"broadcast-to-{state}"),
                Steer(broadcast=broadcast.id, to=state).pack(),
            )
        ]
        for state in _BUTTONS
        if state in MAY_BECOME[broadcast.state]
    ]
    look = [
        button(tr.plain("broadcast-as-sent"), ShowAsSent(broadcast=broadcast.id).pack()),
        button(tr.plain("broadcast-refresh"), OpenBroadcast(broadcast=broadcast.id).pack()),
    ]
    after = [button(*report_button(broadcast, tr)), button(*recall_button(broadcast, tr))] if began else []
    way_back = [back(tr, _list_of(broadcast, person)), home(tr)]
    return Screen("\n".join(lines), keyboard([approve, *steer, after, look, way_back]))


def started_screen(broadcast: Broadcast, person: Person, tr: Translator) -> Screen:
    """It has begun. How far it is, a message of its own shows, which is there in a moment."""
    opens = [button(tr.plain("broadcast-open"), OpenBroadcast(broadcast=broadcast.id).pack())]
    way_back = [back(tr, _list_of(broadcast, person)), home(tr)]
    return Screen(tr("broadcast-started", id=str(broadcast.id)), keyboard([opens, way_back]))


def _list_of(broadcast: Broadcast, person: Person) -> str:
    own = broadcast.what.consultant
    return (OpenOwnBroadcasts() if own is not None and own == person.own_consultant_id else OpenBroadcasts()).pack()


def message_screen(what: Announcement, id: BroadcastId, tr: Translator, author: Localised | None = None) -> Screen:
    """What a person gets: its pictures above the text, its buttons, and one press to get fewer or none.

    A consultant's own begins with their name, and is answered with a press.
    """
    text, answer = what.text[tr.language], []
    if author is not None:
        text = tr("broadcast-from", name=author[tr.language], words=Html(text))
        answer = [answer_below(author[tr.language], tr)] if id != PREVIEW else []
    links = [[link_button(link, id, number, tr)] for number, link in enumerate(what.links)]
    ends = [
        button(tr.plain("broadcast-fewer"), Fewer(broadcast=id, kind=what.kind).pack()),
        button(tr.plain("broadcast-stop"), StopAll(broadcast=id).pack()),
    ]
    markup = keyboard([answer, *links, ends, [home_below(tr)]])
    if len(what.pictures) == 1:
        return Screen(text, markup, keep=True, photo=what.pictures[0])
    return Screen(text, markup, keep=True, photos=what.pictures, album=id if what.pictures else 0)


def link_button(link: Link, id: BroadcastId, number: int, tr: Translator) -> InlineKeyboardButton:
    """A button under an announcement; in a preview, where there is nothing to follow yet, it opens the thing itself."""
    words = cut(link.words[tr.language], 40)
    match link:
        case WebLink(address):
            return InlineKeyboardButton(text=words, url=address)
        case _ if id != PREVIEW:
            return button(words, FollowLink(broadcast=id, number=number).pack())
        case ProductLink(product):
            return button(words, OpenProduct(product=product).pack())
        case CategoryLink(category):
            return button(words, OpenCategory(category=category).pack())
        case PromotionLink(promotion):
            return button(words, SeePromotion(promotion=promotion).pack())
