"""The message that shows the author of an announcement how far it is."""

from __future__ import annotations

from datetime import timedelta, tzinfo

from domain.broadcasts.models import MAY_BECOME, BroadcastState, Tally
from domain.broadcasts.progress import Progress
from domain.broadcasts.recall import RecallTally
from handlers.broadcasts.callbacks import OpenBroadcastBelow, SteerHere
from handlers.broadcasts.report_views import report_button
from handlers.broadcasts.said import rest_words
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.ways import home_below
from locales.translator import Translator

_BUTTONS = (BroadcastState.PAUSED, BroadcastState.RUNNING, BroadcastState.CANCELLED)
_CELLS = 12


def progress_screen(
    progress: Progress,
    tr: Translator,
    zone: tzinfo,
    rate: float | None = None,
    to_go: timedelta | None = None,
) -> Screen:
    """How far it is, or until when it waits; its summary once it is over. It stays in the chat, so its buttons change
    this very message."""
    broadcast, tally = progress.broadcast, progress.tally
    lines = [tr("broadcast-title", id=str(broadcast.id), state=tr(f"broadcast-state-{broadcast.state}")), ""]
    if broadcast.state in (BroadcastState.RUNNING, BroadcastState.PAUSED):
        lines += [tr("broadcast-bar", bar=_bar(tally), percent=_percent(tally)), ""]
    lines.append(figures(tally, tr))
    if (rests := rest_words(broadcast, tally, tr, zone)) is not None:
        lines += ["", rests]
    elif broadcast.state is BroadcastState.RUNNING and rate is not None and to_go is not None:
        lines += ["", tr("broadcast-pace", rate=round(rate, 1) if rate < 10 else round(rate)), _to_go(to_go, tr)]
    if progress.recall is not None:
        lines += ["", recall_words(progress.recall, tr)]
    steer = [
        button(tr.plain(f"broadcast-to-{state}"), SteerHere(broadcast=broadcast.id, to=state).pack())
        for state in _BUTTONS
        if state in MAY_BECOME[broadcast.state]
    ]
    opens = [button(tr.plain("broadcast-open"), OpenBroadcastBelow(broadcast=broadcast.id).pack())]
    report = [button(*report_button(broadcast, tr))] if progress.over else []
    return Screen("\n".join(lines), keyboard([steer, report, opens, [home_below(tr)]]), keep=True)


def figures(tally: Tally, tr: Translator) -> str:
    """What became of it so far."""
    return tr(
        "broadcast-figures",
        sent=tally.sent,
        left=tally.left,
        blocked=tally.blocked,
        failed=tally.failed,
        skipped=tally.skipped,
    )


def recall_words(recall: RecallTally, tr: Translator) -> str:
    """How far an announcement was taken back."""
    key = "broadcast-recalled" if recall.over else "broadcast-recalling"
    return tr(key, deleted=recall.deleted, gone=recall.gone, failed=recall.failed, left=recall.left)


def _percent(tally: Tally) -> int:
    done = tally.sent + tally.blocked + tally.failed + tally.skipped
    return 100 if not tally.left else min(99, 100 * done // (done + tally.left))


def _bar(tally: Tally) -> str:
    full = _percent(tally) * _CELLS // 100
    return "▓" * full + "░" * (_CELLS - full)


def _to_go(left: timedelta, tr: Translator) -> str:
    minutes = round(left.total_seconds() / 60)
    if minutes < 1:
        return tr("broadcast-to-go-soon")
    if minutes < 60:
        return tr("broadcast-to-go-minutes", minutes=minutes)
    return tr("broadcast-to-go-hours", hours=minutes // 60, minutes=minutes % 60)
