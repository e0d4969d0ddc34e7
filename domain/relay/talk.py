"""Opening conversations, looking at them, and closing them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.consultants.models import Consultant
from domain.notices.models import Notice, NoticeKind
from domain.people.models import Person
from domain.relay.errors import ConversationOver, NobodyToWrite
from domain.relay.models import Conversation, ConversationId, Side, Standing
from domain.relay.ports import RelayWork
from domain.shared.clock import Clock
from domain.shared.errors import NotFound
from domain.shared.ids import CustomerId, PersonId
from domain.shared.paging import Page, clamp_page
from domain.shared.transaction import Transaction

PAGE = 8
LONGEST_AWAY = 300


async def held(work: RelayWork, person: Person, id: ConversationId) -> tuple[Conversation, Side]:
    """A conversation of this person's, held still. Raises NotFound for whoever is at neither end."""
    conversation = await work.conversations.get(id)
    if conversation is None:
        raise NotFound(f"conversation {id}")
    return conversation, conversation.side_of(person)


async def live(work: RelayWork, person: Person, id: ConversationId, clock: Clock) -> tuple[Conversation, Side]:
    """The same two people's open conversation: one that was closed begins anew. Raises NotFound, ConversationOver."""
    conversation, side = await held(work, person, id)
    if not conversation.is_theirs:
        raise ConversationOver
    if conversation.closed_at is None:
        return conversation, side
    last = conversation.person_id if side is Side.CONSULTANT else person.id
    opened = await work.conversations.open(conversation.customer_id, conversation.consultant_id, last, clock())
    return opened, side


async def receiver_of(work: RelayWork, conversation: Conversation, side: Side) -> PersonId:
    """The account that what `side` writes goes to. Raises NobodyToWrite, ConversationOver.

    A customer's is the one that wrote last, as long as it is in the cabinet.
    """
    if side is Side.CUSTOMER:
        consultant = await work.consultants.get(conversation.consultant_id)
        if consultant is None or consultant.person_id is None:
            raise NobodyToWrite
        return consultant.person_id
    accounts = await work.buyers.persons_of(conversation.customer_id)
    if not accounts:
        raise ConversationOver
    return conversation.person_id if conversation.person_id in accounts else accounts[0]


async def standing_of(work: RelayWork, conversation: Conversation, side: Side, clock: Clock) -> Standing:
    """How that side finds the conversation now."""
    consultant = await work.consultants.get(conversation.consultant_id)
    if consultant is None:
        raise NotFound(f"consultant {conversation.consultant_id}")
    now = clock()
    reached = consultant.is_reachable
    if side is Side.CONSULTANT:
        account = await work.people.get(conversation.person_id)
        reached = account is not None and account.reachable
    away = await work.conversations.away_text(consultant.id)
    return Standing(
        conversation, side, consultant, consultant.local_time(now), consultant.is_on_duty(now), away, reached
    )


@dataclass(frozen=True, slots=True)
class OpenConversation:
    """Where a conversation stands, for one of its two sides; for the consultant it counts as read from now on.

    Raises NotFound for everyone else.
    """

    write: Transaction[RelayWork]
    clock: Clock

    async def __call__(self, person: Person, id: ConversationId) -> Standing:
        async with self.write() as work:
            conversation, side = await live(work, person, id, self.clock)
            return await self._looked_at(work, conversation, side)

    async def with_consultant(self, person: Person) -> Standing:
        """The customer's conversation with the consultant they have. Raises NobodyToWrite."""
        if person.consultant_id is None:
            raise NobodyToWrite
        async with self.write() as work:
            consultant = await work.consultants.get(person.consultant_id)
            if consultant is None or consultant.person_id in (None, person.id):
                raise NobodyToWrite
            opened = await work.conversations.open(person.customer_id, consultant.id, person.id, self.clock())
            return await standing_of(work, opened, Side.CUSTOMER, self.clock)

    async def with_client(self, person: Person, customer_id: CustomerId) -> Standing:
        """A consultant's conversation with a client of theirs, begun if there is none.

        The client hears of it with the first message. Raises Forbidden for who is no consultant, NotFound for who is
        not their client or has no account in the cabinet.
        """
        own = person.require_consultant()
        async with self.write() as work:
            accounts = await work.buyers.persons_of(customer_id)
            if await work.clients.get(own, customer_id) is None or not accounts:
                raise NotFound(f"client {customer_id}")
            found = [await work.people.get(each) for each in accounts]
            reached = [each.id for each in found if each is not None and each.reachable]
            opened = await work.conversations.open(customer_id, own, [*reached, *accounts][0], self.clock())
            return await self._looked_at(work, opened, Side.CONSULTANT)

    async def _looked_at(self, work: RelayWork, conversation: Conversation, side: Side) -> Standing:
        if side is Side.CONSULTANT and conversation.unread:
            await work.conversations.seen(conversation.id)
            conversation = replace(conversation, unread=0)
        return await standing_of(work, conversation, side, self.clock)


@dataclass(frozen=True, slots=True)
class Talks:
    """A consultant's conversations, a page of them, and their word for outside their hours."""

    page: Page[Conversation]
    consultant: Consultant
    away: str | None


@dataclass(frozen=True, slots=True)
class ListConversations:
    """The conversations of a consultant with the customers they have. Raises Forbidden for everyone else."""

    read: Transaction[RelayWork]

    async def __call__(self, person: Person, number: int = 0) -> Talks:
        own = person.require_consultant()
        async with self.read() as work:
            found, total = await self._stretch(work, person, number)
            if not found and total:
                number = clamp_page(number, PAGE, total)
                found, total = await self._stretch(work, person, number)
            consultant = await work.consultants.get(own)
            away = await work.conversations.away_text(own)
        if consultant is None:
            raise NotFound(f"consultant {own}")
        return Talks(Page(found, clamp_page(number, PAGE, total), PAGE, total), consultant, away)

    @staticmethod
    async def _stretch(work: RelayWork, person: Person, number: int) -> tuple[Sequence[Conversation], int]:
        return await work.conversations.of_consultant(person.require_consultant(), number * PAGE, PAGE)


@dataclass(frozen=True, slots=True)
class CloseConversation:
    """Ends a conversation for both; if the consultant wrote anything in it, the customer is asked how it was.

    The next message opens another. Closing what is closed changes nothing. Raises NotFound.
    """

    write: Transaction[RelayWork]
    clock: Clock

    async def __call__(self, person: Person, id: ConversationId) -> Conversation:
        async with self.write() as work:
            conversation, _ = await held(work, person, id)
            if conversation.closed_at is None:
                await close(work, conversation, self.clock)
        return conversation


async def close(work: RelayWork, conversation: Conversation, clock: Clock) -> None:
    """Closes it, and owes the customer the question how it was."""
    await work.conversations.close(conversation.id, clock())
    if conversation.answered and conversation.is_theirs:
        key = f"relay-rate:{conversation.id}"
        args = {"conversation": conversation.id}
        await work.outbox.put(Notice(conversation.person_id, NoticeKind.RELAY_CLOSED, key, args))


@dataclass(frozen=True, slots=True)
class LeaveWord:
    """What a consultant's customers read outside the consultant's hours; None takes it away. Raises Forbidden."""

    write: Transaction[RelayWork]

    async def __call__(self, person: Person, text: str | None) -> None:
        own = person.require_consultant()
        words = None if text is None else " ".join(text.split())[:LONGEST_AWAY]
        async with self.write() as work:
            await work.conversations.set_away_text(own, words or None)
