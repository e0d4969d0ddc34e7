"""The client's side: looking at what was gathered for them, taking it, refusing it."""

from __future__ import annotations

from dataclasses import dataclass

from domain.ordering.cart import MAX_LINES
from domain.ordering.errors import CartFull
from domain.ordering.price_cart import PricedCart, priced, priced_goods
from domain.people.models import Person
from domain.pricing.engine import Terms
from domain.proposals.models import (
    NothingLeft,
    OfferedToMe,
    Proposal,
    ProposalId,
    ProposalOver,
    ProposalState,
)
from domain.proposals.ports import ProposingWork
from domain.proposals.tell import refresh, tell_consultant
from domain.shared.clock import Clock
from domain.shared.errors import NotFound
from domain.shared.transaction import Transaction


async def _mine(work: ProposingWork, person: Person, id: ProposalId) -> Proposal:
    """A proposal to this person's cabinet that was sent. Raises NotFound."""
    proposal = await work.proposals.get(id)
    if proposal is None or proposal.customer_id != person.customer_id or proposal.state is ProposalState.DRAFT:
        raise NotFound(f"proposal {id}")
    return proposal


@dataclass(frozen=True, slots=True)
class AnswerProposal:
    """What a client does with a proposal. Its goods, prices and stock are those of the moment, its right as well.

    It can be answered while it waits and the consultant is still the client's. Raises NotFound, ProposalOver.
    """

    read: Transaction[ProposingWork]
    write: Transaction[ProposingWork]
    clock: Clock
    terms: Terms

    async def __call__(self, person: Person, id: ProposalId) -> OfferedToMe:
        async with self.read() as work:
            proposal = await _mine(work, person, id)
            consultant = await work.consultants.get(proposal.consultant_id)
            if consultant is None:
                raise NotFound(f"proposal {id}")
            goods = await priced_goods(work, person.customer_id, proposal.to_be_had, self.terms, self.clock)
            before = (await work.carts.get(person.customer_id)).choice.delivery
            is_open = await self._is_open(work, proposal)
            return OfferedToMe(proposal, consultant.name, goods, before, is_open)

    async def take(self, person: Person, id: ProposalId) -> PricedCart:
        """Puts what can be had of it into the client's cart, once: a press repeated later changes nothing.

        What is in the cart already stays, and is made up to the pieces of the proposal; a price that is another than
        when it was sent shows there as changed. Raises NothingLeft, CartFull.
        """
        async with self.write() as work:
            # Reading it holds the cabinet, so two of its accounts take turns.
            proposal = await _mine(work, person, id)
            if proposal.state is ProposalState.TAKEN:
                return await priced(work, person, self.terms, self.clock)
            if not await self._is_open(work, proposal):
                raise ProposalOver
            lines = proposal.to_be_had
            if not lines:
                raise NothingLeft
            cart = await work.carts.get(person.customer_id)
            wanted = [each for each in lines if each.quantity > cart.quantity_of(each.goods.article_id)]
            new = [each for each in wanted if not cart.quantity_of(each.goods.article_id)]
            if len(cart.lines) + len(new) > MAX_LINES:
                raise CartFull
            for each in wanted:
                await work.carts.set_quantity(person.customer_id, each.goods.article_id, each.quantity, each.seen)
            await self._become(work, proposal, ProposalState.TAKEN)
            return await priced(work, person, self.terms, self.clock)

    async def refuse(self, person: Person, id: ProposalId) -> None:
        """Says no; twice is the same as once."""
        async with self.write() as work:
            proposal = await _mine(work, person, id)
            if proposal.state is ProposalState.REFUSED:
                return
            if not await self._is_open(work, proposal):
                raise ProposalOver
            await self._become(work, proposal, ProposalState.REFUSED)

    async def _is_open(self, work: ProposingWork, proposal: Proposal) -> bool:
        if proposal.state is not ProposalState.SENT:
            return False
        return await work.choices.consultant_of(proposal.customer_id) == proposal.consultant_id

    async def _become(self, work: ProposingWork, proposal: Proposal, state: ProposalState) -> None:
        await work.proposals.become(proposal.id, ProposalState.SENT, state, self.clock())
        await refresh(work, proposal.id, state)
        await tell_consultant(work, proposal, state)
