"""The use cases of announcements, by the names handlers ask for them, and the job that feeds them to delivery."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from domain.broadcasts.use_cases import FeedBroadcasts, ManageBroadcasts, TextForPerson
from domain.shared.clock import Clock
from storage.database import Database


def broadcast_cases(database: Database, clock: Clock) -> dict[str, Any]:
    """Those of who manages announcements."""
    return {"manage_broadcasts": ManageBroadcasts(database.read, database.write, clock)}


def broadcast_texts(database: Database) -> TextForPerson:
    """What delivery asks for the words of an announcement."""
    return TextForPerson(database.read)


def feed_broadcasts(database: Database, clock: Clock, wake: Callable[[], None]) -> FeedBroadcasts:
    """What the scheduler does every second."""
    return FeedBroadcasts(database.read, database.write, clock, wake)
