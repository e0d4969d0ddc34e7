"""What is done with an announcement from the message that shows how far it is; taking it back; its report."""

from __future__ import annotations

from datetime import tzinfo

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.broadcasts.models import BroadcastId
from domain.broadcasts.progress import Progress
from domain.broadcasts.recall import RecallBroadcast
from domain.broadcasts.report import ShowReport
from domain.broadcasts.use_cases import ManageBroadcasts
from domain.people.models import Person
from handlers.broadcasts.callbacks import AskReportSheet, OpenRecall, OpenReport, Recall, SteerHere
from handlers.broadcasts.progress_views import progress_screen
from handlers.broadcasts.recall_views import recall_screen
from handlers.broadcasts.report_views import report_screen
from handlers.ui.screen import Answer
from locales.translator import Translator


async def steer_here(
    event: CallbackQuery,
    callback_data: SteerHere,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    manage_broadcasts: ManageBroadcasts,
) -> Answer:
    sheet = await manage_broadcasts.become(person, BroadcastId(callback_data.broadcast), callback_data.to)
    return Answer(progress_screen(Progress(sheet.broadcast, person.id, sheet.tally), tr, zone))


async def open_recall(
    event: CallbackQuery, callback_data: OpenRecall, person: Person, tr: Translator, recall_broadcast: RecallBroadcast
) -> Answer:
    sheet = await recall_broadcast.open(person, BroadcastId(callback_data.broadcast))
    return Answer(recall_screen(sheet, tr))


async def recall(
    event: CallbackQuery, callback_data: Recall, person: Person, tr: Translator, recall_broadcast: RecallBroadcast
) -> Answer:
    sheet = await recall_broadcast(person, BroadcastId(callback_data.broadcast))
    return Answer(recall_screen(sheet, tr))


async def open_report(
    event: CallbackQuery,
    callback_data: OpenReport,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    show_report: ShowReport,
) -> Answer:
    report = await show_report(person, BroadcastId(callback_data.broadcast))
    return Answer(report_screen(report, tr, zone))


async def ask_report_sheet(
    event: CallbackQuery, callback_data: AskReportSheet, person: Person, tr: Translator, show_report: ShowReport
) -> Answer:
    await show_report.ask_sheet(person, BroadcastId(callback_data.broadcast))
    return Answer(toast=tr.plain("broadcast-report-sheet-soon"))


def router() -> Router:
    """The handlers of what is on its way or taken back."""
    progress = Router(name="broadcast-progress")
    progress.callback_query.register(steer_here, SteerHere.filter())
    progress.callback_query.register(open_recall, OpenRecall.filter())
    progress.callback_query.register(recall, Recall.filter())
    progress.callback_query.register(open_report, OpenReport.filter())
    progress.callback_query.register(ask_report_sheet, AskReportSheet.filter())
    return progress
