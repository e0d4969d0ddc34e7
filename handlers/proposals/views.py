"""How a proposal looks to the consultant who gathers it."""

from __future__ import annotations

from collections.abc import Sequence

from domain.ordering.cart import CartLine
from domain.ordering.code_list import Understood
from domain.proposals.gather import ProposalSheet
from domain.proposals.models import ProposalState
from domain.shared.paging import Page, clamp_page
from handlers.catalog.lists import OpenSearch
from handlers.clients.callbacks import OpenClient
from handlers.ordering.code_views import code_lines, shade_rows
from handlers.proposals.callbacks import (
    AskClearDraft,
    AskProposalNote,
    ClearDraft,
    CountDraft,
    EndGathering,
    OpenDraft,
    SendProposal,
    WithdrawProposal,
)
from handlers.ui.counter import counter
from handlers.ui.links import OpenCatalog
from handlers.ui.pager import pager
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.texts import cut
from handlers.ui.ways import back, home
from locales.translator import Translator

LINES = 6
LABEL = 24


def draft_screen(sheet: ProposalSheet, page_number: int, tr: Translator) -> Screen:
    """What is gathered, with counters, the ways to more, and the button that sends it."""
    proposal = sheet.proposal
    if proposal.state is not ProposalState.DRAFT:
        return sent_screen(sheet, tr)
    number = clamp_page(page_number, LINES, len(proposal.lines))
    page = Page(proposal.lines[number * LINES : (number + 1) * LINES], number, LINES, len(proposal.lines))
    first = number * LINES + 1
    lines = "\n".join(_line(first + i, line, tr) for i, line in enumerate(page.items))
    parts = [
        tr("proposal-title", name=sheet.client.name),
        *([lines, tr("proposal-full", total=tr.money(proposal.full.minor))] if proposal.lines else []),
        *([tr("cart-comment", comment=proposal.note)] if proposal.note else []),
        tr("proposal-how"),
    ]
    rows = [
        counter(
            _label(first + i, line, tr),
            CountDraft(proposal=proposal.id, article=line.goods.article_id, step=-1, page=number).pack(),
            OpenDraft(proposal=proposal.id, page=number).pack(),
            CountDraft(proposal=proposal.id, article=line.goods.article_id, step=1, page=number).pack(),
        )
        for i, line in enumerate(page.items)
    ]
    turn = pager(page, tr, lambda n: OpenDraft(proposal=proposal.id, page=n).pack())
    more = [
        button(tr.plain("menu-catalog"), OpenCatalog().pack()),
        button(tr.plain("catalog-search"), OpenSearch().pack()),
    ]
    note = [button(tr.plain("proposal-note"), AskProposalNote(proposal=proposal.id).pack())]
    send = [button(tr.plain("proposal-send"), SendProposal(proposal=proposal.id, version=proposal.version).pack())]
    clear = [button(tr.plain("cart-clear"), AskClearDraft(proposal=proposal.id).pack())]
    ways = [back(tr, EndGathering(client=proposal.customer_id).pack()), home(tr)]
    filled = [send, [*note, *clear]] if proposal.lines else []
    return Screen("\n\n".join(parts), keyboard([*rows, turn, more, *filled, ways]))


def sent_screen(sheet: ProposalSheet, tr: Translator) -> Screen:
    """A proposal that was sent: what it held and where it stands."""
    proposal = sheet.proposal
    lines = "\n".join(_line(n, line, tr) for n, line in enumerate(proposal.lines, start=1))
    parts = [
        tr("proposal-title", name=sheet.client.name),
        lines,
        *([tr("cart-comment", comment=proposal.note)] if proposal.note else []),
        tr(f"proposal-is-{proposal.state}"),
    ]
    waits = proposal.state is ProposalState.SENT
    withdraw = [button(tr.plain("client-withdraw"), WithdrawProposal(proposal=proposal.id).pack())] if waits else []
    ways = [button(tr.plain("proposal-client"), OpenClient(client=proposal.customer_id).pack()), home(tr)]
    return Screen("\n\n".join(parts), keyboard([withdraw, ways]))


def report_screen(report: Sequence[Understood], sheet: ProposalSheet, tr: Translator) -> Screen:
    """What became of a list of codes, and the way to a shade where one has to be chosen."""
    on = [button(tr.plain("gathering-open", count=sheet.proposal.pieces), OpenDraft(proposal=sheet.proposal.id).pack())]
    text = "\n".join([tr("gathering-for", name=sheet.client.name), "", *code_lines(report, tr)])
    more = [button(tr.plain("menu-catalog"), OpenCatalog().pack()), home(tr)]
    return Screen(text, keyboard([*shade_rows(report, tr), on, more]))


def note_screen(sheet: ProposalSheet, tr: Translator) -> Screen:
    """Asks for a word to the client."""
    ways = [back(tr, OpenDraft(proposal=sheet.proposal.id).pack()), home(tr)]
    return Screen(tr("proposal-note-ask", name=sheet.client.name), keyboard([ways]))


def clear_screen(sheet: ProposalSheet, tr: Translator) -> Screen:
    """Asks before everything is taken out."""
    id_ = sheet.proposal.id
    rows = [
        [button(tr.plain("cart-clear-sure"), ClearDraft(proposal=id_).pack())],
        [back(tr, OpenDraft(proposal=id_).pack()), home(tr)],
    ]
    return Screen(tr("proposal-clear-ask", name=sheet.client.name, count=sheet.proposal.pieces), keyboard(rows))


def _line(number: int, line: CartLine, tr: Translator) -> str:
    full = tr.money((line.goods.price * line.quantity).minor)
    words = tr("proposal-line", number=number, name=name_of(line, tr), quantity=line.quantity, full=full)
    if line.obstacle is None:
        return words
    return f"{words}\n{tr(f'repeat-{line.obstacle}', stock=line.goods.stock)}"


def name_of(line: CartLine, tr: Translator) -> str:
    """The article with its shade."""
    name = line.goods.name[tr.language]
    return f"{name}, {line.goods.shade[tr.language]}" if line.goods.shade else name


def _label(number: int, line: CartLine, tr: Translator) -> str:
    name = line.goods.shade[tr.language] if line.goods.shade else line.goods.name[tr.language]
    return tr.plain("cart-label", number=number, name=cut(name, LABEL), quantity=line.quantity)
