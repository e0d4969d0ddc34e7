"""Bringing messages to the other side: what delivery asks when it is about to send, and says once it has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.notices.models import Notice, NoticeKind
from domain.people.models import Person
from domain.relay.models import ALBUM_QUIET, Conversation, ConversationId, Parcel, Relayed, RelayedId, Side, Standing
from domain.relay.ports import RelayWork
from domain.relay.talk import standing_of
from domain.shared.clock import Clock
from domain.shared.errors import NotFound
from domain.shared.transaction import Transaction


@dataclass(frozen=True, slots=True)
class CarryMessages:
    """The next of a conversation that has not arrived, and word of how it went.

    A notice stands for "one more", not for a message of its own: whichever comes first brings the oldest. So the order
    holds when a try fails, and a message that arrived is never brought twice for want of the notice's own mark.
    """

    read: Transaction[RelayWork]
    write: Transaction[RelayWork]
    clock: Clock

    async def next(self, person: Person, id: ConversationId) -> Parcel | None:
        """What to bring to this person now; None when there is nothing, or it is not for them any more."""
        async with self.read() as work:
            conversation = await _for(work, person, id)
            if conversation is None:
                return None
            found = await work.relayed.next(id, person.id)
            if not found or not await self._is_whole(work, found):
                return None
            standing = await standing_of(work, conversation, found[0].side, self.clock)
            return Parcel(standing, tuple(found), await self._reply_to(work, person, found[0]))

    async def one(self, person: Person, id: RelayedId) -> tuple[Parcel, Relayed] | None:
        """A message that one of the two is to see changed, if it is theirs."""
        async with self.read() as work:
            message = await work.relayed.get(id)
            if message is None or person.id not in (message.sender_id, message.receiver_id):
                return None
            conversation = await _for(work, person, message.conversation_id)
            if conversation is None:
                return None
            standing = await standing_of(work, conversation, message.side, self.clock)
            return Parcel(standing, (message,)), message

    async def standing(self, person: Person, id: ConversationId) -> Standing | None:
        """How this person finds a conversation of theirs; None when they are at neither end, or it is over."""
        async with self.read() as work:
            conversation = await _for(work, person, id)
            if conversation is None:
                return None
            return await standing_of(work, conversation, conversation.side_of(person), self.clock)

    async def sent(self, sent: Mapping[RelayedId, int], also: int | None = None) -> None:
        """They have arrived, as these messages of the receiver's chat."""
        async with self.write() as work:
            await work.relayed.sent(sent, also, self.clock())

    async def failed(self, ids: Sequence[RelayedId]) -> None:
        """Telegram will not have them; their sender is told."""
        async with self.write() as work:
            await work.relayed.failed(ids, self.clock())
            message = await work.relayed.get(ids[0])
            if message is not None:
                await tell_sender(work, message, self.clock)

    async def unreached(self, ids: Sequence[RelayedId]) -> None:
        """The receiver blocked the bot: the messages wait for them, and the sender is told, once for the first."""
        async with self.write() as work:
            message = await work.relayed.get(ids[0])
            if message is not None:
                await tell_sender(work, message, self.clock)

    async def _is_whole(self, work: RelayWork, found: Sequence[Relayed]) -> bool:
        last = found[-1]
        return last.group is None or last.at + ALBUM_QUIET <= self.clock() or not await work.relayed.is_last_of(last)

    @staticmethod
    async def _reply_to(work: RelayWork, person: Person, message: Relayed) -> int | None:
        of = None if message.replies_to is None else await work.relayed.get(message.replies_to)
        return None if of is None or of.deleted_at is not None else of.in_chat_of(person.id)


async def tell_sender(work: RelayWork, message: Relayed, clock: Clock) -> None:
    """Owes the sender of a message that has not arrived a word about it, once for all that wait behind it."""
    if message.failed_at is not None or not await work.relayed.knows(message):
        key = f"relay-undelivered:{message.id}"
        await work.outbox.put(Notice(message.sender_id, NoticeKind.RELAY_UNDELIVERED, key, {"message": message.id}))
    await work.relayed.told([message.id], clock())


async def _for(work: RelayWork, person: Person, id: ConversationId) -> Conversation | None:
    """The conversation, if this person is at one of its ends and the two still belong together."""
    conversation = await work.conversations.get(id)
    try:
        known = conversation is not None and conversation.side_of(person) in Side
    except NotFound:
        return None
    return conversation if known and conversation is not None and conversation.is_theirs else None
