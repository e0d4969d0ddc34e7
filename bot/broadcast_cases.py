"""The use cases of announcements, by the names handlers ask for them, and the jobs that bring them to people."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.settings import Settings
from domain.broadcasts.begin import BeginBroadcasts
from domain.broadcasts.choosing import ChooseKinds
from domain.broadcasts.feed import FeedBroadcasts
from domain.broadcasts.follow import FollowLinks
from domain.broadcasts.marks import KeepMarks
from domain.broadcasts.picking import PickPeople
from domain.broadcasts.progress import FollowBroadcasts
from domain.broadcasts.recall import FeedRecalls, RecallBroadcast
from domain.broadcasts.report import NotePress, SettleReports, ShowReport
from domain.broadcasts.use_cases import Approval, BroadcastForPerson, ManageBroadcasts
from domain.consultants.places import Places
from domain.shared.clock import Clock
from domain.shared.ids import PersonId
from handlers.broadcasts.notices import BroadcastNotices
from storage.database import Database


def broadcast_cases(database: Database, settings: Settings, clock: Clock, places: Places) -> dict[str, Any]:
    """Those of who makes announcements, and of who gets them."""
    read, write = database.read, database.write
    approval = Approval(settings.approval_from, frozenset(PersonId(each) for each in settings.admin_ids))
    return {
        "manage_broadcasts": ManageBroadcasts(read, write, clock, settings.zone, approval, settings.client_news),
        "pick_people": PickPeople(read, places, settings.zone),
        "choose_kinds": ChooseKinds(read, write, clock),
        "follow_links": FollowLinks(read, clock),
        "show_report": ShowReport(read, write, clock),
        "recall_broadcast": RecallBroadcast(read, write, clock),
    }


def broadcast_notices(
    database: Database, settings: Settings, clock: Clock, manage: ManageBroadcasts
) -> BroadcastNotices:
    """What delivery asks for the words of an announcement, and of what is told about one."""
    return BroadcastNotices(BroadcastForPerson(database.read, clock, settings.zone, settings.quiet), manage)


def feed_broadcasts(database: Database, settings: Settings, clock: Clock, wake: Callable[[], None]) -> FeedBroadcasts:
    """What the scheduler does every second."""
    return FeedBroadcasts(database.read, database.write, clock, wake, settings.zone, settings.quiet)


def begin_broadcasts(database: Database, settings: Settings, clock: Clock) -> BeginBroadcasts:
    """What the scheduler does every few seconds: whatever has come to its time begins."""
    return BeginBroadcasts(database.read, database.write, clock, settings.zone)


def keep_marks(database: Database, clock: Clock, places: Places) -> KeepMarks:
    """What the scheduler does now and then."""
    return KeepMarks(database.read, database.write, places, clock)


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
