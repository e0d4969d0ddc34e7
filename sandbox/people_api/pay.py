"""A person pays an invoice."""

import secrets
from typing import Any

from aiohttp import web

from sandbox.errors import PersonError
from sandbox.keys import WORLD
from sandbox.people_api.bodies import body_of, chat_of, need, person_of
from sandbox.people_api.send import write
from sandbox.state.chats import Chat, Invoice, Stored
from sandbox.state.people import Person
from sandbox.state.world import World

Raw = dict[str, Any]
routes = web.RouteTableDef()
ADDRESS = {
    "country_code": "RU",
    "state": "",
    "city": "Москва",
    "street_line1": "Тверская улица, 1",
    "street_line2": "",
    "post_code": "125009",
}


@routes.post(r"/sandbox/people/{person_id:\d+}/pay")
async def pay(request: web.Request) -> web.Response:
    """Shipping and pre-checkout queries, then the money; the error of a failed step is Telegram's or the bot's."""
    world = request.app[WORLD]
    person = person_of(request)
    body = await body_of(request)
    chat = chat_of(request, person, body)
    outcome = body.get("outcome", "paid")
    if outcome not in ("paid", "declined"):
        raise PersonError(400, "outcome must be paid or declined")
    stored: Stored | None = None
    if "link" in body:
        invoice = world.invoice_links.get(str(body["link"]))
        if invoice is None:
            raise PersonError(404, "there is no invoice behind this link")
    else:
        stored = chat.find(need(body, "message_id"))
        if stored is None or stored.invoice is None:
            raise PersonError(404, "there is no invoice in this message")
        invoice = stored.invoice
    if person.blocked:
        raise PersonError(409, "you blocked the bot; unblock it first")
    if invoice.paid and not body.get("again"):
        raise PersonError(409, "this invoice is paid already")
    return web.json_response(await _pay(world, chat, person, stored, invoice, outcome, body))


async def _pay(
    world: World, chat: Chat, person: Person, stored: Stored | None, invoice: Invoice, outcome: str, body: Raw
) -> Raw:
    info = _order_info(person, invoice, body)
    payment: Raw = {
        "currency": invoice.currency,
        "total_amount": invoice.total + _tip(invoice, body),
        "invoice_payload": invoice.payload,
    }
    if info:
        payment["order_info"] = info
    if invoice.is_flexible:
        option = await _shipping(world, person, invoice, info, body)
        if "error" in option:
            return {"ok": False, "error": option["error"]}
        payment["shipping_option_id"] = option["id"]
        payment["total_amount"] += sum(price["amount"] for price in option["prices"])
    question = {"from": person.user(), **payment}
    answer = await _ask(world, person, "pre_checkout", question)
    if answer is None:
        return {"ok": False, "error": "BOT_PRECHECKOUT_TIMEOUT"}
    if not answer["ok"]:
        return {"ok": False, "error": answer["error"]}
    if outcome == "declined":
        return {"ok": False, "error": "PAYMENT_FAILED"}
    if invoice.paid and not body.get("again"):
        raise PersonError(409, "this invoice is paid already")
    invoice.paid = True
    charge = secrets.token_urlsafe(24)
    payment["telegram_payment_charge_id"] = charge
    payment["provider_payment_charge_id"] = secrets.token_hex(12)
    world.charges[charge] = {
        "person_id": person.id,
        "currency": invoice.currency,
        "total_amount": payment["total_amount"],
        "payload": invoice.payload,
        "refunded": False,
    }
    if stored is not None:
        world.announce(chat, stored, "edit")
    update_id, receipt = write(world, chat, person, {"successful_payment": payment})
    return {"ok": True, "update_id": update_id, "message_id": receipt.id, "charge_id": charge}


async def _ask(world: World, person: Person, kind: str, question: Raw) -> Raw | None:
    seconds = world.limits.pre_checkout_seconds
    query = world.queries.ask(kind, person.id, world.clock.now() + seconds)
    world.updates.put(f"{kind}_query", {"id": query.id, **question})
    return await world.queries.wait(query, seconds)


async def _shipping(world: World, person: Person, invoice: Invoice, info: Raw, body: Raw) -> Raw:
    address = info.get("shipping_address") or {**ADDRESS, **(body.get("address") or {})}
    question = {"from": person.user(), "invoice_payload": invoice.payload, "shipping_address": address}
    answer = await _ask(world, person, "shipping", question)
    if answer is None:
        return {"error": "BOT_SHIPPING_TIMEOUT"}
    if not answer["ok"]:
        return {"error": answer["error"]}
    options: list[Raw] = answer["options"]
    wanted = body.get("shipping_option")
    for option in options:
        if wanted in (None, option["id"]):
            return option
    raise PersonError(400, f"there is no shipping option {wanted!r}; there are {[o['id'] for o in options]}")


def _order_info(person: Person, invoice: Invoice, body: Raw) -> Raw:
    info: Raw = {}
    if "name" in invoice.need:
        info["name"] = body.get("name") or person.name
    if "phone_number" in invoice.need:
        info["phone_number"] = body.get("phone") or person.phone or "+79000000000"
    if "email" in invoice.need:
        info["email"] = body.get("email") or f"person{person.id}@example.com"
    if "shipping_address" in invoice.need:
        info["shipping_address"] = {**ADDRESS, **(body.get("address") or {})}
    return info


def _tip(invoice: Invoice, body: Raw) -> int:
    tip = body.get("tip") or 0
    if not isinstance(tip, int) or not 0 <= tip <= invoice.max_tip:
        raise PersonError(400, f"tip must be between 0 and {invoice.max_tip}")
    return tip
