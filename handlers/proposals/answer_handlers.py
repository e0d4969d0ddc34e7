"""The client's side of a proposal."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.delivery.use_cases import Addresses, FindPoint
from domain.ordering.checkout import Checkout
from domain.people.models import Person
from domain.proposals.answer import AnswerProposal
from domain.proposals.models import ProposalId
from handlers.delivery.answers import next_screen
from handlers.ordering.cart_views import cart_screen
from handlers.proposals.callbacks import RefuseProposal, TakeProposal
from handlers.proposals.client_views import proposal_screen
from handlers.ui.screen import Answer
from locales.translator import Translator


async def take(
    event: CallbackQuery,
    callback_data: TakeProposal,
    person: Person,
    tr: Translator,
    answer_proposal: AnswerProposal,
    checkout: Checkout,
    addresses: Addresses,
    find_point: FindPoint,
) -> Answer:
    priced = await answer_proposal.take(person, ProposalId(callback_data.proposal))
    # The notice stays and follows the answer by an edit of its own, in every account of the cabinet.
    if not callback_data.at_once or not priced.cart.lines or priced.cart.has_changes:
        return Answer(cart_screen(priced, 0, tr), toast=tr.plain("proposal-taken"), fresh=True)
    screen = await next_screen(await checkout.as_chosen(person), person, addresses, find_point, tr)
    return Answer(screen, toast=tr.plain("proposal-taken"), fresh=True)


async def refuse(
    event: CallbackQuery,
    callback_data: RefuseProposal,
    person: Person,
    tr: Translator,
    answer_proposal: AnswerProposal,
) -> Answer:
    id_ = ProposalId(callback_data.proposal)
    await answer_proposal.refuse(person, id_)
    return Answer(proposal_screen(await answer_proposal(person, id_), tr), toast=tr.plain("proposal-refused"))


def router() -> Router:
    """The handlers of a client's answer."""
    answers = Router(name="proposal-answers")
    answers.callback_query.register(take, TakeProposal.filter())
    answers.callback_query.register(refuse, RefuseProposal.filter())
    return answers
