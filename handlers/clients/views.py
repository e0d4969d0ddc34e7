"""How the client book looks."""

from __future__ import annotations

from datetime import tzinfo

from domain.clients.models import Client, Quiet
from domain.clients.use_cases import ClientSheet, FoundClients
from domain.ordering.models import OrderBrief
from domain.proposals.models import Proposal, ProposalState
from handlers.clients.callbacks import AskClientName, FoundClientPage, OpenClient, SetQuiet
from handlers.clients.todo_callbacks import OpenBirthdays
from handlers.ordering.callbacks import OpenOrder
from handlers.proposals.callbacks import StartProposal, WithdrawProposal
from handlers.ui.links import OpenClients, OpenInvite, OpenOwnBroadcasts, OpenTodo, WriteToClient
from handlers.ui.pager import pager
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.texts import cut
from handlers.ui.ways import back, home
from locales.translator import Translator

NAME = 32


def book_screen(found: FoundClients, tr: Translator, zone: tzinfo) -> Screen:
    """A page of clients, who ordered last first, a client a row."""
    page, searched = found.page, bool(found.query)
    if not page.total and not searched:
        ways = [[button(tr.plain("menu-invite"), OpenInvite().pack())], [home(tr)]]
        return Screen("\n\n".join([tr("clients-none"), *_unnamed(found, tr)]), keyboard(ways))
    rows = [
        [
            button(
                _brief(each, tr, zone),
                OpenClient(client=each.customer_id, page=page.number, found=searched).pack(),
            )
        ]
        for each in page.items
    ]
    kind = FoundClientPage if searched else OpenClients
    turn = pager(page, tr, lambda number: kind(page=number).pack())
    search = [button(tr.plain("clients-search"), AskClientName().pack())]
    if searched:
        search.append(button(tr.plain("clients-all"), OpenClients().pack()))
        title = tr("clients-found", query=found.query, count=page.total)
    else:
        title = tr("clients-title", count=page.total)
    care = [
        button(tr.plain("todo-open"), OpenTodo().pack()),
        button(tr.plain("todo-birthdays"), OpenBirthdays().pack()),
    ]
    news = [button(tr.plain("broadcasts-own-open"), OpenOwnBroadcasts().pack())]
    return Screen("\n\n".join([title, *_unnamed(found, tr)]), keyboard([*rows, turn, search, care, news, [home(tr)]]))


def _unnamed(found: FoundClients, tr: Translator) -> list[str]:
    return [tr("clients-unnamed", count=found.unnamed)] if found.unnamed else []


def _brief(client: Client, tr: Translator, zone: tzinfo) -> str:
    name = cut(client.name, NAME)
    if client.last_order_at is None:
        return tr.plain("clients-brief-new", name=name)
    day = tr.date(client.last_order_at.astimezone(zone).date())
    return tr.plain("clients-brief", name=name, date=day)


def ask_name_screen(tr: Translator) -> Screen:
    """Asks for a name."""
    return Screen(tr("clients-ask-name"), keyboard([[back(tr, OpenClients().pack()), home(tr)]]))


def client_screen(sheet: ClientSheet, proposal: Proposal | None, tr: Translator, zone: tzinfo, way_back: str) -> Screen:
    """A client: since when, what they ordered, what they were sent last, and what can be done for them."""
    client = sheet.client
    lines: list[str] = [tr("client-title", name=client.name)]
    if client.since is not None:
        lines.append(tr("client-since", date=tr.date(client.since.astimezone(zone).date())))
    lines.append(tr("client-orders", count=client.orders) if client.orders else tr("client-no-orders"))
    if proposal is not None and proposal.sent_at is not None:
        day = tr.date(proposal.sent_at.astimezone(zone).date())
        lines += ["", tr(f"client-proposal-{proposal.state}", date=day)]
    if Quiet.PROPOSALS in sheet.quiet:
        lines += ["", tr("client-quiet-proposals")]
    orders = [[button(_order(each, tr, zone), OpenOrder(order=each.id, serving=True).pack())] for each in sheet.orders]
    write = [button(tr.plain("client-write"), WriteToClient(client=client.customer_id).pack())]
    start = [button(tr.plain("client-propose"), StartProposal(client=client.customer_id).pack())]
    waits = proposal is not None and proposal.state is ProposalState.SENT
    withdraw = (
        [button(tr.plain("client-withdraw"), WithdrawProposal(proposal=proposal.id).pack())]
        if proposal is not None and waits
        else []
    )
    propose = [] if Quiet.PROPOSALS in sheet.quiet else start
    return Screen("\n".join(lines), keyboard([write, propose, withdraw, *orders, [back(tr, way_back), home(tr)]]))


def _order(item: OrderBrief, tr: Translator, zone: tzinfo) -> str:
    return tr.plain(
        "order-brief",
        number=item.number,
        state=tr(f"order-mark-{item.state}"),
        total=tr.money(item.total.minor),
        date=tr.date(item.placed_at.astimezone(zone).date()),
    )


def quiet_screen(quiet: Quiet, tr: Translator, *, on: bool) -> Screen:
    """Says what will not be sent any more, or will again, and how to have it the other way."""
    other = button(tr.plain("quiet-undo" if on else "quiet-stop"), SetQuiet(quiet=quiet, on=not on, here=True).pack())
    key = f"quiet-{quiet}-on" if on else f"quiet-{quiet}-off"
    return Screen(tr(key), keyboard([[other], [home(tr)]]))
