"""Payment by card: the bill, the last look before money moves, what came in, and what goes back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from domain.joining.contacts import parse_email, parse_phone
from domain.joining.errors import InvalidField
from domain.notices.models import Notice, NoticeKind
from domain.ordering.drive import drive, held
from domain.ordering.life import SYSTEM, Author, Decision
from domain.ordering.models import Order, OrderState, Party
from domain.ordering.models import Payment as PaidBy
from domain.payments.errors import BadContact, CannotPay
from domain.payments.models import Charge, Payment, PaymentState, Trouble
from domain.payments.ports import PayingWork
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.errors import NotFound
from domain.shared.ids import OrderId, PaymentId, PersonId
from domain.shared.money import Money
from domain.shared.paging import Page
from domain.shared.transaction import Transaction

PAYLOAD = "order:"
PAGE = 6
GRACE = timedelta(minutes=2)
"""Goods are kept this much longer than a payment may begin: what was begun at the last moment still arrives."""


def payload_of(order_id: OrderId) -> str:
    """What binds an invoice to its order."""
    return f"{PAYLOAD}{order_id}"


def order_of(payload: str) -> OrderId | None:
    """The order an invoice is for; None for a payload that no invoice of ours has."""
    number = payload.removeprefix(PAYLOAD)
    known = payload.startswith(PAYLOAD) and number.isascii() and number.isdecimal() and len(number) <= 18
    return OrderId(int(number)) if known else None


def trouble_with(order: Order | None, person: Person, amount: Money) -> Trouble | None:
    """Why this amount of this person's cannot pay for the order; the goods of one in PLACED are kept for it."""
    if order is None or order.customer_id != person.customer_id:
        return Trouble.UNKNOWN
    if order.paid_at is not None:
        return Trouble.PAID
    if order.state is not OrderState.PLACED:
        return Trouble.CANCELLED
    if order.payment is not PaidBy.CARD:
        return Trouble.NOT_BY_CARD
    return None if amount == order.total else Trouble.AMOUNT


def is_late(order: Order, now: datetime) -> bool:
    """Whether the time its goods are kept for has passed."""
    return order.pay_until is not None and now > order.pay_until


@dataclass(frozen=True, slots=True)
class PrepareBill:
    """What a customer needs to pay for an order of theirs. Raises NotFound, CannotPay."""

    read: Transaction[PayingWork]
    clock: Clock

    async def __call__(self, person: Person, order_id: OrderId) -> Order:
        async with self.read() as work:
            order = await work.orders.get(order_id)
        if order is None or order.customer_id != person.customer_id:
            raise NotFound(f"order {order_id}")
        trouble = trouble_with(order, person, order.total)
        if trouble is None and is_late(order, self.clock()):
            trouble = Trouble.CANCELLED
        if trouble is not None:
            raise CannotPay(trouble)
        return order


@dataclass(frozen=True, slots=True)
class SetReceiptContact:
    """Where the receipt goes: an e-mail or a phone. Raises BadContact, NotFound, CannotPay."""

    write: Transaction[PayingWork]
    bill: PrepareBill
    region: str

    async def __call__(self, person: Person, order_id: OrderId, text: str) -> Order:
        try:
            contact = parse_email(text) if "@" in text else parse_phone(text, self.region)
        except InvalidField:
            raise BadContact from None
        order = await self.bill(person, order_id)
        async with self.write() as work:
            await work.payments.set_contact(order_id, contact)
        return replace(order, contact=contact)


@dataclass(frozen=True, slots=True)
class CheckBill:
    """The last look before money moves: order, owner, amount, state and time. None says that it may be paid.

    It only reads, so that it never waits behind somebody who writes: Telegram gives ten seconds. Nothing is taken
    from stock here, since an order that waits for its payment has its goods already.
    """

    read: Transaction[PayingWork]
    clock: Clock

    async def __call__(self, person: Person, payload: str, amount: Money) -> Trouble | None:
        order_id = order_of(payload)
        if order_id is None:
            return Trouble.UNKNOWN
        async with self.read() as work:
            order = await work.orders.get(order_id)
        trouble = trouble_with(order, person, amount)
        if trouble is None and order is not None and is_late(order, self.clock()):
            return Trouble.CANCELLED
        return trouble


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a charge: the order it paid, or why it goes back."""

    order: Order | None
    trouble: Trouble | None


@dataclass(frozen=True, slots=True)
class TakePayment:
    """Keeps a charge and marks its order paid, both or neither; the same charge again changes nothing.

    What cannot stand for its order (cancelled meanwhile, paid twice, another's) is kept apart for a refund, of which
    the admins hear. It is never refused: the money has moved already.
    """

    write: Transaction[PayingWork]
    clock: Clock

    async def __call__(self, person: Person, charge: Charge) -> Taken:
        order_id, now = order_of(charge.payload), self.clock()
        async with self.write() as work:
            order = await self._order(work, order_id)
            known = await work.payments.by_charge(charge.charge_id)
            if known is not None:
                return Taken(order, known.trouble)
            trouble = trouble_with(order, person, charge.amount)
            theirs = order.id if order is not None else None
            if not await work.payments.add(charge, theirs, person.id, trouble, now):
                return Taken(order, trouble)
            if trouble is None and order is not None:
                order = await drive(work, order, Decision.PAY, Author(person.id, frozenset({Party.SYSTEM})), now)
            return Taken(order, trouble)

    @staticmethod
    async def _order(work: PayingWork, order_id: OrderId | None) -> Order | None:
        if order_id is None:
            return None
        try:
            return await held(work, order_id)
        except NotFound:
            return None


@dataclass(frozen=True, slots=True)
class ReleaseUnpaid:
    """Cancels orders whose payment did not come in time: their goods go back, their customers are told. Gives how many.

    Each in a transaction of its own, so that a crash in the middle leaves none half done.
    """

    write: Transaction[PayingWork]
    read: Transaction[PayingWork]
    clock: Clock
    batch: int = 200

    async def __call__(self) -> int:
        done = 0
        async with self.read() as work:
            overdue = await work.payments.overdue(self.clock() - GRACE, self.batch)
        for order_id in overdue:
            async with self.write() as work:
                order = await held(work, order_id)
                if order.awaits_payment and order.pay_until is not None and order.pay_until < self.clock() - GRACE:
                    await drive(work, order, Decision.CANCEL, SYSTEM, self.clock())
                    done += 1
        return done


@dataclass(frozen=True, slots=True)
class TellOfRefunds:
    """Tells the admins of every payment that is to be sent back, once each."""

    write: Transaction[PayingWork]
    clock: Clock
    admins: Collection[int]

    async def __call__(self) -> int:
        async with self.write() as work:
            untold = await work.payments.untold(100)
            for payment_id in untold:
                for admin in await work.buyers.known([PersonId(each) for each in sorted(self.admins)]):
                    key = f"payment:{payment_id}:refund:{admin}"
                    await work.outbox.put(Notice(admin, NoticeKind.REFUND_DUE, key, {"payment": payment_id}))
                await work.payments.told(payment_id, self.clock())
        return len(untold)


@dataclass(frozen=True, slots=True)
class Refunds:
    """Payments to be sent back, for admins. Raises Forbidden for anybody else."""

    read: Transaction[PayingWork]
    write: Transaction[PayingWork]
    clock: Clock

    async def __call__(self, person: Person, number: int) -> Page[Payment]:
        person.require_admin()
        async with self.read() as work:
            found, total = await work.payments.to_refund(number * PAGE, PAGE)
        return Page(found, number, PAGE, total)

    async def get(self, person: Person, payment_id: PaymentId) -> Payment | None:
        """One of them, whatever became of it."""
        person.require_admin()
        async with self.read() as work:
            return await work.payments.get(payment_id)

    async def done(self, person: Person, payment_id: PaymentId) -> Payment:
        """Notes that the money was sent back at the provider's. Again changes nothing. Raises NotFound."""
        person.require_admin()
        async with self.write() as work:
            await work.payments.refunded(payment_id, person.id, self.clock())
            payment = await work.payments.get(payment_id)
        if payment is None or payment.state is PaymentState.APPLIED:
            raise NotFound(f"payment {payment_id}")
        return payment
