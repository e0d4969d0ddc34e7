"""What is changed about a message after it was sent: on one side, and so on the other."""

from __future__ import annotations

from dataclasses import dataclass

from domain.notices.models import Notice, NoticeKind
from domain.people.models import Person
from domain.relay.errors import NotYours, TooOld
from domain.relay.models import DELETABLE, Content, Relayed
from domain.relay.ports import RelayWork
from domain.relay.talk import held
from domain.shared.clock import Clock
from domain.shared.transaction import Transaction


@dataclass(frozen=True, slots=True)
class EditMessage:
    """Says on the other side what the sender's message says now. False if the message was never relayed."""

    write: Transaction[RelayWork]

    async def __call__(self, person: Person, message_id: int, content: Content) -> bool:
        async with self.write() as work:
            message = await work.relayed.at(person.id, message_id)
            if message is None or message.sender_id != person.id or message.deleted_at is not None:
                return False
            if message.content == content:
                return True
            await work.relayed.set_content(message.id, content)
            # Owed even if it has not arrived: delivery may be sending what it said before at this very moment.
            key = f"relay-edit:{message.id}:{message.edits + 1}"
            await work.outbox.put(Notice(message.receiver_id, NoticeKind.RELAY_EDIT, key, {"message": message.id}))
        return True


@dataclass(frozen=True, slots=True)
class DeleteMessage:
    """Takes a message back on both sides; its words are gone for good. Again changes nothing.

    Raises NotYours for what the other one wrote or was never relayed, TooOld after two days.
    """

    write: Transaction[RelayWork]
    clock: Clock

    async def __call__(self, person: Person, message_id: int) -> None:
        async with self.write() as work:
            message = await work.relayed.at(person.id, message_id)
            if message is None:
                raise NotYours
            await held(work, person, message.conversation_id)
            if message.sender_id != person.id:
                raise NotYours
            now = self.clock()
            if message.at + DELETABLE < now:
                raise TooOld
            if message.deleted_at is not None:
                return
            await work.relayed.deleted(message.id, now)
            for owed_to in (message.sender_id, message.receiver_id):
                key = f"relay-delete:{message.id}:{owed_to}"
                await work.outbox.put(Notice(owed_to, NoticeKind.RELAY_DELETE, key, {"message": message.id}))


@dataclass(frozen=True, slots=True)
class ReactToMessage:
    """Shows on the other side how somebody reacted. A reaction to anything else is nobody's business."""

    write: Transaction[RelayWork]
    clock: Clock

    async def __call__(self, person: Person, message_id: int, emoji: str | None) -> None:
        async with self.write() as work:
            message = await work.relayed.at(person.id, message_id)
            if message is None or message.deleted_at is not None:
                return
            by_sender = person.id == message.sender_id
            await work.relayed.reacted(message.id, by_sender, emoji)
            await self._owe(work, message, by_sender)

    async def _owe(self, work: RelayWork, message: Relayed, by_sender: bool) -> None:
        to = message.receiver_id if by_sender else message.sender_id
        key = f"relay-reaction:{message.id}:{to}:{self.clock():%Y%m%d%H%M%S%f}"
        await work.outbox.put(Notice(to, NoticeKind.RELAY_REACTION, key, {"message": message.id}))
