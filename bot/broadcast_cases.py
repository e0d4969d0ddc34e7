"""The use cases of announcements, by the names handlers ask for them, and the job that feeds them to delivery."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from domain.broadcasts.progress import FollowBroadcasts
from domain.broadcasts.recall import FeedRecalls, RecallBroadcast
from domain.broadcasts.report import NotePress, SettleReports, ShowReport
from domain.broadcasts.use_cases import FeedBroadcasts, ManageBroadcasts, TextForPerson
from domain.shared.clock import Clock
from storage.database import Database


def broadcast_cases(database: Database, clock: Clock) -> dict[str, Any]:
    """Those of who manages announcements."""
    return {
        "manage_broadcasts": ManageBroadcasts(database.read, database.write, clock),
        "show_report": ShowReport(database.read, database.write, clock),
        "recall_broadcast": RecallBroadcast(database.read, database.write, clock),
    }


def broadcast_texts(database: Database) -> TextForPerson:
    """What delivery asks for the words of an announcement."""
    return TextForPerson(database.read)


def feed_broadcasts(database: Database, clock: Clock, wake: Callable[[], None]) -> FeedBroadcasts:
    """What the scheduler does every second."""
    return FeedBroadcasts(database.read, database.write, clock, wake)


def feed_recalls(database: Database, clock: Clock, wake: Callable[[], None]) -> FeedRecalls:
    """The same for what is taken back."""
    return FeedRecalls(database.read, database.write, clock, wake)


def follow_broadcasts(database: Database, clock: Clock) -> FollowBroadcasts:
    """What authors are shown of their announcements."""
    return FollowBroadcasts(database.read, database.write, clock)


def settle_reports(database: Database, clock: Clock) -> SettleReports:
    """What writes figures down before their rows are forgotten."""
    return SettleReports(database.read, database.write, clock)


def note_press(database: Database, clock: Clock) -> NotePress:
    """What counts presses under announcements."""
    return NotePress(database.write, clock)
