"""How the officer's queue looks. Requests have numbers here, no names: those are opened with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo

from aiogram.types import InlineKeyboardButton

from domain.audit.personal import SHOWN
from domain.joining.models import SKIPPABLE, Form
from domain.personal.corrections import NONE
from domain.personal.models import GROUNDS, LONGER, TO_DESTROY, WORDS, DataRequest, Kind, State, Texts
from handlers.joining.views import answer_of
from handlers.privacy.callbacks import AskAnswer, AskDestroy, AskExtension, Destroy, ReadWords, Refuse, ShowRequest
from handlers.privacy.wrong_views import name_of
from handlers.ui.links import OpenAdmin, OpenRequests
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.ways import back, home
from locales.translator import Html, Translator

MOST = 20
"""As many as a screen holds; the soonest due come first, so the rest can wait."""
QUEUE = OpenRequests().pack()
MINUTES = int(SHOWN.total_seconds()) // 60


def queue_screen(queue: Sequence[DataRequest], now: datetime, tr: Translator, zone: tzinfo) -> Screen:
    """The open requests, the soonest due first, overdue ones marked."""
    rows = []
    for each in queue[:MOST]:
        key = "requests-row-late" if each.is_overdue(now) else "requests-row"
        kind = tr.plain(f"requests-kind-{each.kind}")
        # Without the year the row stays on one line of a phone.
        due = tr.day_and_month(each.due_at.astimezone(zone).date())
        words = tr.plain(key, number=str(each.id), kind=kind, due=due)
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
    if request.kind is Kind.CORRECTION:
        lines.append(tr("requests-about", name=name_of(request.about, tr)))
    if request.is_overdue(now):
        lines.append(tr("requests-late"))
    if open_orders and request.kind in TO_DESTROY:
        lines.append(tr("requests-open-orders", count=open_orders))
    if request.state is State.OPEN:
        rows = [*_ways(request, tr), *_refusals(request, tr)]
    else:
        rows = []
        lines.append(tr(f"requests-state-{request.state}"))
    return Screen("\n\n".join(lines), keyboard([*rows, [back(tr, QUEUE), home(tr)]]))


def _ways(request: DataRequest, tr: Translator) -> list[list[InlineKeyboardButton]]:
    """What fulfils it."""
    read = button(tr.plain("requests-read"), ReadWords(request=request.id).pack())
    match request.kind:
        case Kind.CORRECTION:
            return [[read], [button(tr.plain("requests-correct"), AskAnswer(request=request.id).pack())]]
        case Kind.QUESTION:
            longer = button(tr.plain("requests-extend", days=LONGER), AskExtension(request=request.id).pack())
            answer = button(tr.plain("requests-answer"), AskAnswer(request=request.id).pack())
            return [[read], [answer], *([] if request.extended else [[longer]])]
        case Kind.ERASURE | Kind.WITHDRAWAL:
            return [[button(tr.plain("requests-destroy"), AskDestroy(request=request.id).pack())]]
    return []


def _refusals(request: DataRequest, tr: Translator) -> list[list[InlineKeyboardButton]]:
    """On what it can be refused."""
    return [
        [button(tr.plain(f"requests-refuse-{each}"), Refuse(request=request.id, ground=each).pack())]
        for each in GROUNDS[request.kind]
    ]


def ask_answer_screen(request: DataRequest, tr: Translator) -> Screen:
    """Asks for the right value, or for the answer in words."""
    if request.kind is Kind.CORRECTION and request.about is not None:
        text = tr("requests-value-ask", name=name_of(request.about, tr))
        if request.about in SKIPPABLE:
            text = Html(f"{text}\n\n{tr('requests-value-none', sign=NONE)}")
    else:
        text = tr("requests-answer-ask", least=WORDS[0], most=WORDS[1])
    return Screen(text, keyboard([[back(tr, ShowRequest(request=request.id).pack()), home(tr)]]))


def answered_screen(tr: Translator) -> Screen:
    """Corrected or answered; the person is told."""
    return Screen(tr("requests-answered"), keyboard([[back(tr, QUEUE), home(tr)]]))


def ask_extension_screen(request: DataRequest, tr: Translator) -> Screen:
    """Asks why it takes longer."""
    text = tr("requests-extend-ask", days=LONGER, least=WORDS[0], most=WORDS[1])
    return Screen(text, keyboard([[back(tr, ShowRequest(request=request.id).pack()), home(tr)]]))


def extended_screen(request: DataRequest, tr: Translator, zone: tzinfo) -> Screen:
    """The new term; the person is told it, with the reason."""
    text = tr("requests-extended", due=tr.moment(request.due_at, zone))
    return Screen(text, keyboard([[back(tr, QUEUE), home(tr)]]))


def words_screen(request: DataRequest, texts: Texts, form: Form, tr: Translator) -> Screen:
    """The message that deletes itself; it has no buttons that could keep it alive."""
    parts = [tr("requests-words", number=str(request.id), minutes=MINUTES)]
    if request.about is not None:
        now = answer_of(request.about, form, tr) or tr.plain("staff-none")
        parts.append(tr("requests-words-held", name=name_of(request.about, tr), answer=now))
    parts.append(tr("requests-words-said", words=texts.words or tr.plain("staff-none")))
    return Screen("\n\n".join(parts), keep=True, private=True)


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
