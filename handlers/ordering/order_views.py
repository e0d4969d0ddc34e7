"""How orders look to who bought and to who serves them."""

from __future__ import annotations

from datetime import tzinfo

from domain.ordering.decide_order import decisions
from domain.ordering.models import Decision, Order, OrderBrief, OrderLine
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
    rows = [
        [button(tr(f"decide-{d}"), _press(order, d))]
        for d in decisions(person, order)
        if serving == (d is not Decision.CANCEL)
    ]
    back = button(tr("orders-back"), OrderPage(serving=serving, page=page).pack())
    return Screen(
        order_text(order, tr, zone, serving=serving), keyboard([*rows, [back, button(tr("home"), Home().pack())]])
    )


def _press(order: Order, decision: Decision) -> str:
    if decision is Decision.ACCEPT:
        return Decide(order=order.id, decision=decision).pack()
    return AskDecide(order=order.id, decision=decision).pack()


def notice_screen(order: Order, person: Person, tr: Translator, zone: tzinfo) -> Screen:
    """What the other side is told about an order: the news, the order, and the buttons that fit its state now."""
    serving = order.consultant_id == person.own_consultant_id
    rows = [
        [button(tr(f"decide-{d}"), _press(order, d)) for d in decisions(person, order) if d is not Decision.CANCEL],
        [button(tr("placed-open"), OpenOrder(order=order.id, serving=serving).pack())],
        [home_below(tr)],
    ]
    text = tr(f"notice-order-{order.state}", order=Html(order_text(order, tr, zone, serving=serving)))
    return Screen(text, keyboard(rows), keep=True)


def sure_screen(order: Order, decision: Decision, tr: Translator) -> Screen:
    """Asks before an order is declined or cancelled: that cannot be taken back."""
    rows = [
        [button(tr(f"decide-{decision}-sure"), Decide(order=order.id, decision=decision).pack())],
        [
            button(tr("back"), OpenOrder(order=order.id, serving=decision is Decision.DECLINE).pack()),
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
