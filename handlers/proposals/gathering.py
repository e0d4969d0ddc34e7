"""Gathering for a client while walking through the catalog: whom for, and the bar that says so on every screen."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import InlineKeyboardMarkup, Message

from domain.ordering.code_list import read_codes
from domain.people.models import Person
from domain.proposals.gather import GatherGoods, ProposalSheet
from domain.proposals.models import ProposalId, ProposalState
from domain.shared.errors import DomainError
from handlers.proposals.callbacks import EndGathering, OpenDraft
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.texts import cut
from locales.translator import Html, Translator

GATHERING = "gathering"
"""Where the conversation's data keep which proposal is being gathered; it outlives states."""
NAME = 24


async def gathered(state: FSMContext, person: Person, gather_goods: GatherGoods) -> ProposalSheet | None:
    """What this consultant gathers now; None, and forgotten, where that is over."""
    id_ = (await state.get_data()).get(GATHERING)
    if not id_:
        return None
    try:
        sheet = await gather_goods(person, ProposalId(int(id_)))
    except DomainError:
        sheet = None
    if sheet is None or sheet.proposal.state is not ProposalState.DRAFT:
        await end_gathering(state)
        return None
    return sheet


async def end_gathering(state: FSMContext) -> None:
    """Goods go into one's own cart again."""
    if (await state.get_data()).get(GATHERING):
        await state.update_data({GATHERING: 0})


class GatheringCodes(Filter):
    """A list of product codes while goods are gathered for a client. Hands over `wishes`."""

    async def __call__(self, message: Message, state: FSMContext) -> bool | dict[str, Any]:
        wishes = read_codes(message.text or "")
        if not wishes or not (await state.get_data()).get(GATHERING):
            return False
        return {"wishes": wishes}


def with_bar(screen: Screen, sheet: ProposalSheet | None, tr: Translator) -> Screen:
    """The screen with the words and the way to the proposal on top, where goods are gathered for somebody."""
    if sheet is None or not isinstance(screen.markup, InlineKeyboardMarkup):
        return screen
    proposal = sheet.proposal
    name = cut(sheet.client.name, NAME)
    bar = [
        button(tr.plain("gathering-open", count=proposal.pieces), OpenDraft(proposal=proposal.id).pack()),
        button(tr.plain("gathering-end"), EndGathering(client=proposal.customer_id).pack()),
    ]
    text = Html(f"{tr('gathering-for', name=name)}\n\n{screen.text}")
    return replace(screen, text=text, markup=keyboard([bar, *screen.markup.inline_keyboard]))
