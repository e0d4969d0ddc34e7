"""What the buttons of proposals carry."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from handlers.ui.numbers import Id, PageNumber, Step, Version


class StartProposal(CallbackData, prefix="pps"):
    """The draft for a client; from then on goods are gathered for them."""

    client: Id


class OpenDraft(CallbackData, prefix="ppo"):
    proposal: Id
    page: PageNumber = 0


class CountDraft(CallbackData, prefix="ppc"):
    """`step` more pieces of an article (fewer when negative), from the draft."""

    proposal: Id
    article: Id
    step: Step
    page: PageNumber = 0


class CountForClient(CallbackData, prefix="ppd"):
    """The same from a product's card; `page` is the list's page to go back to."""

    proposal: Id
    product: Id
    article: Id
    step: Step
    page: PageNumber = 0


class EndGathering(CallbackData, prefix="ppe"):
    """Goods go into one's own cart again; the draft stays."""

    client: Id


class AskProposalNote(CallbackData, prefix="ppn"):
    proposal: Id


class AskClearDraft(CallbackData, prefix="ppa"):
    proposal: Id


class ClearDraft(CallbackData, prefix="ppl"):
    proposal: Id


class SendProposal(CallbackData, prefix="ppx"):
    """`version` is what was seen; a proposal is sent once, so its id is the key."""

    proposal: Id
    version: Version


class WithdrawProposal(CallbackData, prefix="ppw"):
    proposal: Id


class TakeProposal(CallbackData, prefix="ppk"):
    """Into the cart, once; `at_once`: and on to the order, delivered and paid as the last one."""

    proposal: Id
    at_once: bool


class RefuseProposal(CallbackData, prefix="ppr"):
    proposal: Id
