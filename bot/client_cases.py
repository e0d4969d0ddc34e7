"""The use cases of the client book and of proposals, by the names handlers ask for them."""

from __future__ import annotations

from typing import Any

from bot.settings import Settings
from domain.clients.use_cases import AskQuiet, ClientBook
from domain.notices.use_cases import FindNotice
from domain.proposals.answer import AnswerProposal
from domain.proposals.gather import GatherGoods, SendProposal
from domain.shared.clock import Clock
from handlers.proposals.notices import ProposalNotices
from storage.database import Database


def client_cases(database: Database, settings: Settings, clock: Clock) -> dict[str, Any]:
    """What a consultant does for their clients, and what clients answer."""
    read, write = database.read, database.write
    return {
        "client_book": ClientBook(read),
        "ask_quiet": AskQuiet(write, clock),
        "gather_goods": GatherGoods(read, write, clock),
        "send_proposal": SendProposal(write, clock),
        "answer_proposal": AnswerProposal(read, write, clock, settings.price_terms),
    }


def proposal_notices(database: Database, cases: dict[str, Any]) -> ProposalNotices:
    """What words the notices of proposals."""
    return ProposalNotices(cases["answer_proposal"], cases["gather_goods"], FindNotice(database.read))
