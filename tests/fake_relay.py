"""Conversations in memory, for the face; pairs and order are tested on both databases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from domain.relay.models import Content, Conversation, ConversationId, Incoming, Relayed, RelayedId, Side
from domain.shared.ids import ConsultantId, CustomerId, PersonId
from tests.fake_data import Data


class FakeConversations:
    def __init__(self, data: Data) -> None:
        self.data = data

    def _seen(self, one: Conversation) -> Conversation:
        form = self.data.forms.get(one.customer_id)
        theirs = self.data.choices.get(one.customer_id) == one.consultant_id
        return replace(one, customer_name=form.name if form else None, is_theirs=theirs)

    def _change(self, id: ConversationId, **changes: object) -> None:
        self.data.conversations[id] = replace(self.data.conversations[id], **changes)  # type: ignore[arg-type]

    async def get(self, id: ConversationId) -> Conversation | None:
        found = self.data.conversations.get(id)
        return None if found is None else self._seen(found)

    async def open(
        self, customer_id: CustomerId, consultant_id: ConsultantId, person_id: PersonId, at: datetime
    ) -> Conversation:
        for each in list(self.data.conversations.values()):
            if each.customer_id == customer_id and each.closed_at is None:
                if each.consultant_id == consultant_id:
                    return self._seen(each)
                self._change(each.id, closed_at=at)
        id = ConversationId(len(self.data.conversations) + 1)
        self.data.conversations[id] = Conversation(id, customer_id, consultant_id, person_id, None, at, at)
        return self._seen(self.data.conversations[id])

    async def of_consultant(
        self, consultant_id: ConsultantId, offset: int, limit: int
    ) -> tuple[Sequence[Conversation], int]:
        found = [self._seen(each) for each in self.data.conversations.values() if each.consultant_id == consultant_id]
        theirs = sorted((each for each in found if each.is_theirs), key=lambda each: (-each.unread, -each.id))
        return theirs[offset : offset + limit], len(theirs)

    async def unread_of(self, consultant_id: ConsultantId) -> int:
        return sum(each.unread for each in self.data.conversations.values() if each.consultant_id == consultant_id)

    async def spoke(self, id: ConversationId, side: Side, person_id: PersonId, at: datetime) -> None:
        if side is Side.CONSULTANT:
            self._change(id, last_at=at, unread=0, answered=True, waits_since=None)
        else:
            self._change(id, last_at=at, unread=self.data.conversations[id].unread + 1, person_id=person_id)

    async def seen(self, id: ConversationId) -> None:
        self._change(id, unread=0)

    async def close(self, id: ConversationId, at: datetime) -> None:
        self._change(id, closed_at=at, unread=0)

    async def rate(self, conversation: Conversation, rating: int, at: datetime) -> None:
        self._change(conversation.id, rating=rating)

    async def set_word(self, id: ConversationId, word: str) -> None:
        self.data.rating_words[id] = word

    async def away_text(self, consultant_id: ConsultantId) -> str | None:
        return self.data.away_texts.get(consultant_id)

    async def set_away_text(self, consultant_id: ConsultantId, text: str | None) -> None:
        self.data.away_texts.pop(consultant_id, None)
        if text is not None:
            self.data.away_texts[consultant_id] = text


class FakeRelayed:
    def __init__(self, data: Data) -> None:
        self.data = data

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
        if incoming.nonce in self.data.relay_nonces:
            return None
        id = RelayedId(len(self.data.relayed) + 1)
        self.data.relay_nonces[incoming.nonce] = id
        self.data.relayed[id] = Relayed(
            id,
            conversation.id,
            side,
            sender,
            receiver,
            incoming.content,
            at,
            incoming.source_id,
            group=incoming.group,
            replies_to=replies_to,
        )
        return self.data.relayed[id]

    async def get(self, id: RelayedId) -> Relayed | None:
        return self.data.relayed.get(id)

    async def at(self, person_id: PersonId, message_id: int) -> Relayed | None:
        for each in self.data.relayed.values():
            if person_id in (each.sender_id, each.receiver_id) and each.in_chat_of(person_id) == message_id:
                return each
        return None

    async def count_since(self, sender: PersonId, since: datetime) -> int:
        return sum(each.sender_id == sender and each.at > since for each in self.data.relayed.values())

    async def group_begun(self, sender: PersonId, group: str) -> bool:
        return any((each.sender_id, each.group) == (sender, group) for each in self.data.relayed.values())

    async def sent(self, sent: Mapping[RelayedId, int], also: int | None, at: datetime) -> None:
        for id, there in sent.items():
            self.data.relayed[id] = replace(self.data.relayed[id], sent_id=there, also_id=also)

    async def set_content(self, id: RelayedId, content: Content) -> None:
        one = self.data.relayed[id]
        self.data.relayed[id] = replace(one, content=content, edits=one.edits + 1)

    async def deleted(self, id: RelayedId, at: datetime) -> None:
        self.data.relayed[id] = replace(self.data.relayed[id], deleted_at=at)

    async def reacted(self, id: RelayedId, by_sender: bool, emoji: str | None) -> None:
        changes = {"sender_reaction" if by_sender else "receiver_reaction": emoji}
        self.data.relayed[id] = replace(self.data.relayed[id], **changes)  # type: ignore[arg-type]
