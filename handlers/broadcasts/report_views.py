"""What became of an announcement, as a picture and a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import tzinfo
from typing import Protocol

from domain.broadcasts.models import Broadcast, BroadcastId, BroadcastState
from domain.broadcasts.report import COUNTED, Report, ShowReport
from domain.people.models import Person
from handlers.broadcasts.callbacks import AskReportSheet, OpenBroadcast, OpenReport
from handlers.ui.screen import File, Screen, button, keyboard
from handlers.ui.ways import back, home
from locales.translator import Translator


def report_screen(report: Report, tr: Translator, zone: tzinfo) -> Screen:
    """The figures under their chart."""
    broadcast, tally, deeds = report.broadcast, report.tally, report.deeds
    lines: list[str] = [
        tr(
            "broadcast-report-text",
            id=str(broadcast.id),
            day=tr.date(broadcast.created_at.astimezone(zone).date()),
            sent=tally.sent,
            blocked=tally.blocked,
            failed=tally.failed,
            skipped=tally.skipped,
            pressed=deeds.pressed,
            ordered=deeds.ordered,
            stopped=deeds.stopped,
        )
    ]
    if tally.left:
        lines.append(tr("broadcast-report-left", left=tally.left))
    lines.append("")
    if report.settled_at is not None:
        lines.append(tr("broadcast-report-frozen", day=tr.date(report.settled_at.astimezone(zone).date())))
    elif broadcast.state is BroadcastState.DONE:
        until = (broadcast.created_at + COUNTED).astimezone(zone).date()
        lines.append(tr("broadcast-report-counting", day=tr.date(until)))
    lines.append(tr("broadcast-report-links"))
    ways = [
        button(tr.plain("broadcast-report-sheet"), AskReportSheet(broadcast=broadcast.id).pack()),
        button(tr.plain("broadcast-refresh"), OpenReport(broadcast=broadcast.id).pack()),
    ]
    way_back = [back(tr, OpenBroadcast(broadcast=broadcast.id).pack()), home(tr)]
    return Screen("\n".join(lines), keyboard([ways, way_back]), picture=_chart(report, tr))


def report_button(broadcast: Broadcast, tr: Translator) -> tuple[str, str]:
    """Words and data of the button that leads here."""
    return tr.plain("broadcast-report"), OpenReport(broadcast=broadcast.id).pack()


def _chart(report: Report, tr: Translator) -> str:
    tally, deeds = report.tally, report.deeds
    figures = (tally.sent, tally.blocked, tally.failed, tally.skipped, tally.left)
    numbers = (report.broadcast.id, *figures, deeds.pressed, deeds.ordered, deeds.stopped)
    return f"report/{tr.language}/{'-'.join(str(each) for each in numbers)}"


class TableMaker(Protocol):
    async def table(
        self, name: str, head: Sequence[str], rows: Sequence[Sequence[str | int | float]], widths: Sequence[int] = ()
    ) -> bytes: ...


@dataclass(frozen=True, slots=True)
class ReportSheet:
    """The report as a table, made when it is sent."""

    show_report: ShowReport
    sheets: TableMaker

    async def __call__(self, id: BroadcastId, person: Person, tr: Translator) -> Screen:
        """Raises Forbidden, NotFound: who may see it is looked at once more."""
        report = await self.show_report(person, id)
        tally, deeds = report.tally, report.deeds
        everybody = tally.sent + tally.blocked + tally.failed + tally.skipped + tally.left
        parts = (
            ("everybody", everybody, everybody),
            ("delivered", tally.sent, everybody),
            ("blocked", tally.blocked, everybody),
            ("failed", tally.failed, everybody),
            ("skipped", tally.skipped, everybody),
            ("left", tally.left, everybody),
            ("pressed", deeds.pressed, tally.sent),
            ("ordered", deeds.ordered, tally.sent),
            ("stopped", deeds.stopped, tally.sent),
        )
        rows = [
            (tr.plain(f"report-{word}"), count, round(100 * count / of, 2) if of else 0.0) for word, count, of in parts
        ]
        head = [tr.plain(f"report-head-{each}") for each in ("what", "count", "share")]
        title = tr.plain("report-title", id=str(id))
        content = await self.sheets.table(title, head, rows, (34, 14, 14))
        name = tr.plain("broadcast-report-file", id=str(id))
        return Screen(tr("report-title", id=str(id)), file=File(f"{name}.xlsx", content), keep=True)
