"""The use cases of the client book and of proposals, by the names handlers ask for them."""

from __future__ import annotations

from typing import Any

from bot.settings import Settings
from domain.clients.enter import EnterBirthdays, EnterQuestions
from domain.clients.todo import CareMessage, TodoList
from domain.clients.use_cases import AskQuiet, ClientBook
from domain.notices.use_cases import FindNotice
from domain.proposals.answer import AnswerProposal
from domain.proposals.gather import GatherGoods, SendProposal
from domain.shared.clock import Clock
from handlers.clients.notices import ClientNotices
from handlers.proposals.notices import ProposalNotices
from storage.database import Database


def client_cases(database: Database, settings: Settings, clock: Clock) -> dict[str, Any]:
    """What a consultant does for their clients, and what clients answer."""
    read, write = database.read, database.write
    return {
        "client_book": ClientBook(read),
        "ask_quiet": AskQuiet(write, clock),
        "todo_list": TodoList(read, write, clock, settings.zone),
        "gather_goods": GatherGoods(read, write, clock),
        "send_proposal": SendProposal(write, clock),
        "answer_proposal": AnswerProposal(read, write, clock, settings.price_terms),
    }


def client_notices(database: Database, cases: dict[str, Any]) -> ClientNotices:
    """What words the notices between consultants and their clients."""
    proposals = ProposalNotices(cases["answer_proposal"], cases["gather_goods"], FindNotice(database.read))
    return ClientNotices(proposals, CareMessage(database.read))


def enter_questions(database: Database, clock: Clock) -> EnterQuestions:
    """What the scheduler does every ten minutes."""
    return EnterQuestions(database.write, clock)


def enter_birthdays(database: Database, settings: Settings, clock: Clock) -> EnterBirthdays:
    """What the scheduler does every ten minutes, and what does something once a day."""
    return EnterBirthdays(database.read, database.write, clock, settings.zone)
