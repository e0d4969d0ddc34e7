"""Gathering goods for a client, and sending them."""

from __future__ import annotations

from dataclasses import replace
from datetime import tzinfo

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.clients.use_cases import ClientBook
from domain.ordering.code_list import Wish
from domain.ordering.product_card import ShowProduct
from domain.people.models import Person
from domain.proposals.gather import GatherGoods
from domain.proposals.gather import SendProposal as SendProposalCase
from domain.proposals.models import ProposalId
from domain.shared.errors import Stale
from domain.shared.ids import ArticleId, CustomerId, ProductId
from domain.wishes.use_cases import LookAt
from handlers.clients.callbacks import OpenClient
from handlers.clients.handlers import open_client
from handlers.proposals import views
from handlers.proposals.callbacks import (
    AskClearDraft,
    AskProposalNote,
    ClearDraft,
    CountDraft,
    CountForClient,
    EndGathering,
    OpenDraft,
    SendProposal,
    StartProposal,
    WithdrawProposal,
)
from handlers.proposals.gathering import GATHERING, GatheringCodes, end_gathering, gathered
from handlers.proposals.product_views import product_for_client
from handlers.proposals.states import Proposing
from handlers.search.states import Searching
from handlers.ui.filters import HasText
from handlers.ui.screen import Answer
from locales.translator import Translator


async def start(
    event: CallbackQuery,
    callback_data: StartProposal,
    person: Person,
    tr: Translator,
    gather_goods: GatherGoods,
    state: FSMContext,
) -> Answer:
    sheet = await gather_goods.begin(person, CustomerId(callback_data.client))
    await state.set_state(None)
    await state.update_data({GATHERING: sheet.proposal.id})
    return Answer(views.draft_screen(sheet, 0, tr))


async def open_draft(
    event: CallbackQuery,
    callback_data: OpenDraft,
    person: Person,
    tr: Translator,
    gather_goods: GatherGoods,
    state: FSMContext,
) -> Answer:
    sheet = await gather_goods(person, ProposalId(callback_data.proposal))
    await state.set_state(None)
    await state.update_data({GATHERING: sheet.proposal.id})
    return Answer(views.draft_screen(sheet, callback_data.page, tr))


async def count_draft(
    event: CallbackQuery, callback_data: CountDraft, person: Person, tr: Translator, gather_goods: GatherGoods
) -> Answer:
    press = callback_data
    sheet = await gather_goods.count(person, ProposalId(press.proposal), ArticleId(press.article), press.step)
    return Answer(views.draft_screen(sheet, press.page, tr))


async def count_for_client(
    event: CallbackQuery,
    callback_data: CountForClient,
    person: Person,
    tr: Translator,
    gather_goods: GatherGoods,
    show_product: ShowProduct,
    look_at: LookAt,
) -> Answer:
    press, article = callback_data, ArticleId(callback_data.article)
    sheet = await gather_goods.count(person, ProposalId(press.proposal), article, press.step)
    card = await show_product(person, ProductId(press.product))
    marks = await look_at(person, ProductId(press.product))
    toast = tr.plain("gathering-now", count=sheet.proposal.quantity_of(article))
    return Answer(product_for_client(card, article, press.page, sheet, tr, marks), toast=toast)


async def add_by_codes(
    message: Message,
    wishes: tuple[Wish, ...],
    person: Person,
    tr: Translator,
    gather_goods: GatherGoods,
    state: FSMContext,
) -> Answer:
    now = await gathered(state, person, gather_goods)
    if now is None:
        raise Stale("nothing is being gathered")
    report, sheet = await gather_goods.by_codes(person, now.proposal.id, wishes)
    return Answer(views.report_screen(report, sheet, tr), forget=True)


async def end(
    event: CallbackQuery,
    callback_data: EndGathering,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    client_book: ClientBook,
    gather_goods: GatherGoods,
    state: FSMContext,
) -> Answer:
    await end_gathering(state)
    at = OpenClient(client=callback_data.client)
    answer = await open_client(event, at, person, tr, zone, client_book, gather_goods, state)
    return replace(answer, toast=tr.plain("gathering-ended"))


async def ask_note(
    event: CallbackQuery,
    callback_data: AskProposalNote,
    person: Person,
    tr: Translator,
    gather_goods: GatherGoods,
    state: FSMContext,
) -> Answer:
    sheet = await gather_goods(person, ProposalId(callback_data.proposal))
    await state.set_state(Proposing.note)
    await state.update_data({GATHERING: sheet.proposal.id})
    return Answer(views.note_screen(sheet, tr))


async def keep_note(
    message: Message, text: str, person: Person, tr: Translator, gather_goods: GatherGoods, state: FSMContext
) -> Answer:
    await state.set_state(None)
    now = await gathered(state, person, gather_goods)
    if now is None:
        raise Stale("nothing is being gathered")
    return Answer(views.draft_screen(await gather_goods.note(person, now.proposal.id, text), 0, tr), forget=True)


async def ask_clear(
    event: CallbackQuery, callback_data: AskClearDraft, person: Person, tr: Translator, gather_goods: GatherGoods
) -> Answer:
    return Answer(views.clear_screen(await gather_goods(person, ProposalId(callback_data.proposal)), tr))


async def clear(
    event: CallbackQuery, callback_data: ClearDraft, person: Person, tr: Translator, gather_goods: GatherGoods
) -> Answer:
    return Answer(views.draft_screen(await gather_goods.clear(person, ProposalId(callback_data.proposal)), 0, tr))


async def send(
    event: CallbackQuery,
    callback_data: SendProposal,
    person: Person,
    tr: Translator,
    send_proposal: SendProposalCase,
    state: FSMContext,
) -> Answer:
    sheet = await send_proposal(person, ProposalId(callback_data.proposal), callback_data.version)
    await end_gathering(state)
    return Answer(views.sent_screen(sheet, tr), toast=tr.plain("proposal-sent"))


async def withdraw(
    event: CallbackQuery,
    callback_data: WithdrawProposal,
    person: Person,
    tr: Translator,
    send_proposal: SendProposalCase,
) -> Answer:
    sheet = await send_proposal.withdraw(person, ProposalId(callback_data.proposal))
    return Answer(views.sent_screen(sheet, tr), toast=tr.plain("proposal-withdrawn"))


def router() -> Router:
    """The consultant's side; stands before what takes codes into one's own cart."""
    proposals = Router(name="proposals")
    proposals.callback_query.register(start, StartProposal.filter())
    proposals.callback_query.register(open_draft, OpenDraft.filter())
    proposals.callback_query.register(count_draft, CountDraft.filter())
    proposals.callback_query.register(count_for_client, CountForClient.filter())
    proposals.callback_query.register(end, EndGathering.filter())
    proposals.callback_query.register(ask_note, AskProposalNote.filter())
    proposals.callback_query.register(ask_clear, AskClearDraft.filter())
    proposals.callback_query.register(clear, ClearDraft.filter())
    proposals.callback_query.register(send, SendProposal.filter())
    proposals.callback_query.register(withdraw, WithdrawProposal.filter())
    proposals.message.register(add_by_codes, StateFilter(None, Searching.words), GatheringCodes())
    proposals.message.register(keep_note, StateFilter(Proposing.note), HasText())
    return proposals
