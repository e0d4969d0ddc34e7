"""Conversations of customers with their consultants."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, bindparam, delete, func, not_, or_, select, update

from domain.relay.models import Conversation, ConversationId, Side
from domain.shared.ids import ConsultantId, CustomerId, PersonId
from storage.connection import ResultRow, for_both, insert, upsert
from storage.shelf import Shelf
from storage.tables import away_texts, consultants, conversations, customers, forms

_THEIRS = customers.c.consultant_id == conversations.c.consultant_id
_ROW: Select[Any] = (
    select(conversations, forms.c.name_sealed, func.coalesce(_THEIRS, False).label("is_theirs"))
    .join(customers, customers.c.id == conversations.c.customer_id)
    .join(forms, forms.c.customer_id == conversations.c.customer_id, isouter=True)
)
_ONE = conversations.c.id == bindparam("conversation")
_OPEN = conversations.c.closed_at.is_(None)
_GET = _ROW.where(_ONE)
_GET_STILL = _GET.with_for_update(of=conversations)
_CLOSE_OTHERS = (
    update(conversations)
    .where(
        conversations.c.customer_id == bindparam("customer"),
        conversations.c.consultant_id != bindparam("consultant"),
        _OPEN,
    )
    .values(closed_at=bindparam("now"))
)
_ADD = for_both(lambda engine: insert(conversations, engine).on_conflict_do_nothing())
_OPEN_ONE = _ROW.where(
    conversations.c.customer_id == bindparam("customer"),
    conversations.c.consultant_id == bindparam("consultant"),
    _OPEN,
)
_OF = and_(conversations.c.consultant_id == bindparam("consultant"), _THEIRS)
_NEWER = conversations.alias("newer")
_NEWEST = not_(
    select(_NEWER.c.id)
    .where(
        _NEWER.c.customer_id == conversations.c.customer_id,
        _NEWER.c.consultant_id == conversations.c.consultant_id,
        _NEWER.c.id > conversations.c.id,
    )
    .exists()
)
_LIST = (
    _ROW.where(_OF, _NEWEST)
    .order_by((conversations.c.unread > 0).desc(), conversations.c.last_at.desc(), conversations.c.id.desc())
    .limit(bindparam("count"))
    .offset(bindparam("start"))
)
_COUNT = (
    select(func.count())
    .select_from(conversations)
    .join(customers, customers.c.id == conversations.c.customer_id)
    .where(_OF, _NEWEST)
)
_UNREAD = (
    select(func.coalesce(func.sum(conversations.c.unread), 0))
    .join(customers, customers.c.id == conversations.c.customer_id)
    .where(_OF)
)
_CUSTOMER_SPOKE = (
    update(conversations)
    .where(_ONE)
    .values(
        last_at=bindparam("now"),
        person_id=bindparam("person"),
        unread=conversations.c.unread + 1,
        waits_since=func.coalesce(conversations.c.waits_since, bindparam("now", type_=conversations.c.last_at.type)),
    )
)
_CONSULTANT_SPOKE = (
    update(conversations)
    .where(_ONE)
    .values(last_at=bindparam("now"), unread=0, answered=True, waits_since=None, reminded_at=None, offered_at=None)
)
_SEEN = update(conversations).where(_ONE).values(unread=0)
_CLOSE = update(conversations).where(_ONE, _OPEN).values(closed_at=bindparam("now"), waits_since=None, unread=0)
_HAS = select(customers.c.consultant_id).where(customers.c.id == conversations.c.customer_id).scalar_subquery()
_CLOSE_LEFT = (
    update(conversations)
    .where(_OPEN, or_(_HAS.is_(None), conversations.c.consultant_id != _HAS))
    .values(closed_at=bindparam("now"), waits_since=None, unread=0)
)
_RATE = update(conversations).where(_ONE).values(rating=bindparam("given"), rated_at=bindparam("now"))
_WORD = update(conversations).where(_ONE).values(word_sealed=bindparam("word"))
_LATER = conversations.alias("later")
_LAST_RATINGS = and_(
    conversations.c.rating.is_not(None),
    not_(
        select(_LATER.c.id)
        .where(
            _LATER.c.customer_id == conversations.c.customer_id,
            _LATER.c.consultant_id == conversations.c.consultant_id,
            _LATER.c.rating.is_not(None),
            _LATER.c.id > conversations.c.id,
        )
        .exists()
    ),
)
"""Each customer's last word: nobody counts twice."""
_GIVEN = and_(conversations.c.consultant_id == bindparam("consultant"), _LAST_RATINGS)
_COUNT_STARS = (
    update(consultants)
    .where(consultants.c.id == bindparam("consultant"))
    .values(
        stars=select(func.coalesce(func.sum(conversations.c.rating), 0)).where(_GIVEN).scalar_subquery(),
        ratings=select(func.count()).select_from(conversations).where(_GIVEN).scalar_subquery(),
    )
)
_UNANSWERED = (
    _ROW.where(_OPEN, _THEIRS, conversations.c.waits_since <= bindparam("before"), conversations.c.offered_at.is_(None))
    .order_by(conversations.c.waits_since)
    .limit(bindparam("most"))
)
_REMINDED = update(conversations).where(_ONE).values(reminded_at=bindparam("now"))
_OFFERED = update(conversations).where(_ONE).values(offered_at=bindparam("now"))
_AWAY = select(away_texts.c.text_sealed).where(away_texts.c.consultant_id == bindparam("consultant"))
_SET_AWAY = for_both(lambda engine: upsert(away_texts, engine, ["consultant_id"], ["text_sealed"]))
_NO_AWAY = delete(away_texts).where(away_texts.c.consultant_id == bindparam("consultant"))


class Conversations(Shelf):
    """Implements domain.relay.ports.Conversations."""

    __slots__ = ()

    async def get(self, id: ConversationId) -> Conversation | None:
        row = (await self._run(_GET_STILL if self._work.writing else _GET, {"conversation": id})).first()
        return None if row is None else self._conversation(row)

    async def open(
        self, customer_id: CustomerId, consultant_id: ConsultantId, person_id: PersonId, at: datetime
    ) -> Conversation:
        both = {"customer": customer_id, "consultant": consultant_id}
        await self._run(_CLOSE_OTHERS, {**both, "now": at})
        row = (await self._run(_OPEN_ONE, both)).first()
        if row is None:
            values = {
                "customer_id": customer_id,
                "consultant_id": consultant_id,
                "person_id": person_id,
                "opened_at": at,
                "last_at": at,
                "unread": 0,
                "answered": False,
            }
            await self._run(_ADD[self._engine], values)
            row = (await self._run(_OPEN_ONE, both)).one()
        return self._conversation(row)

    async def of_consultant(
        self, consultant_id: ConsultantId, offset: int, limit: int
    ) -> tuple[Sequence[Conversation], int]:
        total = (await self._run(_COUNT, {"consultant": consultant_id})).scalar_one()
        rows = (await self._run(_LIST, {"consultant": consultant_id, "start": offset, "count": limit})).all()
        return [self._conversation(row) for row in rows], total

    async def unread_of(self, consultant_id: ConsultantId) -> int:
        return int((await self._run(_UNREAD, {"consultant": consultant_id})).scalar_one())

    async def spoke(self, id: ConversationId, side: Side, person_id: PersonId, at: datetime) -> None:
        if side is Side.CUSTOMER:
            await self._run(_CUSTOMER_SPOKE, {"conversation": id, "person": person_id, "now": at})
        else:
            await self._run(_CONSULTANT_SPOKE, {"conversation": id, "now": at})

    async def seen(self, id: ConversationId) -> None:
        await self._run(_SEEN, {"conversation": id})

    async def close(self, id: ConversationId, at: datetime) -> None:
        await self._run(_CLOSE, {"conversation": id, "now": at})

    async def close_left(self, at: datetime) -> int:
        return (await self._run(_CLOSE_LEFT, {"now": at})).rowcount

    async def rate(self, conversation: Conversation, rating: int, at: datetime) -> None:
        await self._run(_RATE, {"conversation": conversation.id, "given": rating, "now": at})
        await self._run(_COUNT_STARS, {"consultant": conversation.consultant_id})

    async def set_word(self, id: ConversationId, word: str) -> None:
        await self._run(_WORD, {"conversation": id, "word": self._seal(word, "conversations", "word", id)})

    async def unanswered(self, before: datetime, limit: int) -> Sequence[Conversation]:
        rows = (await self._run(_UNANSWERED, {"before": before, "most": limit})).all()
        return [self._conversation(row) for row in rows]

    async def reminded(self, id: ConversationId, at: datetime) -> None:
        await self._run(_REMINDED, {"conversation": id, "now": at})

    async def offered(self, id: ConversationId, at: datetime) -> None:
        await self._run(_OFFERED, {"conversation": id, "now": at})

    async def away_text(self, consultant_id: ConsultantId) -> str | None:
        sealed = (await self._run(_AWAY, {"consultant": consultant_id})).scalar_one_or_none()
        return self._open(sealed, "away_texts", "text", consultant_id)

    async def set_away_text(self, consultant_id: ConsultantId, text: str | None) -> None:
        if text is None:
            await self._run(_NO_AWAY, {"consultant": consultant_id})
            return
        sealed = self._seal(text, "away_texts", "text", consultant_id)
        await self._run(_SET_AWAY[self._engine], {"consultant_id": consultant_id, "text_sealed": sealed})

    def _conversation(self, row: ResultRow) -> Conversation:
        return Conversation(
            id=ConversationId(row.id),
            customer_id=CustomerId(row.customer_id),
            consultant_id=ConsultantId(row.consultant_id),
            person_id=PersonId(row.person_id),
            customer_name=self._open(row.name_sealed, "forms", "name", row.customer_id),
            opened_at=row.opened_at,
            last_at=row.last_at,
            is_theirs=bool(row.is_theirs),
            unread=row.unread,
            answered=row.answered,
            waits_since=row.waits_since,
            reminded_at=row.reminded_at,
            offered_at=row.offered_at,
            closed_at=row.closed_at,
            rating=row.rating,
        )
