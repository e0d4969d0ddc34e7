"""Paying by card, over the in-memory database, in both languages."""

from __future__ import annotations

import itertools
import json
from dataclasses import replace
from datetime import timedelta

from aiogram.types import PreCheckoutQuery, SuccessfulPayment, Update

from domain.notices.models import NoticeKind
from domain.ordering.models import Order, OrderState
from domain.payments.models import PaymentState, Trouble
from domain.payments.use_cases import ReleaseUnpaid, TellOfRefunds
from domain.shared.ids import ConsultantId, PersonId, ProductId
from handlers.ui.screen import Answer
from tests.handlers.cabinet import ADMIN, ANNA, OLEG, Cabinet, product
from tests.handlers.test_shopping import as_oleg, data_of, joined, screen

_queries = itertools.count(1)


async def by_card(cabinet: Cabinet) -> Answer:
    """Anna's order of two pieces, to be paid by card."""
    await joined(cabinet)
    await cabinet.press("prc:1:1:0:1")
    await cabinet.press("prc:1:1:0:1")
    await cabinet.press("sum:courier")
    summary = await cabinet.press("pmu:card")
    return await cabinet.press(data_of(summary, "ord")[0])


def order(cabinet: Cabinet) -> Order:
    orders = cabinet.database.data.orders
    return orders[max(orders)]


async def check(cabinet: Cabinet, amount: int | None = None, payload: str = "order:1", currency: str = "RUB") -> Answer:
    total = order(cabinet).total.minor if amount is None else amount
    query = PreCheckoutQuery(
        id=str(next(_queries)),
        from_user=cabinet._user(),
        currency=currency,
        total_amount=total,
        invoice_payload=payload,
    )
    return await cabinet._feed(Update(update_id=next(cabinet.ids), pre_checkout_query=query))


async def paid(cabinet: Cabinet, charge: str = "c1", amount: int | None = None, payload: str = "order:1") -> Answer:
    payment = SuccessfulPayment(
        currency="RUB",
        total_amount=order(cabinet).total.minor if amount is None else amount,
        invoice_payload=payload,
        telegram_payment_charge_id=charge,
        provider_payment_charge_id=f"p-{charge}",
    )
    return await cabinet._send(successful_payment=payment)


async def test_the_invoice_comes_with_the_order_and_adds_up(cabinet: Cabinet) -> None:
    placed = await by_card(cabinet)
    [sent] = placed.messages
    assert sent.invoice is not None
    assert sum(amount for _, amount in sent.invoice.prices) == order(cabinet).total.minor
    receipt = json.loads(sent.invoice.provider_data)["receipt"]
    kopecks = sum(round(float(i["amount"]["value"]) * 100) * i["quantity"] for i in receipt["items"])
    assert kopecks == order(cabinet).total.minor
    assert receipt["customer"] == {"email": "anna@example.org"}
    assert "anna@example.org" not in screen(placed).text, "masked"
    assert data_of(placed, "pay") == ["pay:1"]
    assert not [n for n in cabinet.database.data.outbox.values() if n.kind is NoticeKind.ORDER_PLACED], "not paid yet"
    assert cabinet.database.data.products[ProductId(1)].articles[0].stock == 8, "kept for the payment"


async def test_paid_once_however_often_it_is_said(cabinet: Cabinet) -> None:
    await by_card(cabinet)
    assert await check(cabinet) == Answer()
    done = await paid(cabinet)
    assert screen(done).keep
    assert order(cabinet).state is OrderState.PAID
    assert await paid(cabinet) == done, "the same charge again"
    [payment] = cabinet.database.data.payments.values()
    assert payment.state is PaymentState.APPLIED
    placed = [n for n in cabinet.database.data.outbox.values() if n.kind is NoticeKind.ORDER_PLACED]
    assert [n.to for n in placed] == [OLEG]
    assert (await check(cabinet)).toast, "nobody pays twice"
    await paid(cabinet, "c2")
    assert [each.trouble for each in cabinet.database.data.payments.values()] == [None, Trouble.PAID]


async def test_the_checkout_looks_at_everything(cabinet: Cabinet) -> None:
    await by_card(cabinet)
    total = order(cabinet).total.minor
    for refused in (
        await check(cabinet, total - 1),
        await check(cabinet, currency="USD"),
        await check(cabinet, payload="order:2"),
        await check(cabinet, payload="order:-1"),
        await check(cabinet, payload="order:١"),
        await check(cabinet, payload="nonsense"),
    ):
        assert refused.toast
        assert len(refused.toast) <= 200
    cabinet.person_id = PersonId(1999)
    assert (await check(cabinet)).toast, "a forwarded invoice is somebody else's"
    cabinet.person_id = ANNA
    cabinet.now += timedelta(minutes=31)
    assert (await check(cabinet)).toast, "too late"
    cabinet.now -= timedelta(minutes=31)
    assert await check(cabinet) == Answer()


async def test_what_is_not_paid_in_time_goes_back_and_can_be_ordered_again(cabinet: Cabinet) -> None:
    await by_card(cabinet)
    release = ReleaseUnpaid(cabinet.database.write, cabinet.database.read, lambda: cabinet.now)
    cabinet.now += timedelta(minutes=31)
    assert await release() == 0, "a payment begun at the last moment still arrives"
    cabinet.now += timedelta(minutes=2)
    assert await release() == 1
    assert await release() == 0
    data = cabinet.database.data
    assert order(cabinet).state is OrderState.CANCELLED
    assert data.products[ProductId(1)].articles[0].stock == 10
    notices = {n.kind: n.to for n in data.outbox.values() if n.kind.startswith("order")}
    assert notices == {NoticeKind.ORDER_UNPAID: ANNA}, "the consultant never heard of it"
    again = await cabinet.press("pya:1")
    assert data_of(again, "ord"), "two presses: again, and the order"
    await cabinet.press(data_of(again, "ord")[0])
    assert len(cabinet.database.data.orders) == 2
    late = await paid(cabinet, "late", amount=cabinet.database.data.orders[min(data.orders)].total.minor)
    assert screen(late).keep
    [kept] = cabinet.database.data.payments.values()
    assert (kept.state, kept.trouble) == (PaymentState.REFUND_DUE, Trouble.CANCELLED)


async def test_nothing_left_to_order_again(cabinet: Cabinet) -> None:
    await by_card(cabinet)
    data = cabinet.database.data
    data.products[ProductId(1)] = product(1, on_sale=False)
    answer = await cabinet.press("pya:1")
    assert data_of(answer, "ord") == []
    cabinet.person_id = PersonId(1999)
    assert data_of(await cabinet.press("pya:1"), "ord") == []


async def test_admins_hear_of_a_refund_once_and_note_it(cabinet: Cabinet) -> None:
    await by_card(cabinet)
    await paid(cabinet, "strange", amount=1)
    await cabinet.meet_person(ADMIN, "ru")
    tell = TellOfRefunds(cabinet.database.write, lambda: cabinet.now, {ADMIN, 3999})
    assert await tell() == 1
    assert await tell() == 0
    told = [n for n in cabinet.database.data.outbox.values() if n.kind is NoticeKind.REFUND_DUE]
    assert [n.to for n in told] == [ADMIN]
    assert data_of(await cabinet.press("rfl:0"), "rfd") == [], "not for customers"
    await cabinet.press("rfd:1")
    assert cabinet.database.data.payments[told[0].args["payment"]].state is PaymentState.REFUND_DUE  # type: ignore[index]
    cabinet.person_id = ADMIN
    listed = await cabinet.say("/refunds")
    assert "p-strange" in screen(listed).text
    for _ in range(2):
        answer = await cabinet.press("rfd:1")
        assert data_of(answer, "rfd") == []
    assert cabinet.database.data.payments[told[0].args["payment"]].state is PaymentState.REFUNDED  # type: ignore[index]


async def test_a_paid_order_that_ends_is_to_be_refunded(cabinet: Cabinet) -> None:
    await by_card(cabinet)
    await paid(cabinet)
    await as_oleg(cabinet)
    sure = await cabinet.press("dca:1:decline")
    await cabinet.press(data_of(sure, "dcd")[0])
    [payment] = cabinet.database.data.payments.values()
    assert (payment.state, payment.trouble) == (PaymentState.REFUND_DUE, Trouble.CANCELLED)


async def test_the_receipt_may_go_elsewhere(cabinet: Cabinet) -> None:
    await by_card(cabinet)
    await cabinet.press("pyc:1")
    assert await cabinet.state() == "Paying:contact"
    refused = await cabinet.say("не почта")
    assert refused.forget
    answer = await cabinet.say("Other@Example.org")
    assert answer.forget
    assert answer.messages[0].invoice is not None
    assert '"other@example.org"' in answer.messages[0].invoice.provider_data.lower()
    assert await cabinet.state() is None


async def test_nobody_else_gets_the_invoice(cabinet: Cabinet) -> None:
    await by_card(cabinet)
    cabinet.person_id = PersonId(1999)
    for data in ("pay:1", "pyc:1"):
        answer = await cabinet.press(data)
        assert not answer.messages
        assert "10001" not in screen(answer).text
    await as_oleg(cabinet)
    assert not (await cabinet.press("pay:1")).messages


async def test_an_unpaid_order_is_not_accepted(cabinet: Cabinet) -> None:
    await by_card(cabinet)
    await as_oleg(cabinet)
    await cabinet.press("dcd:1:accept")
    assert order(cabinet).state is OrderState.PLACED


async def test_two_orders_are_told_apart(cabinet: Cabinet) -> None:
    await by_card(cabinet)
    await cabinet.press("prc:2:2:0:1")
    summary = await cabinet.press("sum:courier")
    await cabinet.press(data_of(summary, "ord")[0])
    await paid(cabinet, "second", payload="order:2")
    states = [each.state for each in cabinet.database.data.orders.values()]
    assert states == [OrderState.PLACED, OrderState.PAID]
    customers = {each.customer_id for each in cabinet.database.data.orders.values()}
    assert len(customers) == 1
    consultants = cabinet.database.data.consultants
    consultants[ConsultantId(1)] = replace(consultants[ConsultantId(1)], has_left=True, is_open=False)
    await paid(cabinet, "first", payload="order:1")
    assert order(cabinet).state is OrderState.PAID, "money is taken though the consultant has left"
