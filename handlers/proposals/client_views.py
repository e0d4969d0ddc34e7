"""How a proposal looks to the client, and the answer to the consultant."""

from __future__ import annotations

from aiogram.types import InlineKeyboardButton

from domain.clients.models import Quiet
from domain.ordering.cart import CartLine
from domain.pricing.quote import QuoteLine
from domain.proposals.gather import ProposalSheet
from domain.proposals.models import OfferedToMe, ProposalState
from handlers.clients.callbacks import OpenClient, SetQuiet
from handlers.deals.reasons import price_lines
from handlers.proposals.callbacks import RefuseProposal, TakeProposal
from handlers.proposals.views import name_of
from handlers.ui.links import OpenCart, OpenCatalog
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.ways import answer_below, home_below
from locales.translator import Translator

LINES = 20


def proposal_screen(offered: OfferedToMe, tr: Translator) -> Screen:
    """The goods at the client's own price, and what can be answered; it stays in the chat and follows the answer."""
    proposal, priced = offered.proposal, offered.priced
    pairs = list(zip(priced.cart.lines, priced.quote.lines, strict=True))
    shown = [_line(line, amounts, tr) for line, amounts in pairs[:LINES]]
    if len(pairs) > LINES:
        shown.append(tr("summary-more", count=len(pairs) - LINES))
    less = [_less(line, tr) for line in proposal.lines if line.obstacle is not None][:LINES]
    sums = [*price_lines(priced, priced.quote, tr), tr("proposal-total", total=tr.money(priced.quote.total.minor))]
    parts = [
        tr("proposal-from", name=offered.consultant[tr.language]),
        *(["\n".join(shown)] if shown else []),
        *(["\n".join(less)] if less else []),
        *(["\n".join(sums)] if shown else []),
        *([tr("cart-comment", comment=proposal.note)] if proposal.note else []),
        _end(offered, tr),
    ]
    write = [answer_below(offered.consultant[tr.language], tr)] if offered.is_open else []
    return Screen("\n\n".join(parts), keyboard([*_answers(offered, tr), write, [home_below(tr)]]), keep=True)


def _answers(offered: OfferedToMe, tr: Translator) -> list[list[InlineKeyboardButton]]:
    id_ = offered.proposal.id
    if not offered.is_open:
        taken = offered.proposal.state is ProposalState.TAKEN
        return [[button(tr.plain("to-cart"), OpenCart().pack())]] if taken else []
    refuse = [
        button(tr.plain("proposal-refuse"), RefuseProposal(proposal=id_).pack()),
        button(tr.plain("proposal-quiet"), SetQuiet(quiet=Quiet.PROPOSALS, on=True).pack()),
    ]
    if not offered.priced.cart.lines:
        return [[button(tr.plain("menu-catalog"), OpenCatalog().pack())], refuse]
    into = [button(tr.plain("proposal-take"), TakeProposal(proposal=id_, at_once=False).pack())]
    if offered.before is None:
        return [into, refuse]
    words = tr.plain("proposal-at-once", name=tr.plain(f"delivery-{offered.before}"))
    return [[button(words, TakeProposal(proposal=id_, at_once=True).pack())], into, refuse]


def _end(offered: OfferedToMe, tr: Translator) -> str:
    if not offered.is_open:
        # One that waits and is not open is of a consultant who is the client's no more.
        waits = offered.proposal.state is ProposalState.SENT
        return tr(f"proposal-mine-{ProposalState.WITHDRAWN if waits else offered.proposal.state}")
    return tr("proposal-mine-sent" if offered.priced.cart.lines else "proposal-mine-nothing")


def answer_notice(sheet: ProposalSheet, state: str, tr: Translator) -> Screen:
    """The client's answer, for the consultant."""
    client = sheet.client
    ways = [[button(tr.plain("proposal-client"), OpenClient(client=client.customer_id).pack())], [home_below(tr)]]
    return Screen(tr(f"proposal-answer-{state}", name=client.name), keyboard(ways), keep=True)


def _line(line: CartLine, amounts: QuoteLine, tr: Translator) -> str:
    return tr("summary-line", name=name_of(line, tr), quantity=line.quantity, total=tr.money(amounts.total.minor))


def _less(line: CartLine, tr: Translator) -> str:
    words = tr("repeat-line", name=name_of(line, tr), quantity=line.quantity)
    return f"{words}\n{tr(f'repeat-{line.obstacle}', stock=line.goods.stock)}"
