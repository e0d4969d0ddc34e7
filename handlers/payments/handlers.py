"""Paying by card, and what the admins do with money that goes back."""

from __future__ import annotations

from datetime import tzinfo
from typing import Any

from aiogram import Router
from aiogram.filters import Command, Filter, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message, PreCheckoutQuery, SuccessfulPayment

from domain.delivery.use_cases import Addresses, FindPoint
from domain.ordering.checkout import Checkout
from domain.ordering.errors import CartBlocked
from domain.ordering.order_again import OrderAgain as PutBackIntoCart
from domain.payments.models import Charge
from domain.payments.receipt import Tax
from domain.payments.use_cases import CheckBill, PrepareBill, Refunds, SetReceiptContact, TakePayment
from domain.people.models import Person
from domain.shared.ids import OrderId, PaymentId
from domain.shared.money import Money
from handlers.delivery.answers import next_screen
from handlers.ordering import cart_views
from handlers.payments import views
from handlers.payments.callbacks import AskContact, OpenRefunds, OrderAgain, PayOrder, RefundDone
from handlers.payments.states import Paying
from handlers.ui.filters import HasText
from handlers.ui.screen import Answer
from locales.translator import Translator


class HasPayment(Filter):
    """Telegram's word that money has moved. Hands it over as `payment`."""

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        return False if message.successful_payment is None else {"payment": message.successful_payment}


async def pay(
    event: CallbackQuery, callback_data: PayOrder, person: Person, tr: Translator, prepare_bill: PrepareBill, tax: Tax
) -> Answer:
    order = await prepare_bill(person, OrderId(callback_data.order))
    return Answer(messages=(views.invoice_screen(order, tax, tr),))


async def ask_contact(
    event: CallbackQuery,
    callback_data: AskContact,
    person: Person,
    tr: Translator,
    prepare_bill: PrepareBill,
    state: FSMContext,
) -> Answer:
    order = await prepare_bill(person, OrderId(callback_data.order))
    await state.set_state(Paying.contact)
    await state.update_data(paying=order.id)
    return Answer(views.contact_screen(order, tr), fresh=True)


async def keep_contact(
    message: Message,
    text: str,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    set_receipt_contact: SetReceiptContact,
    tax: Tax,
    state: FSMContext,
) -> Answer:
    order_id = OrderId(int((await state.get_data()).get("paying", 0)))
    order = await set_receipt_contact(person, order_id, text)
    await state.set_state(None)
    invoice = views.invoice_screen(order, tax, tr)
    return Answer(views.awaiting_screen(order, tr, zone), messages=(invoice,), forget=True)


async def check(query: PreCheckoutQuery, person: Person, tr: Translator, check_bill: CheckBill) -> Answer:
    """An empty answer lets the payment go on, one with words refuses it with them."""
    trouble = await check_bill(person, query.invoice_payload, Money(query.total_amount, query.currency))
    return Answer() if trouble is None else Answer(toast=tr.plain(f"pay-refused-{trouble}"))


async def take(
    message: Message, payment: SuccessfulPayment, person: Person, tr: Translator, take_payment: TakePayment
) -> Answer:
    charge = Charge(
        payment.telegram_payment_charge_id,
        payment.provider_payment_charge_id,
        payment.invoice_payload,
        Money(payment.total_amount, payment.currency),
    )
    taken = await take_payment(person, charge)
    return Answer(views.taken_screen(taken, tr.money(payment.total_amount, payment.currency), tr))


async def again(
    event: CallbackQuery,
    callback_data: OrderAgain,
    person: Person,
    tr: Translator,
    put_back: PutBackIntoCart,
    checkout: Checkout,
    addresses: Addresses,
    find_point: FindPoint,
) -> Answer:
    cart = await put_back(person, OrderId(callback_data.order))
    if not cart.cart.lines:
        return Answer(views.nothing_left_screen(tr), fresh=True)
    try:
        summary = await checkout.as_chosen(person)
    except CartBlocked:
        return Answer(cart_views.cart_screen(cart, 0, tr), fresh=True)
    return Answer(await next_screen(summary, person, addresses, find_point, tr), fresh=True)


async def open_refunds(
    event: CallbackQuery | Message,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    refunds: Refunds,
    state: FSMContext,
    callback_data: OpenRefunds | None = None,
) -> Answer:
    await state.set_state(None)
    page = await refunds(person, callback_data.page if callback_data else 0)
    return Answer(views.refunds_screen(page, tr, zone), forget=isinstance(event, Message))


async def refund_done(
    event: CallbackQuery, callback_data: RefundDone, person: Person, tr: Translator, zone: tzinfo, refunds: Refunds
) -> Answer:
    await refunds.done(person, PaymentId(callback_data.payment))
    screen = views.refunds_screen(await refunds(person, 0), tr, zone)
    return Answer(screen, toast=tr.plain("refunds-noted"))


def router() -> Router:
    """The handlers of payment."""
    payments = Router(name="payments")
    payments.pre_checkout_query.register(check)
    payments.message.register(take, HasPayment())
    payments.callback_query.register(pay, PayOrder.filter())
    payments.callback_query.register(ask_contact, AskContact.filter())
    payments.message.register(keep_contact, StateFilter(Paying.contact), HasText())
    payments.callback_query.register(again, OrderAgain.filter())
    payments.message.register(open_refunds, Command("refunds"))
    payments.callback_query.register(open_refunds, OpenRefunds.filter())
    payments.callback_query.register(refund_done, RefundDone.filter())
    return payments
