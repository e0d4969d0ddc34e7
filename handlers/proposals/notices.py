"""Notices about proposals in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from domain.notices.models import NoticeKind
from domain.notices.use_cases import FindNotice
from domain.people.models import Person
from domain.proposals.answer import AnswerProposal
from domain.proposals.gather import GatherGoods
from domain.proposals.models import ProposalId
from domain.shared.errors import DomainError
from handlers.proposals.client_views import answer_notice, proposal_screen
from handlers.ui.screen import Screen
from locales.translator import Translator

KINDS = frozenset({NoticeKind.PROPOSAL, NoticeKind.PROPOSAL_REFRESH, NoticeKind.PROPOSAL_ANSWER})


@dataclass(frozen=True, slots=True)
class ProposalNotices:
    """Renders the notices of KINDS, from the things as they are when it is sent."""

    answer_proposal: AnswerProposal
    gather_goods: GatherGoods
    find_notice: FindNotice

    async def render(
        self, kind: NoticeKind, args: Mapping[str, int | str], person: Person, tr: Translator
    ) -> Screen | None:
        """The message to send, or with `edit` to put in another's place; None when there is nothing to say any more."""
        id_ = ProposalId(int(args["proposal"]))
        try:
            if kind is NoticeKind.PROPOSAL_ANSWER:
                return answer_notice(await self.gather_goods(person, id_), str(args["state"]), tr)
            offered = await self.answer_proposal(person, id_)
        except DomainError:
            return None
        if kind is NoticeKind.PROPOSAL:
            # Withdrawn or answered before it was sent: nobody needs to hear of it.
            return proposal_screen(offered, tr) if offered.is_open else None
        sent = await self.find_notice(int(args["of"]))
        if sent is None or sent.message_id is None:
            return None
        return replace(proposal_screen(offered, tr), edit=sent.message_id)
