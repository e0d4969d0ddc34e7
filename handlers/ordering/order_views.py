"""How orders look to who bought and to who serves them."""

from __future__ import annotations

from datetime import tzinfo

from aiogram.types import InlineKeyboardButton

from domain.ordering.life import Author, Decision, author_of, decisions_of
from domain.ordering.models import Order, OrderBrief, OrderLine, Party
from domain.people.models import Person
from domain.pricing.quote import ReasonKind
from domain.shared.paging import Page
from handlers.deals.reasons import reason_lines
from handlers.ordering.callbacks import AskDecide, Decide, OpenOrder, OrderPage
from handlers.ui.links import Home, OpenCatalog
from handlers.ui.pager import pager
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.ways import home_below
from locales.translator import Html, Translator

LINES = 20


def orders_screen(page: Page[OrderBrief], *, serving: bool, tr: Translator, zone: tzinfo) -> Screen:
    """A page of orders, newest first, an order a row."""
    home = [button(tr("home"), Home().pack())]
    if not page.total:
        ways = [] if serving else [button(tr("menu-catalog"), OpenCatalog().pack())]
        return Screen(tr("orders-none-serving" if serving else "orders-none"), keyboard([ways, home]))
    rows = [
        [button(_brief(item, tr, zone), OpenOrder(order=item.id, serving=serving, page=page.number).pack())]
        for item in page.items
    ]
    turn = pager(page, tr, lambda number: OrderPage(serving=serving, page=number).pack())
    text = tr("orders-title-serving" if serving else "orders-title", count=page.total)
    return Screen(text, keyboard([*rows, turn, home]))


def order_screen(
    order: Order, person: Person, tr: Translator, zone: tzinfo, *, serving: bool = False, page: int = 0
) -> Screen:
    """An order in full, with what this person may do with it."""
    rows = decision_rows(order, person, tr, serving=serving)
    back = button(tr("orders-back"), OrderPage(serving=serving, page=page).pack())
    return Screen(
        order_text(order, tr, zone, serving=serving), keyboard([*rows, [back, button(tr("home"), Home().pack())]])
    )


AT_ONCE = (Decision.ACCEPT, Decision.ASSEMBLE, Decision.SHIP, Decision.DELIVER)
"""What goes on with one press."""
ASKED = (Decision.DECLINE, Decision.CANCEL)
"""What cannot be taken back, so it is asked again."""


def serves(person: Person, order: Order) -> bool:
    """Whether the person looks at the order from the shop's side."""
    return order.consultant_id == person.own_consultant_id or order.customer_id != person.customer_id


def decision_rows(order: Order, person: Person, tr: Translator, *, serving: bool) -> list[list[InlineKeyboardButton]]:
    """A button a row for what this person may do with the order now."""
    possible = faced(order, person, serving=serving)
    rows = [
        [button(tr.plain(_words(d, serving)), Decide(order=order.id, decision=d).pack())]
        for d in AT_ONCE
        if d in possible
    ]
    asked = [d for d in ASKED if d in possible]
    return rows + [[button(tr.plain(f"decide-{d}"), AskDecide(order=order.id, decision=d).pack())] for d in asked]


def faced(order: Order, person: Person, *, serving: bool) -> tuple[Decision, ...]:
    """What the person may do on that side of the order: as its customer, or as its consultant or an admin."""
    author = author_of(person, order)
    side = author.parties - {Party.CUSTOMER} if serving else author.parties & {Party.CUSTOMER}
    return decisions_of(Author(author.person_id, side), order)


def _words(decision: Decision, serving: bool) -> str:
    return "decide-deliver-own" if decision is Decision.DELIVER and not serving else f"decide-{decision}"


def notice_screen(order: Order, person: Person, tr: Translator, zone: tzinfo, state: str) -> Screen:
    """What is told about an order: the news, the order, and the buttons that fit its state now."""
    serving = order.consultant_id == person.own_consultant_id and order.customer_id != person.customer_id
    rows = decision_rows(order, person, tr, serving=True) if serving and state == "placed" else []
    ways = [[button(tr("placed-open"), OpenOrder(order=order.id, serving=serving).pack())], [home_below(tr)]]
    news = tr.has(f"notice-served-{state}") and serving
    text = Html(order_text(order, tr, zone, serving=serving))
    key = f"notice-served-{state}" if news else f"notice-order-{state}"
    return Screen(tr(key, order=text), keyboard([*rows, *ways]), keep=True)


def sure_screen(order: Order, decision: Decision, tr: Translator, *, serving: bool) -> Screen:
    """Asks before an order is declined or cancelled: that cannot be taken back."""
    rows = [
        [button(tr(f"decide-{decision}-sure"), Decide(order=order.id, decision=decision).pack())],
        [
            button(tr("back"), OpenOrder(order=order.id, serving=serving).pack()),
            button(tr("home"), Home().pack()),
        ],
    ]
    return Screen(tr(f"decide-{decision}-ask", number=order.number), keyboard(rows))


def order_text(order: Order, tr: Translator, zone: tzinfo, *, serving: bool) -> str:
    """The order's number, state, lines and sums."""
    shown = [_line(line, tr) for line in order.lines[:LINES]]
    if len(order.lines) > LINES:
        shown.append(tr("summary-more", count=len(order.lines) - LINES))
    cost = tr.money(order.delivery_cost.minor) if order.delivery_cost.minor else tr("delivery-free")
    parts: list[str] = [
        tr("order-title", number=order.number, moment=tr.moment(order.placed_at, zone)),
        tr(f"order-state-{order.state}"),
        *([tr("order-customer", name=order.customer_name)] if serving else []),
        "",
        *shown,
        "",
        *_why(order, tr),
        tr("summary-delivery", name=tr(f"delivery-{order.delivery}"), cost=cost),
        *([tr("cart-comment", comment=order.comment)] if order.comment else []),
        tr("summary-total", total=tr.money(order.total.minor)),
    ]
    return "\n".join(parts)


def _brief(item: OrderBrief, tr: Translator, zone: tzinfo) -> str:
    return tr.plain(
        "order-brief",
        number=item.number,
        state=tr(f"order-mark-{item.state}"),
        total=tr.money(item.total.minor),
        date=tr.date(item.placed_at.astimezone(zone).date()),
    )


def _why(order: Order, tr: Translator) -> list[str]:
    """The reasons kept with the order, but for the delivery, which has a line of its own."""
    reasons = [reason for reason in order.reasons if reason.kind is not ReasonKind.DELIVERY]
    if len(reasons) > 1:
        return reason_lines(reasons, tr)
    if not order.reasons and order.percent:
        return [tr("summary-discount", percent=order.percent, discount=tr.money(order.discount.minor))]
    return []


def _line(line: OrderLine, tr: Translator) -> str:
    name = line.name[tr.language]
    if line.shade:
        name = f"{name}, {line.shade[tr.language]}"
    if line.is_gift:
        return tr("price-gift", name=name)
    return tr("summary-line", name=name, quantity=line.quantity, total=tr.money(line.total.minor))
