"""Invoices, shipping, the ten seconds of pre-checkout, receipts, refunds."""

import asyncio
from typing import Any

import pytest

from tests.sandbox.conftest import ANNA, OLEG, Bench
from tests.sandbox_client import SandboxError

INVOICE: dict[str, Any] = {
    "chat_id": ANNA,
    "title": "Заказ № 1",
    "description": "Помада, 1 шт.",
    "payload": "order:1",
    "provider_token": "1:TEST:1",
    "currency": "RUB",
    "prices": [{"label": "Помада", "amount": 129000}, {"label": "Скидка", "amount": -29000}],
}
STARS = {**INVOICE, "currency": "XTR", "provider_token": "", "prices": [{"label": "Урок", "amount": 50}]}


async def paying(bench: Bench, message_id: int, **more: Any) -> "asyncio.Task[dict[str, Any]]":
    """Start to pay; the bot's side goes on meanwhile."""
    body = {"message_id": message_id, "outcome": "paid", **more}
    task = asyncio.create_task(bench.client.request("POST", f"/sandbox/people/{ANNA}/pay", json=body))
    await asyncio.sleep(0.05)
    return task


async def invoice(bench: Bench, **more: Any) -> int:
    await bench.started()
    number: int = (await bench.ok("sendInvoice", **{**INVOICE, **more}))["message_id"]
    return number


async def test_paying_from_bill_to_receipt(bench: Bench) -> None:
    number = await invoice(bench, need_email=True, need_phone_number=True, need_name=True)
    seen = await bench.client.person(ANNA).last()
    assert seen.kind == "invoice"
    assert seen.invoice is not None
    assert (seen.invoice["total_amount"], seen.invoice["paid"]) == (100000, False)
    assert seen.buttons == [[{"text": "Заплатить 1000.00 RUB", "pay": True}]]
    task = await paying(bench, number, email="a@b.example")
    query = (await bench.fresh())["pre_checkout_query"]
    assert (query["total_amount"], query["currency"], query["invoice_payload"]) == (100000, "RUB", "order:1")
    assert query["order_info"] == {"name": "Анна", "phone_number": "+79161234567", "email": "a@b.example"}
    assert await bench.ok("answerPreCheckoutQuery", pre_checkout_query_id=query["id"], ok=True) is True
    result = await task
    assert result["ok"] is True
    message = (await bench.fresh())["message"]
    paid = message["successful_payment"]
    assert paid["total_amount"] == 100000
    assert paid["telegram_payment_charge_id"] == result["charge_id"]
    assert paid["provider_payment_charge_id"]
    assert message["from"]["id"] == ANNA
    chat = await bench.client.chat(ANNA)
    assert chat.messages[-2].invoice is not None
    assert chat.messages[-2].invoice["paid"] is True
    assert chat.messages[-1].raw["service"] == "successful_payment"
    with pytest.raises(SandboxError, match="409 this invoice is paid already"):
        await bench.client.person(ANNA).pay(number)


async def test_an_invoice_can_be_paid_again_when_a_test_says_so(bench: Bench) -> None:
    number = await invoice(bench)
    for again in (False, True):
        task = await paying(bench, number, again=again)
        query = (await bench.fresh())["pre_checkout_query"]
        await bench.ok("answerPreCheckoutQuery", pre_checkout_query_id=query["id"], ok=True)
        assert (await task)["ok"] is True
        assert (await bench.fresh())["message"]["successful_payment"]


async def test_the_bot_may_refuse(bench: Bench) -> None:
    number = await invoice(bench)
    task = await paying(bench, number)
    query = (await bench.fresh())["pre_checkout_query"]
    await bench.ok("answerPreCheckoutQuery", pre_checkout_query_id=query["id"], ok=False, error_message="Нет на складе")
    assert await task == {"ok": False, "error": "Нет на складе"}
    assert await bench.updates() == []
    assert await bench.refused("answerPreCheckoutQuery", pre_checkout_query_id=query["id"], ok=True) == (
        "Bad Request: query is too old and response timeout expired or query ID is invalid"
    )


async def test_a_declined_card_moves_no_money(bench: Bench) -> None:
    number = await invoice(bench)
    task = await paying(bench, number, outcome="declined")
    query = (await bench.fresh())["pre_checkout_query"]
    await bench.ok("answerPreCheckoutQuery", pre_checkout_query_id=query["id"], ok=True)
    assert await task == {"ok": False, "error": "PAYMENT_FAILED"}
    assert await bench.updates() == []


async def test_an_answer_that_is_too_late(bench: Bench) -> None:
    await bench.client.limits(pre_checkout_seconds=0.3)
    number = await invoice(bench)
    task = await paying(bench, number)
    query = (await bench.fresh())["pre_checkout_query"]
    assert await task == {"ok": False, "error": "BOT_PRECHECKOUT_TIMEOUT"}
    await asyncio.sleep(0.05)
    assert await bench.refused("answerPreCheckoutQuery", pre_checkout_query_id=query["id"], ok=True) == (
        "Bad Request: query is too old and response timeout expired or query ID is invalid"
    )


async def test_shipping_is_asked_first_and_added(bench: Bench) -> None:
    number = await invoice(bench, is_flexible=True, need_shipping_address=True)
    task = await paying(bench, number, shipping_option="post")
    query = (await bench.fresh())["shipping_query"]
    assert query["shipping_address"]["city"] == "Москва"
    options = [
        {"id": "post", "title": "Почта", "prices": [{"label": "Почта", "amount": 30000}]},
        {"id": "pickup", "title": "Пункт", "prices": [{"label": "Пункт", "amount": 0}]},
    ]
    await bench.ok("answerShippingQuery", shipping_query_id=query["id"], ok=True, shipping_options=options)
    await asyncio.sleep(0.05)
    checkout = (await bench.fresh())["pre_checkout_query"]
    assert (checkout["shipping_option_id"], checkout["total_amount"]) == ("post", 130000)
    await bench.ok("answerPreCheckoutQuery", pre_checkout_query_id=checkout["id"], ok=True)
    assert (await task)["ok"] is True


async def test_no_shipping_there(bench: Bench) -> None:
    number = await invoice(bench, is_flexible=True)
    task = await paying(bench, number)
    query = (await bench.fresh())["shipping_query"]
    await bench.ok("answerShippingQuery", shipping_query_id=query["id"], ok=False, error_message="Туда не возим")
    assert await task == {"ok": False, "error": "Туда не возим"}


async def test_stars_are_refunded_once(bench: Bench) -> None:
    await bench.started()
    number = (await bench.ok("sendInvoice", **STARS))["message_id"]
    task = await paying(bench, number)
    query = (await bench.fresh())["pre_checkout_query"]
    await bench.ok("answerPreCheckoutQuery", pre_checkout_query_id=query["id"], ok=True)
    charge = (await task)["charge_id"]
    await bench.fresh()
    refund = {"user_id": ANNA, "telegram_payment_charge_id": charge}
    assert await bench.ok("refundStarPayment", **refund) is True
    assert (await bench.fresh())["message"]["refunded_payment"]["total_amount"] == 50
    assert await bench.refused("refundStarPayment", **refund) == "Bad Request: CHARGE_ALREADY_REFUNDED"
    assert await bench.refused("refundStarPayment", **{**refund, "user_id": OLEG}) == "Bad Request: CHARGE_NOT_FOUND"


async def test_links_are_paid_too(bench: Bench) -> None:
    await bench.started()
    params = {key: value for key, value in INVOICE.items() if key != "chat_id"}
    link = await bench.ok("createInvoiceLink", **params)
    body = {"link": link, "outcome": "paid"}
    task = asyncio.create_task(bench.client.request("POST", f"/sandbox/people/{ANNA}/pay", json=body))
    await asyncio.sleep(0.05)
    query = (await bench.fresh())["pre_checkout_query"]
    await bench.ok("answerPreCheckoutQuery", pre_checkout_query_id=query["id"], ok=True)
    assert (await task)["ok"] is True


@pytest.mark.parametrize(
    ("change", "description"),
    [
        ({"title": "x" * 33}, "INVOICE_TITLE_INVALID"),
        ({"title": ""}, "INVOICE_TITLE_INVALID"),
        ({"description": "x" * 256}, "INVOICE_DESCRIPTION_INVALID"),
        ({"payload": "д" * 65}, "INVOICE_PAYLOAD_INVALID"),
        ({"provider_token": ""}, "PAYMENT_PROVIDER_INVALID"),
        ({"provider_token": None}, "PAYMENT_PROVIDER_INVALID"),
        ({"currency": "rub"}, "CURRENCY_INVALID"),
        ({"prices": []}, "there must be at least one price"),
        ({"prices": [{"label": "x", "amount": 0}]}, "CURRENCY_TOTAL_AMOUNT_INVALID"),
        ({"prices": [{"label": "x", "amount": -5}]}, "CURRENCY_TOTAL_AMOUNT_INVALID"),
        ({"currency": "XTR"}, "STARS_INVOICE_INVALID"),
        ({"start_parameter": "a b"}, "START_PARAM_INVALID"),
        ({"provider_data": "{"}, "DATA_JSON_INVALID"),
        ({"suggested_tip_amounts": [100]}, "SUGGESTED_TIP_AMOUNTS_INVALID"),
        (
            {"reply_markup": {"inline_keyboard": [[{"text": "x", "callback_data": "x"}]]}},
            "REPLY_MARKUP_BUY_EMPTY",
        ),
    ],
)
async def test_refused_invoices(bench: Bench, change: dict[str, Any], description: str) -> None:
    await bench.started()
    params = {key: value for key, value in {**INVOICE, **change}.items() if value is not None}
    assert await bench.refused("sendInvoice", **params) == f"Bad Request: {description}"
