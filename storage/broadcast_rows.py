"""What the shelves of announcements share: their names in the outbox, and the row of one."""

from __future__ import annotations

from datetime import UTC, datetime

from domain.broadcasts.kinds import BroadcastKind
from domain.broadcasts.links import link_of
from domain.broadcasts.models import Announcement, Broadcast, BroadcastId, BroadcastState
from domain.broadcasts.segments import segment_of
from domain.broadcasts.times import times_of
from domain.pricing.promotions import PromotionId
from domain.shared.ids import ConsultantId, PersonId
from domain.shared.localised import Localised
from storage.connection import ResultRow

HELD = datetime(9999, 1, 1, tzinfo=UTC)
"""When a row of a paused broadcast is due."""


def subject_of(id: BroadcastId) -> str:
    """What the outbox's rows of one are about."""
    return f"broadcast:{id}"


def as_broadcast(row: ResultRow) -> Broadcast:
    """A row of the table as the thing it is."""
    what = Announcement(
        text=Localised(row.text_ru, row.text_en),
        kind=BroadcastKind(row.kind),
        segment=segment_of(row.segment),
        pictures=tuple(row.pictures),
        links=tuple(link_of(each) for each in row.links),
        promotion=None if row.promotion_id is None else PromotionId(row.promotion_id),
        times=times_of(row.times),
        consultant=None if row.consultant_id is None else ConsultantId(row.consultant_id),
    )
    return Broadcast(
        id=BroadcastId(row.id),
        what=what,
        state=BroadcastState(row.state),
        reached=row.reached,
        created_at=row.created_at,
        starts_at=row.starts_at or row.created_at,
        author=PersonId(row.author_id),
        parent=None if row.parent_id is None else BroadcastId(row.parent_id),
        approved_by=None if row.approved_by is None else PersonId(row.approved_by),
        rests_until=row.rests_until,
    )
