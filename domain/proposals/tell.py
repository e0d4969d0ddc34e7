"""Notices about proposals."""

from __future__ import annotations

from domain.notices.models import Notice, NoticeKind
from domain.proposals.models import Proposal, ProposalId, ProposalState
from domain.proposals.ports import ProposingWork


def subject_of(id: ProposalId) -> str:
    """What the notices of a proposal have in common."""
    return f"proposal:{id}"


async def refresh(work: ProposingWork, id: ProposalId, state: ProposalState) -> None:
    """Owes every notice that offered it an edit, so that none offers what is over."""
    for owed in await work.outbox.about(subject_of(id)):
        if owed.kind is NoticeKind.PROPOSAL:
            key = f"proposal:{id}:refresh:{owed.id}:{state}"
            await work.outbox.put(Notice(owed.to, NoticeKind.PROPOSAL_REFRESH, key, {"proposal": id, "of": owed.id}))


async def tell_consultant(work: ProposingWork, proposal: Proposal, state: ProposalState) -> None:
    """Owes the consultant the client's answer."""
    consultant = await work.consultants.get(proposal.consultant_id)
    if consultant is not None and consultant.person_id is not None:
        key, args = f"proposal:{proposal.id}:{state}", {"proposal": proposal.id, "state": state.value}
        await work.outbox.put(Notice(consultant.person_id, NoticeKind.PROPOSAL_ANSWER, key, args))
