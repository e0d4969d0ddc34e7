"""How orders look to who bought and to who serves them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo
from itertools import islice

from aiogram.types import InlineKeyboardButton

from domain.ordering.drive import MONEY_BACK
from domain.ordering.find_orders import FoundOrders, Group, Period
from domain.ordering.life import Decision
from domain.ordering.models import EventKind, Order, OrderBrief, OrderEvent, OrderLine, OrderState
from domain.people.models import Person
from domain.pricing.quote import ReasonKind
from handlers.deals.reasons import reason_lines
from handlers.ordering.callbacks import Decide, OpenOrder
from handlers.ordering.life_callbacks import AskSearch, OpenListed, OrderList, SendPaper, SendSheet
from handlers.ordering.life_rows import decision_rows
from handlers.ordering.repeat_callbacks import RepeatOrder
from handlers.payments.callbacks import PayOrder
from handlers.ui.links import Home, OpenCatalog
from handlers.ui.pager import pager
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.ways import back, home, write_below
from locales.translator import Translator

LINES = 20


MARKS = (Group.NEW, Group.ACCEPTED, Group.ASSEMBLED, Group.SHIPPED, Group.DELIVERED, Group.OVER)
EVENTS = 8
SAID = 80


def orders_screen(found: FoundOrders, *, serving: bool, tr: Translator, zone: tzinfo) -> Screen:
    """A page of orders, newest first, an order a row, with ways to narrow it down."""
    page, searched = found.page, bool(found.query)
    here = {"serving": serving, "group": found.group, "period": found.period, "found": searched}
    ends = [button(tr("home"), Home().pack())]
    if not found.counts[Group.ALL] and not searched and found.period is Period.ALL:
        ways = [] if serving else [button(tr("menu-catalog"), OpenCatalog().pack())]
        return Screen(tr("orders-none-serving" if serving else "orders-none"), keyboard([ways, ends]))
    rows = [
        [button(_brief(item, tr, zone), OpenListed(order=item.id, page=page.number, **here).pack())]
        for item in page.items
    ]
    turn = pager(page, tr, lambda number: OrderList(page=number, **here).pack())
    table = SendSheet(serving=serving, group=found.group, period=found.period)
    sheet = [button(tr.plain("orders-sheet"), table.pack())] if page.total and not searched else []
    search = button(tr.plain("orders-search"), AskSearch(serving=serving).pack())
    narrow = [*_groups(found, serving, tr), _periods(found, serving, tr)]
    if searched:
        narrow.append([button(tr.plain("orders-all"), OrderList(serving=serving).pack())])
    again = [] if serving or searched or page.number else _repeat_last(page.items, tr)
    return Screen(
        _list_title(found, serving, tr),
        keyboard([again, *rows, turn, *narrow, [search, *sheet], ends]),
    )


def _repeat_last(items: Sequence[OrderBrief], tr: Translator) -> list[InlineKeyboardButton]:
    """The newest of these orders once more, unless it came to nothing."""
    kept = (each for each in items if each.state not in MONEY_BACK)
    return [button(tr.plain("orders-repeat"), RepeatOrder(order=each.id).pack()) for each in islice(kept, 1)]


def search_screen(tr: Translator, *, serving: bool) -> Screen:
    """Asks what to look for."""
    return Screen(tr("orders-search-ask"), keyboard([[back(tr, OrderList(serving=serving).pack()), home(tr)]]))


def _list_title(found: FoundOrders, serving: bool, tr: Translator) -> str:
    title = tr("orders-title-serving" if serving else "orders-title", count=found.page.total)
    about = [tr("orders-of-group", name=tr(f"orders-group-{found.group}"))] if found.group is not Group.ALL else []
    if found.query:
        about.append(tr("orders-of-search", query=found.query))
    return "\n".join([title, *about, *([] if found.page.total else [tr("orders-nothing")])])


def _groups(found: FoundOrders, serving: bool, tr: Translator) -> list[list[InlineKeyboardButton]]:
    """A button for each group there is something in; the one looked at leads back to all."""
    buttons = []
    for group in MARKS:
        count, chosen = found.counts[group], group is found.group
        if count or chosen:
            words = tr.plain("orders-chip", name=tr.plain(f"orders-group-{group}"), count=str(count))
            to = Group.ALL if chosen else group
            data = OrderList(serving=serving, group=to, period=found.period, found=bool(found.query))
            buttons.append(button(f"✓ {words}" if chosen else words, data.pack()))
    return [buttons[start : start + 2] for start in range(0, len(buttons), 2)]


def _periods(found: FoundOrders, serving: bool, tr: Translator) -> list[InlineKeyboardButton]:
    def data(period: Period) -> str:
        return OrderList(serving=serving, group=found.group, period=period, found=bool(found.query)).pack()

    return [
        button(("✓ " if each is found.period else "") + tr.plain(f"orders-period-{each}"), data(each))
        for each in Period
    ]


def order_screen(
    order: Order,
    events: Sequence[OrderEvent],
    person: Person,
    tr: Translator,
    zone: tzinfo,
    *,
    serving: bool = False,
    way_back: str | None = None,
) -> Screen:
    """An order in full, what happened to it, and what this person may do with it."""
    rows = decision_rows(order, person, tr, len(events), serving=serving)
    if order.awaits_payment and order.customer_id == person.customer_id:
        pay = button(tr.plain("pay-order", total=tr.money(order.total.minor)), PayOrder(order=order.id).pack())
        rows.insert(0, [pay])
    theirs = not serving and order.consultant_id == person.consultant_id
    write = [write_below(tr)] if theirs else []
    paper = button(tr.plain("order-paper"), SendPaper(order=order.id).pack())
    again = [] if serving else [button(tr.plain("repeat-order"), RepeatOrder(order=order.id).pack())]
    out = [button(tr.plain("orders-back"), way_back or OrderList(serving=serving).pack()), home(tr)]
    text = "\n".join([order_text(order, tr, zone, serving=serving), "", *event_lines(order, events, person, tr, zone)])
    return Screen(text, keyboard([*rows, write, [*again, paper], out]))


def event_lines(order: Order, events: Sequence[OrderEvent], person: Person, tr: Translator, zone: tzinfo) -> list[str]:
    """The last things that happened to an order, the oldest first; what the reader did is said to be theirs."""
    lines: list[str] = [tr("events-title")]
    for each in events[-EVENTS:]:
        who = "you" if _own(each, order, person) else each.party
        words = tr(f"event-{each.kind}", who=tr(f"party-{who}"))
        line = tr("event-line", moment=tr.moment(each.at, zone), what=words)
        lines.append(tr("event-with-text", line=line, text=_shortened(each)) if each.text else line)
    return lines


def _own(event: OrderEvent, order: Order, person: Person) -> bool:
    """Whether the reader did it. Which account of the cabinet placed the order is not kept."""
    placed = event.kind is EventKind.PLACED and order.customer_id == person.customer_id
    return event.person_id == person.id or placed


def _shortened(event: OrderEvent) -> str:
    """What was written, as much as fits eight times under a long order; of tracking the number alone."""
    text = event.text.split(" ")[0] if _is_tracking(event) else event.text
    return text if len(text) <= SAID else f"{text[:SAID].rstrip()}…"


def _is_tracking(event: OrderEvent) -> bool:
    return event.kind in {EventKind.SHIPPED, EventKind.TRACKED}


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
        tr(_state(order, serving=serving)),
        *_standing(order, tr, zone),
        *([tr("order-customer", name=order.customer_name)] if serving else []),
        "",
        *shown,
        "",
        *_why(order, tr),
        tr("summary-delivery", name=tr(f"delivery-{order.delivery}"), cost=cost),
        *([tr("summary-address", address=order.address)] if order.address else []),
        tr("summary-payment", name=tr(f"payment-{order.payment}")),
        *([tr("cart-comment", comment=order.comment)] if order.comment else []),
        tr("summary-total", total=tr.money(order.total.minor)),
    ]
    return "\n".join(parts)


def _state(order: Order, *, serving: bool) -> str:
    """The key of its state; who serves it is not told that the consultant does."""
    if order.awaits_payment:
        return "order-state-awaits-payment"
    if serving and order.state is OrderState.ACCEPTED:
        return "order-state-accepted-serving"
    return f"order-state-{order.state}"


def _standing(order: Order, tr: Translator, zone: tzinfo) -> list[str]:
    """What is so beside the state: paid, tracked, about to be returned."""
    number, _, link = order.tracking.partition(" ")
    lines: list[str] = []
    if number.startswith("http"):
        lines.append(tr("order-tracking-link", link=number))
    elif number:
        lines.append(
            tr("order-tracking", number=number, link=link) if link else tr("order-tracking-number", number=number)
        )
    if order.paid_at is not None:
        lines.append(tr("order-paid", date=tr.date(order.paid_at.astimezone(zone).date())))
    if order.return_asked_at is not None:
        lines.append(tr("order-return-asked"))
    return lines


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
