"""Buying again: what differs by now, and the reminder to."""

from __future__ import annotations

from collections.abc import Sequence

from domain.ordering.models import Delivery, Order
from domain.ordering.repeat import Again
from handlers.ordering.callbacks import OpenOrder
from handlers.ordering.repeat_callbacks import ChangePress, ReorderWish, RepeatAtOnce, RepeatOrder, RepeatPress
from handlers.ui.links import OpenCatalog
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.ways import back, home, home_below
from locales.translator import Translator

LINES = 30


def repeat_screen(
    order: Order, lines: Sequence[Again], tr: Translator, *, wished: bool, way: Delivery | None
) -> Screen:
    """What of an order can be had today, and what differs; `way` is the delivery it can go by without a question."""
    shown = [_line(each, tr) for each in lines[:LINES]]
    if len(lines) > LINES:
        shown.append(tr("summary-more", count=len(lines) - LINES))
    pieces = sum(each.pieces for each in lines)
    wish = "reorder-wish-off" if wished else "reorder-wish-on"
    at_once = (
        [button(tr.plain("repeat-at-once", name=tr.plain(f"delivery-{way}")), RepeatAtOnce(order=order.id).pack())]
        if pieces and way
        else []
    )
    rows = [
        at_once,
        [button(tr.plain("repeat-press", count=pieces), RepeatPress(order=order.id).pack())] if pieces else [],
        [] if pieces else [button(tr.plain("menu-catalog"), OpenCatalog().pack())],
        [button(tr.plain(wish), ReorderWish(order=order.id, on=not wished).pack())],
        [back(tr, OpenOrder(order=order.id).pack()), home(tr)],
    ]
    end = tr("repeat-ready") if pieces else tr("repeat-nothing")
    return Screen("\n".join([tr("repeat-title", number=order.number), "", *shown, "", end]), keyboard(rows))


def _line(each: Again, tr: Translator) -> str:
    name = each.line.name[tr.language]
    if each.line.shade:
        name = f"{name}, {each.line.shade[tr.language]}"
    words = tr("repeat-line", name=name, quantity=each.line.quantity)
    if each.obstacle is not None:
        return f"{words}\n{tr(f'repeat-{each.obstacle}', stock=each.pieces)}"
    if each.new_price is not None:
        old, new = tr.money(each.line.price.minor), tr.money(each.new_price.minor)
        return f"{words}\n{tr('repeat-price', old=old, new=new)}"
    return words


def change_screen(order: Order, tr: Translator) -> Screen:
    """Says what changing an order means before it is done."""
    rows = [
        [button(tr.plain("change-sure"), ChangePress(order=order.id).pack())],
        [back(tr, OpenOrder(order=order.id).pack()), home(tr)],
    ]
    return Screen(tr("change-ask", number=order.number), keyboard(rows))


def reorder_notice(order: Order, product: str, tr: Translator) -> Screen:
    """Something should be running out: two presses, and it is in the cart; one, and this stops."""
    rows = [
        [button(tr.plain("repeat-order"), RepeatOrder(order=order.id).pack())],
        [button(tr.plain("reorder-stop"), ReorderWish(order=order.id, on=False).pack())],
        [home_below(tr)],
    ]
    return Screen(tr("notice-reorder", product=product, number=order.number), keyboard(rows), keep=True)
