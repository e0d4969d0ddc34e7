"""Gathering goods for a client, and sending them: the consultant's side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from domain.clients.models import Client, ClientQuiet, Quiet
from domain.clients.use_cases import client_of
from domain.notices.models import Notice, NoticeKind
from domain.ordering.by_codes import understood
from domain.ordering.cart import MAX_LINES, MAX_PIECES
from domain.ordering.code_list import Understood, Wish, codes_of, match
from domain.ordering.errors import CartFull, NotAvailable
from domain.people.models import Person
from domain.proposals.models import (
    MOST_A_DAY,
    NOTE_LIMIT,
    Proposal,
    ProposalEmpty,
    ProposalId,
    ProposalOver,
    ProposalState,
    TooManyProposals,
    room,
)
from domain.proposals.ports import ProposingWork
from domain.proposals.tell import refresh, subject_of
from domain.shared.clock import Clock
from domain.shared.errors import NotFound, Stale
from domain.shared.ids import ArticleId, CustomerId
from domain.shared.transaction import Transaction

DAY = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class ProposalSheet:
    """A proposal as its consultant sees it: by the catalog, since the client's conditions are the client's own."""

    proposal: Proposal
    client: Client


async def _own(work: ProposingWork, person: Person, id: ProposalId) -> ProposalSheet:
    """The consultant's own, for who is their client still. Raises Forbidden, NotFound."""
    own = person.require_consultant()
    proposal = await work.proposals.get(id)
    if proposal is None or proposal.consultant_id != own:
        raise NotFound(f"proposal {id}")
    return ProposalSheet(proposal, await client_of(work, person, proposal.customer_id))


async def _draft(work: ProposingWork, person: Person, id: ProposalId) -> ProposalSheet:
    sheet = await _own(work, person, id)
    if sheet.proposal.state is not ProposalState.DRAFT:
        raise ProposalOver
    return sheet


@dataclass(frozen=True, slots=True)
class GatherGoods:
    """What a consultant does with a proposal before it is sent.

    Never more pieces than there are. Raises Forbidden, NotFound (not theirs, or not their client any more),
    ProposalOver (sent already), NotAvailable, CartFull.
    """

    read: Transaction[ProposingWork]
    write: Transaction[ProposingWork]
    clock: Clock

    async def begin(self, person: Person, customer_id: CustomerId) -> ProposalSheet:
        """The draft for this client; there is one at most."""
        async with self.write() as work:
            client = await client_of(work, person, customer_id)
            return ProposalSheet(
                await work.proposals.draft(person.require_consultant(), customer_id, self.clock()), client
            )

    async def __call__(self, person: Person, id: ProposalId) -> ProposalSheet:
        async with self.read() as work:
            return await _own(work, person, id)

    async def last(self, person: Person, customer_id: CustomerId) -> Proposal | None:
        """What this client was sent last."""
        async with self.read() as work:
            await client_of(work, person, customer_id)
            return await work.proposals.last(person.require_consultant(), customer_id)

    async def count(self, person: Person, id: ProposalId, article_id: ArticleId, step: int) -> ProposalSheet:
        """`step` more pieces, or fewer, of an article."""
        async with self.write() as work:
            proposal = (await _draft(work, person, id)).proposal
            goods = await work.carts.goods(article_id)
            if goods is None:
                raise NotFound(f"article {article_id}")
            have = proposal.quantity_of(article_id)
            want = max(0, have + max(-MAX_PIECES, min(step, MAX_PIECES)))
            if want > have:
                want = room(want, goods)
                if want <= have:
                    raise NotAvailable(goods.code)
                if not have and len(proposal.lines) >= MAX_LINES:
                    raise CartFull
            if want != have:
                await work.proposals.set_line(id, article_id, want)
            return await _own(work, person, id)

    async def by_codes(
        self, person: Person, id: ProposalId, wishes: Sequence[Wish]
    ) -> tuple[Sequence[Understood], ProposalSheet]:
        """Everything of a code list that can be had, and what became of each line."""
        async with self.write() as work:
            proposal = (await _draft(work, person, id)).proposal
            known = await work.carts.by_codes(codes_of(wishes))
            have = {line.goods.article_id: line.quantity for line in proposal.lines}
            lines: list[Understood] = []
            for wish, found in match(wishes, known):
                line = understood(wish, found, have)
                if line.goods is not None and line.added:
                    have[line.goods.article_id] = have.get(line.goods.article_id, 0) + line.added
                    await work.proposals.set_line(id, line.goods.article_id, have[line.goods.article_id])
                lines.append(line)
            return lines, await _own(work, person, id)

    async def note(self, person: Person, id: ProposalId, text: str) -> ProposalSheet:
        """Keeps a word to the client, in one line of at most NOTE_LIMIT characters."""
        async with self.write() as work:
            await _draft(work, person, id)
            await work.proposals.set_note(id, " ".join(text.split())[:NOTE_LIMIT])
            return await _own(work, person, id)

    async def clear(self, person: Person, id: ProposalId) -> ProposalSheet:
        """Begins anew."""
        async with self.write() as work:
            await _draft(work, person, id)
            await work.proposals.clear(id)
            return await _own(work, person, id)


@dataclass(frozen=True, slots=True)
class SendProposal:
    """Sends what was gathered to every account of the client; what was sent before and has no answer is withdrawn.

    `version` is what the consultant saw. Sent once, however often it is pressed. Raises Stale (it is another by now),
    ProposalEmpty, ClientQuiet, TooManyProposals, and as GatherGoods does.
    """

    write: Transaction[ProposingWork]
    clock: Clock

    async def __call__(self, person: Person, id: ProposalId, version: int) -> ProposalSheet:
        async with self.write() as work:
            sheet, now = await _own(work, person, id), self.clock()
            proposal = sheet.proposal
            if proposal.state is ProposalState.SENT:
                return sheet
            if proposal.state is not ProposalState.DRAFT:
                raise ProposalOver
            if not proposal.lines:
                raise ProposalEmpty
            if proposal.version != version:
                raise Stale("the proposal has changed")
            if Quiet.PROPOSALS in await work.quiets.of(proposal.customer_id):
                raise ClientQuiet
            if await work.proposals.sent_since(proposal.customer_id, now - DAY) >= MOST_A_DAY:
                raise TooManyProposals(MOST_A_DAY)
            for before in await work.proposals.waiting(proposal.consultant_id, proposal.customer_id):
                await _withdraw(work, before, self.clock)
            await work.proposals.become(id, ProposalState.DRAFT, ProposalState.SENT, now)
            for to in await work.buyers.persons_of(proposal.customer_id):
                key, about = f"proposal:{id}:{to}", subject_of(id)
                await work.outbox.put(Notice(to, NoticeKind.PROPOSAL, key, {"proposal": id}, subject=about))
            return await _own(work, person, id)

    async def withdraw(self, person: Person, id: ProposalId) -> ProposalSheet:
        """Takes it back before the client has answered; twice is the same as once."""
        async with self.write() as work:
            state = (await _own(work, person, id)).proposal.state
            if state is ProposalState.SENT:
                await _withdraw(work, id, self.clock)
            elif state is not ProposalState.WITHDRAWN:
                raise ProposalOver
            return await _own(work, person, id)


async def _withdraw(work: ProposingWork, id: ProposalId, clock: Clock) -> None:
    await work.proposals.become(id, ProposalState.SENT, ProposalState.WITHDRAWN, clock())
    await refresh(work, id, ProposalState.WITHDRAWN)
