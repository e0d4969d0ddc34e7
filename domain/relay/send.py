"""A message on its way to the other side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from domain.notices.models import Notice, NoticeKind
from domain.people.models import Person
from domain.relay.errors import TooManyMessages
from domain.relay.models import ALBUM_QUIET, Conversation, ConversationId, Incoming, RelayedId, Sent
from domain.relay.ports import RelayWork
from domain.relay.talk import live, receiver_of, standing_of
from domain.shared.clock import Clock
from domain.shared.errors import NotFound
from domain.shared.transaction import Transaction

SPAN = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class SendMessage:
    """Takes a message from one side of a conversation and owes it to the other, in one transaction.

    The same message again changes nothing. The pieces of an album come one by one; each owes the other side a look a
    moment later, when the album is whole. At most `per_minute` messages of a person in a minute.
    Raises NotFound for who is at neither end, ConversationOver, NobodyToWrite, TooManyMessages.
    """

    read: Transaction[RelayWork]
    write: Transaction[RelayWork]
    clock: Clock
    per_minute: int = 20

    async def __call__(self, person: Person, id: ConversationId, incoming: Incoming) -> Sent:
        async with self.write() as work:
            return await self._send(work, person, id, incoming)

    async def conversation_of(self, person: Person, message_id: int) -> ConversationId:
        """Which conversation a message of this person's chat belongs to. Raises NotFound if it was not relayed."""
        async with self.read() as work:
            of = await work.relayed.at(person.id, message_id)
        if of is None:
            raise NotFound("what is replied to was not relayed")
        return of.conversation_id

    async def _send(self, work: RelayWork, person: Person, id: ConversationId, incoming: Incoming) -> Sent:
        conversation, side = await live(work, person, id, self.clock)
        now = self.clock()
        begins = incoming.group is None or not await work.relayed.group_begun(person.id, incoming.group)
        # An album that has begun is not torn apart; Telegram lets it have ten pieces.
        if begins and await work.relayed.count_since(person.id, now - SPAN) >= self.per_minute:
            raise TooManyMessages
        receiver = await receiver_of(work, conversation, side)
        replies_to = await self._replies_to(work, person, conversation, incoming)
        added = await work.relayed.add(conversation, side, person.id, receiver, incoming, replies_to, now)
        if added is not None:
            await work.conversations.spoke(conversation.id, side, person.id, now)
            due = now + ALBUM_QUIET if incoming.group else None
            args = {"conversation": conversation.id}
            await work.outbox.put(Notice(receiver, NoticeKind.RELAY, f"relay:{added.id}", args, due=due))
        return Sent(await standing_of(work, conversation, side, self.clock), added is not None, begins)

    @staticmethod
    async def _replies_to(
        work: RelayWork, person: Person, conversation: Conversation, incoming: Incoming
    ) -> RelayedId | None:
        of = None if incoming.replies_to is None else await work.relayed.at(person.id, incoming.replies_to)
        if of is None:
            return None
        before = await work.conversations.get(of.conversation_id)
        same = before is not None and before.customer_id == conversation.customer_id
        return of.id if same else None
