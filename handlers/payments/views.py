"""How paying by card looks."""

from __future__ import annotations

from datetime import tzinfo

from domain.codes.models import masked
from domain.ordering.models import Order
from domain.payments.models import Payment, PaymentState
from domain.payments.receipt import Tax, items_of, provider_data
from domain.payments.use_cases import Taken, payload_of
from domain.shared.paging import Page
from handlers.ordering.callbacks import OpenOrder
from handlers.payments.callbacks import AskContact, OpenRefunds, OrderAgain, PayOrder, RefundDone
from handlers.ui.links import OpenAdmin, OpenCart
from handlers.ui.pager import pager
from handlers.ui.screen import Invoice, Screen, button, keyboard
from handlers.ui.texts import cut
from handlers.ui.ways import back, home, home_below
from locales.translator import Translator

TITLE, DESCRIPTION = 32, 255
"""Telegram's limits, in characters."""


def invoice_screen(order: Order, tax: Tax, tr: Translator) -> Screen:
    """The invoice of an order; what is paid is the order's total, to the kopeck."""
    delivery = tr.plain(f"delivery-{order.delivery}")
    pieces = sum(line.quantity for line in order.lines)
    contact = masked(order.contact) if order.contact else ""
    text = tr.plain("pay-description", count=pieces, delivery=delivery, contact=contact)
    goods = order.total - order.delivery_cost
    prices = [(tr.plain("pay-goods"), goods.minor)] if goods.minor else []
    prices += [(delivery, order.delivery_cost.minor)] if order.delivery_cost.minor else []
    invoice = Invoice(
        title=cut(tr.plain("pay-title", number=order.number), TITLE),
        description=cut(text, DESCRIPTION),
        payload=payload_of(order.id),
        currency=order.total.currency,
        prices=tuple(prices),
        provider_data=provider_data(items_of(order, tr.language, delivery), order.contact, tax, order.total.currency),
        start_parameter=f"order-{order.id}",
    )
    return Screen(text, invoice=invoice, keep=True)


def awaiting_screen(order: Order, tr: Translator, zone: tzinfo) -> Screen:
    """The order is placed and waits to be paid; how long its goods are kept."""
    until = tr.moment(order.pay_until, zone) if order.pay_until else ""
    text = tr(
        "pay-awaiting",
        number=order.number,
        total=tr.money(order.total.minor),
        until=until,
        contact=masked(order.contact) if order.contact else "",
    )
    rows = [
        [button(tr.plain("pay-again"), PayOrder(order=order.id).pack())],
        [button(tr.plain("pay-contact"), AskContact(order=order.id).pack())],
        [button(tr.plain("placed-open"), OpenOrder(order=order.id).pack())],
        [home_below(tr)],
    ]
    return Screen(text, keyboard(rows), keep=True)


def contact_screen(order: Order, tr: Translator) -> Screen:
    """Asks where the receipt shall go."""
    return Screen(tr("pay-ask-contact"), keyboard([[back(tr, OpenOrder(order=order.id).pack()), home(tr)]]))


def taken_screen(taken: Taken, amount: str, tr: Translator) -> Screen:
    """The money has come: what became of it."""
    order = taken.order
    if taken.trouble is not None or order is None:
        return Screen(tr("pay-kept", amount=amount), keyboard([[home_below(tr)]]), keep=True)
    rows = [[button(tr.plain("placed-open"), OpenOrder(order=order.id).pack())], [home_below(tr)]]
    text = tr("pay-done", number=order.number, amount=amount, consultant=order.consultant_name[tr.language])
    return Screen(text, keyboard(rows), keep=True)


def unpaid_screen(order: Order, tr: Translator) -> Screen:
    """The payment did not come in time."""
    rows = [
        [button(tr.plain("pay-order-again"), OrderAgain(order=order.id).pack())],
        [button(tr.plain("placed-open"), OpenOrder(order=order.id).pack())],
        [home_below(tr)],
    ]
    return Screen(tr("pay-unpaid", number=order.number), keyboard(rows), keep=True)


def nothing_left_screen(tr: Translator) -> Screen:
    """None of the goods can be had any more."""
    return Screen(tr("pay-nothing-left"), keyboard([[button(tr.plain("to-cart"), OpenCart().pack()), home(tr)]]))


def refunds_screen(page: Page[Payment], tr: Translator, zone: tzinfo) -> Screen:
    """Payments to be sent back, each with a button that says it was."""
    title = tr("refunds-title", count=page.total) if page.total else tr("refunds-none")
    text = "\n\n".join([title, *(_refund(each, tr, zone) for each in page.items)])
    rows = [
        [button(tr.plain("refunds-done", number=str(each.id)), RefundDone(payment=each.id).pack())]
        for each in page.items
    ]
    turn = pager(page, tr, lambda number: OpenRefunds(page=number).pack())
    return Screen(text, keyboard([*rows, turn, [back(tr, OpenAdmin().pack()), home(tr)]]))


def refund_notice(payment: Payment, tr: Translator, zone: tzinfo) -> Screen | None:
    """What an admin is told; None once it was sent back."""
    if payment.state is not PaymentState.REFUND_DUE:
        return None
    rows = [
        [button(tr.plain("refunds-done", number=str(payment.id)), RefundDone(payment=payment.id).pack())],
        [button(tr.plain("refunds-open"), OpenRefunds().pack())],
        [home_below(tr)],
    ]
    return Screen(f"{tr('refunds-notice')}\n\n{_refund(payment, tr, zone)}", keyboard(rows), keep=True)


def _refund(each: Payment, tr: Translator, zone: tzinfo) -> str:
    return tr(
        "refunds-line",
        number=str(each.id),
        amount=tr.money(each.charge.amount.minor, each.charge.amount.currency),
        moment=tr.moment(each.at, zone),
        order=f"{10_000 + each.order_id}" if each.order_id else "—",
        reason=tr(f"refunds-why-{each.trouble}"),
        charge=each.charge.provider_charge_id,
    )
