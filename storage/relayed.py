"""Relayed messages and their pairs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, bindparam, func, or_, select, update

from domain.relay.models import Content, Conversation, ConversationId, Incoming, Kind, Relayed, RelayedId, Side
from domain.shared.ids import ArticleId, PersonId
from storage.connection import ResultRow, for_both, insert
from storage.shelf import Shelf
from storage.tables import relayed_messages as messages

_ADD = for_both(
    lambda engine: insert(messages, engine).on_conflict_do_nothing(index_elements=["nonce"]).returning(messages.c.id)
)
_ONE = messages.c.id == bindparam("row")
_GET = select(messages).where(_ONE)
_PERSON: BindParameter[int] = bindparam("person")
_MESSAGE: BindParameter[int] = bindparam("message")
_AT = (
    select(messages)
    .where(
        or_(
            (messages.c.sender_id == _PERSON) & (messages.c.source_id == _MESSAGE),
            (messages.c.receiver_id == _PERSON) & (messages.c.sent_id == _MESSAGE),
            (messages.c.receiver_id == _PERSON) & (messages.c.also_id == _MESSAGE),
        )
    )
    .order_by(messages.c.id.desc())
    .limit(1)
)
_SINCE = select(func.count()).where(messages.c.sender_id == _PERSON, messages.c.at > bindparam("since"))
_GROUP = (messages.c.sender_id == _PERSON) & (messages.c.group_id == bindparam("album"))
_BEGUN = select(func.count()).select_from(messages).where(_GROUP)
_WAITS = (messages.c.sent_at.is_(None), messages.c.failed_at.is_(None), messages.c.deleted_at.is_(None))
_OF = (messages.c.conversation_id == bindparam("conversation"), messages.c.receiver_id == bindparam("receiver"))
_NEXT = select(messages).where(*_OF, *_WAITS).order_by(messages.c.id).limit(1)
_PIECES = select(messages).where(*_OF, *_WAITS, _GROUP).order_by(messages.c.id)
_AFTER = select(func.count()).where(
    messages.c.conversation_id == bindparam("conversation"), messages.c.sender_id == _PERSON, messages.c.id > _MESSAGE
)
_SENT = (
    update(messages).where(_ONE).values(sent_id=bindparam("there"), also_id=bindparam("also"), sent_at=bindparam("now"))
)
_FAILED = update(messages).where(_ONE).values(failed_at=bindparam("now"))
_CONTENT = (
    update(messages)
    .where(_ONE)
    .values(kind=bindparam("what"), content_sealed=bindparam("content"), edits=messages.c.edits + 1)
)
_DELETED = update(messages).where(_ONE).values(deleted_at=bindparam("now"), content_sealed=None)
_REACTED = {
    True: update(messages).where(_ONE).values(sender_reaction=bindparam("emoji")),
    False: update(messages).where(_ONE).values(receiver_reaction=bindparam("emoji")),
}
_STUCK = (
    select(messages)
    .where(messages.c.at < bindparam("before"), messages.c.told_at.is_(None), *_WAITS)
    .order_by(messages.c.at)
    .limit(bindparam("most"))
)
_KNOWS = select(func.count()).where(
    messages.c.conversation_id == bindparam("conversation"),
    messages.c.sender_id == _PERSON,
    messages.c.told_at.is_not(None),
    *_WAITS,
)
_TOLD = update(messages).where(_ONE).values(told_at=bindparam("now"))


class RelayedMessages(Shelf):
    """Implements domain.relay.ports.RelayedMessages."""

    __slots__ = ()

    async def add(
        self,
        conversation: Conversation,
        side: Side,
        sender: PersonId,
        receiver: PersonId,
        incoming: Incoming,
        replies_to: RelayedId | None,
        at: datetime,
    ) -> Relayed | None:
        values = {
            "conversation_id": conversation.id,
            "from_consultant": side is Side.CONSULTANT,
            "sender_id": sender,
            "receiver_id": receiver,
            "nonce": incoming.nonce,
            "source_id": incoming.source_id,
            "kind": incoming.content.kind,
            "content_sealed": self._sealed(incoming.content, incoming.nonce),
            "group_id": incoming.group,
            "replies_to": replies_to,
            "at": at,
            "edits": 0,
        }
        row = (await self._run(_ADD[self._engine], values)).first()
        return None if row is None else await self.get(RelayedId(row.id))

    async def get(self, id: RelayedId) -> Relayed | None:
        row = (await self._run(_GET, {"row": id})).first()
        return None if row is None else self._relayed(row)

    async def at(self, person_id: PersonId, message_id: int) -> Relayed | None:
        row = (await self._run(_AT, {"person": person_id, "message": message_id})).first()
        return None if row is None else self._relayed(row)

    async def count_since(self, sender: PersonId, since: datetime) -> int:
        return int((await self._run(_SINCE, {"person": sender, "since": since})).scalar_one())

    async def group_begun(self, sender: PersonId, group: str) -> bool:
        return bool((await self._run(_BEGUN, {"person": sender, "album": group})).scalar_one())

    async def next(self, conversation_id: ConversationId, receiver: PersonId) -> Sequence[Relayed]:
        of = {"conversation": conversation_id, "receiver": receiver}
        row = (await self._run(_NEXT, of)).first()
        if row is None:
            return []
        if row.group_id is None:
            return [self._relayed(row)]
        pieces = (await self._run(_PIECES, {**of, "person": row.sender_id, "album": row.group_id})).all()
        return [self._relayed(each) for each in pieces]

    async def is_last_of(self, message: Relayed) -> bool:
        after = {"conversation": message.conversation_id, "person": message.sender_id, "message": message.id}
        return not (await self._run(_AFTER, after)).scalar_one()

    async def sent(self, sent: Mapping[RelayedId, int], also: int | None, at: datetime) -> None:
        for id, there in sent.items():
            await self._run(_SENT, {"row": id, "there": there, "also": also, "now": at})

    async def failed(self, ids: Sequence[RelayedId], at: datetime) -> None:
        for id in ids:
            await self._run(_FAILED, {"row": id, "now": at})

    async def set_content(self, id: RelayedId, content: Content) -> None:
        row = (await self._run(_GET, {"row": id})).one()
        sealed = self._sealed(content, row.nonce)
        await self._run(_CONTENT, {"row": id, "what": content.kind, "content": sealed})

    async def deleted(self, id: RelayedId, at: datetime) -> None:
        await self._run(_DELETED, {"row": id, "now": at})

    async def reacted(self, id: RelayedId, by_sender: bool, emoji: str | None) -> None:
        await self._run(_REACTED[by_sender], {"row": id, "emoji": emoji})

    async def stuck(self, before: datetime, limit: int) -> Sequence[Relayed]:
        rows = (await self._run(_STUCK, {"before": before, "most": limit})).all()
        return [self._relayed(row) for row in rows]

    async def knows(self, message: Relayed) -> bool:
        of = {"conversation": message.conversation_id, "person": message.sender_id}
        return bool((await self._run(_KNOWS, of)).scalar_one())

    async def told(self, ids: Sequence[RelayedId], at: datetime) -> None:
        for id in ids:
            await self._run(_TOLD, {"row": id, "now": at})

    def _sealed(self, content: Content, nonce: str) -> bytes | None:
        return self._seal(to_json(content), "relayed_messages", "content", nonce)

    def _relayed(self, row: ResultRow) -> Relayed:
        opened = self._open(row.content_sealed, "relayed_messages", "content", row.nonce)
        return Relayed(
            id=RelayedId(row.id),
            conversation_id=ConversationId(row.conversation_id),
            side=Side.CONSULTANT if row.from_consultant else Side.CUSTOMER,
            sender_id=PersonId(row.sender_id),
            receiver_id=PersonId(row.receiver_id),
            content=Content(Kind(row.kind)) if opened is None else from_json(opened),
            at=row.at,
            source_id=row.source_id,
            sent_id=row.sent_id,
            also_id=row.also_id,
            group=row.group_id,
            replies_to=None if row.replies_to is None else RelayedId(row.replies_to),
            edits=row.edits,
            deleted_at=row.deleted_at,
            failed_at=row.failed_at,
            sender_reaction=row.sender_reaction,
            receiver_reaction=row.receiver_reaction,
        )


def to_json(content: Content) -> str:
    """Everything of it that says something."""
    said = {each.name: getattr(content, each.name) for each in fields(content)}
    return json.dumps({name: value for name, value in said.items() if value not in (None, "", ())}, ensure_ascii=False)


def from_json(text: str) -> Content:
    """What `to_json` wrote."""
    said: dict[str, Any] = json.loads(text)
    lines = tuple((ArticleId(article), int(pieces)) for article, pieces in said.pop("lines", ()))
    return Content(kind=Kind(said.pop("kind")), lines=lines, **said)
