"""Invoices, shipping and pre-checkout answers, refunds."""

import json
import re
import secrets
from typing import Any

from aiogram import methods as m

from sandbox.botapi.deliver import deliver
from sandbox.botapi.registry import Call, method, plain
from sandbox.errors import bad_request
from sandbox.state.chats import Invoice

Raw = dict[str, Any]
START = re.compile(r"[A-Za-z0-9_-]{1,64}")
MAX_TOTAL = 10**10
STARS = "XTR"


def invoice_of(p: Any) -> Invoice:
    """What sendInvoice and createInvoiceLink share, checked in Telegram's words."""
    if not 1 <= len(p.title) <= 32:
        raise bad_request("INVOICE_TITLE_INVALID")
    if not 1 <= len(p.description) <= 255:
        raise bad_request("INVOICE_DESCRIPTION_INVALID")
    if not 1 <= len(p.payload.encode()) <= 128:
        raise bad_request("INVOICE_PAYLOAD_INVALID")
    if not re.fullmatch(r"[A-Z]{3}", p.currency):
        raise bad_request("CURRENCY_INVALID")
    if not p.prices:
        raise bad_request("there must be at least one price")
    if any(not price.label.strip() for price in p.prices):
        raise bad_request("PRICE_LABEL_INVALID")
    if p.currency == STARS:
        if len(p.prices) != 1 or p.max_tip_amount or p.is_flexible:
            raise bad_request("STARS_INVOICE_INVALID")
    elif not p.provider_token:
        raise bad_request("PAYMENT_PROVIDER_INVALID")
    total = sum(price.amount for price in p.prices)
    if not 0 < total <= MAX_TOTAL:
        raise bad_request("CURRENCY_TOTAL_AMOUNT_INVALID")
    tips: list[int] = p.suggested_tip_amounts or []
    if len(tips) > 4 or tips != sorted(set(tips)) or any(not 0 < tip <= (p.max_tip_amount or 0) for tip in tips):
        raise bad_request("SUGGESTED_TIP_AMOUNTS_INVALID")
    start = getattr(p, "start_parameter", None) or ""
    if start and not START.fullmatch(start):
        raise bad_request("START_PARAM_INVALID")
    if p.provider_data:
        try:
            json.loads(p.provider_data)
        except ValueError:
            raise bad_request("DATA_JSON_INVALID") from None
    needs = ("name", "phone_number", "email", "shipping_address")
    return Invoice(
        title=p.title,
        description=p.description,
        payload=p.payload,
        currency=p.currency,
        prices=plain(list(p.prices)),
        start_parameter=start,
        photo_url=p.photo_url,
        is_flexible=bool(p.is_flexible),
        need=frozenset(name for name in needs if getattr(p, f"need_{name}")),
        max_tip=p.max_tip_amount or 0,
    )


@method(m.SendInvoice)
def send_invoice(call: Call, p: m.SendInvoice) -> Raw:
    """A bill in a chat; the person pays it by POST .../pay."""
    invoice = invoice_of(p)
    content = {
        "invoice": {
            "title": invoice.title,
            "description": invoice.description,
            "start_parameter": invoice.start_parameter,
            "currency": invoice.currency,
            "total_amount": invoice.total,
        }
    }
    return deliver(call, p, content, invoice=invoice).raw


@method(m.CreateInvoiceLink)
def create_link(call: Call, p: m.CreateInvoiceLink) -> str:
    """A bill behind a link; the person pays it by POST .../pay with `link`."""
    link = f"https://t.me/${secrets.token_urlsafe(12)}"
    call.world.invoice_links[link] = invoice_of(p)
    return link


@method(m.AnswerShippingQuery)
def answer_shipping(call: Call, p: m.AnswerShippingQuery) -> bool:
    """Ways of delivery with their prices, or why there are none."""
    if p.ok and not p.shipping_options:
        raise bad_request("there must be at least one shipping option")
    if not p.ok and not p.error_message:
        raise bad_request("error message is required")
    answer = {"ok": p.ok, "options": plain(p.shipping_options or []), "error": p.error_message}
    call.world.queries.settle("shipping", p.shipping_query_id, call.world.clock.now(), answer)
    return True


@method(m.AnswerPreCheckoutQuery)
def answer_pre_checkout(call: Call, p: m.AnswerPreCheckoutQuery) -> bool:
    """The last word before money moves."""
    if not p.ok and not p.error_message:
        raise bad_request("error message is required")
    answer = {"ok": p.ok, "error": p.error_message}
    call.world.queries.settle("pre_checkout", p.pre_checkout_query_id, call.world.clock.now(), answer)
    return True


@method(m.RefundStarPayment)
def refund(call: Call, p: m.RefundStarPayment) -> bool:
    """Stars go back."""
    world = call.world
    if p.user_id not in world.people:
        raise bad_request("user not found")
    charge = world.charges.get(p.telegram_payment_charge_id)
    if charge is None or charge["person_id"] != p.user_id or charge["currency"] != STARS:
        raise bad_request("CHARGE_NOT_FOUND")
    if charge["refunded"]:
        raise bad_request("CHARGE_ALREADY_REFUNDED")
    charge["refunded"] = True
    payment = {
        "currency": STARS,
        "total_amount": charge["total_amount"],
        "invoice_payload": charge["payload"],
        "telegram_payment_charge_id": p.telegram_payment_charge_id,
    }
    stored = world.post(world.chats[p.user_id], world.bot.id, {"refunded_payment": payment})
    world.updates.put("message", stored.raw)
    return True
