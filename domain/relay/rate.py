"""What the customer says of a conversation that is over."""

from __future__ import annotations

from dataclasses import dataclass

from domain.people.models import Person
from domain.relay.models import Conversation, ConversationId, Side
from domain.relay.ports import RelayWork
from domain.relay.talk import held
from domain.shared.clock import Clock
from domain.shared.errors import NotFound
from domain.shared.transaction import Transaction

LONGEST_WORD = 500


@dataclass(frozen=True, slots=True)
class RateConversation:
    """The customer's one to five stars for a conversation in which the consultant wrote, and a word with them.

    Rating again changes the stars. Raises NotFound for everyone else and for a conversation with nothing to rate.
    """

    write: Transaction[RelayWork]
    clock: Clock

    async def __call__(self, person: Person, id: ConversationId, stars: int) -> Conversation:
        async with self.write() as work:
            conversation = await self._theirs(work, person, id)
            await work.conversations.rate(conversation, max(1, min(5, stars)), self.clock())
        return conversation

    async def add_word(self, person: Person, id: ConversationId, word: str) -> None:
        """A word with the stars given before; too long a one is cut."""
        async with self.write() as work:
            conversation = await self._theirs(work, person, id)
            if conversation.rating is None:
                raise NotFound(f"rating of conversation {id}")
            await work.conversations.set_word(id, " ".join(word.split())[:LONGEST_WORD])

    @staticmethod
    async def _theirs(work: RelayWork, person: Person, id: ConversationId) -> Conversation:
        conversation, side = await held(work, person, id)
        if side is not Side.CUSTOMER or not conversation.answered:
            raise NotFound(f"rating of conversation {id}")
        return conversation
