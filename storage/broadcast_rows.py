"""What the shelves of announcements share: their names in the outbox, and the row of one."""

from __future__ import annotations

from datetime import UTC, datetime

from domain.broadcasts.models import Broadcast, BroadcastId, BroadcastState
from domain.shared.localised import Localised
from storage.connection import ResultRow

HELD = datetime(9999, 1, 1, tzinfo=UTC)
"""When a row of a paused broadcast is due."""


def subject_of(id: BroadcastId) -> str:
    """What the outbox's rows of one are about."""
    return f"broadcast:{id}"


def as_broadcast(row: ResultRow) -> Broadcast:
    """A row of the table as the thing it is."""
    text = Localised(row.text_ru, row.text_en)
    return Broadcast(BroadcastId(row.id), text, BroadcastState(row.state), row.reached, row.created_at)
