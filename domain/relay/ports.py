"""What conversations ask of storage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from domain.clients.ports import Clients
from domain.consultants.ports import Consultants
from domain.notices.ports import Outbox
from domain.ordering.ports import Buyers
from domain.people.ports import People
from domain.relay.models import Content, Conversation, ConversationId, Incoming, Relayed, RelayedId, Side
from domain.shared.ids import ConsultantId, CustomerId, PersonId


class Conversations(Protocol):
    """In a writing block a conversation that was got is held still until the end."""

    async def get(self, id: ConversationId) -> Conversation | None: ...

    async def open(
        self, customer_id: CustomerId, consultant_id: ConsultantId, person_id: PersonId, at: datetime
    ) -> Conversation:
        """The open one of these two, made if there is none; any other of the customer's is closed."""
        ...

    async def of_consultant(
        self, consultant_id: ConsultantId, offset: int, limit: int
    ) -> tuple[Sequence[Conversation], int]:
        """A stretch of those with customers they still have, unread ones first, then the newest; and how many."""
        ...

    async def unread_of(self, consultant_id: ConsultantId) -> int:
        """How many messages the consultant has not looked at."""
        ...

    async def spoke(self, id: ConversationId, side: Side, person_id: PersonId, at: datetime) -> None:
        """Notes who spoke last: what waits for an answer, what is unread, where answers go."""
        ...

    async def seen(self, id: ConversationId) -> None:
        """The consultant has looked."""
        ...

    async def close(self, id: ConversationId, at: datetime) -> None: ...

    async def close_left(self, at: datetime) -> int:
        """Closes those whose customer has gone to somebody else, and says how many."""
        ...

    async def rate(self, conversation: Conversation, rating: int, at: datetime) -> None:
        """Keeps the stars, and what they make of the consultant's: each customer counts once, with their last."""
        ...

    async def set_word(self, id: ConversationId, word: str) -> None:
        """What the customer says with the rating."""
        ...

    async def unanswered(self, before: datetime, limit: int) -> Sequence[Conversation]:
        """Open ones that wait since before then and have not been through both steps."""
        ...

    async def reminded(self, id: ConversationId, at: datetime) -> None: ...

    async def offered(self, id: ConversationId, at: datetime) -> None: ...

    async def away_text(self, consultant_id: ConsultantId) -> str | None: ...

    async def set_away_text(self, consultant_id: ConsultantId, text: str | None) -> None: ...


class RelayedMessages(Protocol):
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
        """None when the same message was added before."""
        ...

    async def get(self, id: RelayedId) -> Relayed | None: ...

    async def at(self, person_id: PersonId, message_id: int) -> Relayed | None:
        """What a message of this person's chat is, whichever side of the pair."""
        ...

    async def count_since(self, sender: PersonId, since: datetime) -> int: ...

    async def group_begun(self, sender: PersonId, group: str) -> bool:
        """Whether a piece of this album is there already."""
        ...

    async def next(self, conversation_id: ConversationId, receiver: PersonId) -> Sequence[Relayed]:
        """The oldest that has not arrived, with the other pieces of its album that have not; empty when all have."""
        ...

    async def is_last_of(self, message: Relayed) -> bool:
        """Whether its sender has written nothing after it in this conversation."""
        ...

    async def sent(self, sent: Mapping[RelayedId, int], also: int | None, at: datetime) -> None:
        """These have arrived, as these messages; `also` is the one with the album's button."""
        ...

    async def failed(self, ids: Sequence[RelayedId], at: datetime) -> None:
        """These will never arrive."""
        ...

    async def set_content(self, id: RelayedId, content: Content) -> None:
        """What it says after an edit."""
        ...

    async def deleted(self, id: RelayedId, at: datetime) -> None:
        """It was taken back; what it said is gone."""
        ...

    async def reacted(self, id: RelayedId, by_sender: bool, emoji: str | None) -> None: ...

    async def stuck(self, before: datetime, limit: int) -> Sequence[Relayed]:
        """Those from before then that have not arrived, and whose senders were not told."""
        ...

    async def knows(self, message: Relayed) -> bool:
        """Whether its sender was told already that something of theirs waits here, and it still does."""
        ...

    async def told(self, ids: Sequence[RelayedId], at: datetime) -> None:
        """Their sender knows that they have not arrived."""
        ...


class RelayWork(Protocol):
    @property
    def conversations(self) -> Conversations: ...

    @property
    def relayed(self) -> RelayedMessages: ...

    @property
    def clients(self) -> Clients: ...

    @property
    def consultants(self) -> Consultants: ...

    @property
    def buyers(self) -> Buyers: ...

    @property
    def people(self) -> People: ...

    @property
    def outbox(self) -> Outbox: ...
