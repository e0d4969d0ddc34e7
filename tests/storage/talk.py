"""Something said between two, for tests of what is kept of it."""

from __future__ import annotations

from typing import Any

from domain.relay.models import Content, Conversation, Incoming, Kind, Relayed, Side
from domain.shared.ids import ConsultantId, CustomerId, PersonId
from storage.database import Database


async def wrote(
    db: Database,
    customer: CustomerId,
    consultant: ConsultantId,
    sender: PersonId,
    receiver: PersonId,
    text: str,
    watch: Any,
    *,
    message_id: int = 1,
    side: Side = Side.CUSTOMER,
    group: str | None = None,
) -> tuple[Conversation, Relayed]:
    """One message of a conversation that is open from then on."""
    person = sender if side is Side.CUSTOMER else receiver
    incoming = Incoming(Content(Kind.TEXT, text), f"{sender}:{message_id}", message_id, group)
    async with db.write() as work:
        conversation = await work.conversations.open(customer, consultant, person, watch())
        added = await work.relayed.add(conversation, side, sender, receiver, incoming, None, watch())
        assert added is not None
        await work.conversations.spoke(conversation.id, side, person, watch())
    return conversation, added
