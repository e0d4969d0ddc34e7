"""Payments by card, by the charge ids Telegram gave them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, bindparam, func, or_, select, update

from domain.ordering.models import OrderState
from domain.ordering.models import Payment as PaidBy
from domain.payments.models import Charge, Mismatch, MismatchKind, Payment, PaymentState, Trouble
from domain.shared.ids import OrderId, PaymentId, PersonId
from domain.shared.money import Money
from storage.connection import ResultRow, for_both, insert
from storage.shelf import Shelf
from storage.tables import orders, payments

_ADD = for_both(
    lambda engine: (
        insert(payments, engine).on_conflict_do_nothing(index_elements=["charge_id"]).returning(payments.c.id)
    )
)
_BY_CHARGE = select(payments).where(payments.c.charge_id == bindparam("charge"))
_GET = select(payments).where(payments.c.id == bindparam("payment"))
_DUE = payments.c.state == PaymentState.REFUND_DUE
_TO_REFUND = select(payments).where(_DUE).order_by(payments.c.id).offset(bindparam("skip")).limit(bindparam("most"))
_COUNT_TO_REFUND = select(func.count()).select_from(payments).where(_DUE)
_UNTOLD = (
    select(payments.c.id).where(_DUE, payments.c.told_at.is_(None)).order_by(payments.c.id).limit(bindparam("most"))
)
_TOLD = update(payments).where(payments.c.id == bindparam("payment")).values(told_at=bindparam("moment"))
_OWE_BACK = (
    update(payments)
    .where(payments.c.order_id == bindparam("order"), payments.c.state == PaymentState.APPLIED)
    .values(state=PaymentState.REFUND_DUE, trouble=bindparam("why"))
)
_REFUNDED = (
    update(payments)
    .where(payments.c.id == bindparam("payment"), _DUE)
    .values(state=PaymentState.REFUNDED, refunded_at=bindparam("moment"), refunded_by=bindparam("by"))
)
_OVERDUE = (
    select(orders.c.id)
    .where(
        orders.c.pay_until < bindparam("before"),
        orders.c.state == OrderState.PLACED,
        orders.c.payment == PaidBy.CARD,
    )
    .order_by(orders.c.pay_until)
    .limit(bindparam("most"))
)
_PLACE = select(orders.c.customer_id, orders.c.key).where(orders.c.id == bindparam("order"))
_SET_CONTACT = update(orders).where(orders.c.id == bindparam("order")).values(contact_sealed=bindparam("contact"))
_ENDED = (OrderState.DECLINED, OrderState.CANCELLED, OrderState.RETURNED)
_applied = and_(payments.c.order_id == orders.c.id, payments.c.state == PaymentState.APPLIED)
_WITHOUT = (
    select(orders.c.id, orders.c.total)
    .outerjoin(payments, _applied)
    .where(
        orders.c.payment == PaidBy.CARD,
        orders.c.paid_at.is_not(None),
        orders.c.state.not_in(_ENDED),
        payments.c.id.is_(None),
    )
    .order_by(orders.c.id)
)
_WRONG = (
    select(
        orders.c.id,
        orders.c.total,
        orders.c.paid_at,
        orders.c.state,
        payments.c.provider_charge_id,
        payments.c.amount,
    )
    .join(payments, _applied)
    .where(or_(orders.c.paid_at.is_(None), orders.c.state.in_(_ENDED), orders.c.total != payments.c.amount))
    .order_by(orders.c.id)
)
_ALL_DUE = select(payments).where(_DUE).order_by(payments.c.id)
_ALL = select(payments)


class Payments(Shelf):
    """Implements domain.payments.ports.Payments."""

    __slots__ = ()

    async def add(
        self, charge: Charge, order_id: OrderId | None, person_id: PersonId, trouble: Trouble | None, at: datetime
    ) -> bool:
        values = {
            "charge_id": charge.charge_id,
            "provider_charge_id": charge.provider_charge_id,
            "order_id": order_id,
            "person_id": person_id,
            "payload": charge.payload[:128],
            "amount": charge.amount.minor,
            "currency": charge.amount.currency,
            "state": PaymentState.APPLIED if trouble is None else PaymentState.REFUND_DUE,
            "trouble": trouble,
            "at": at,
        }
        return (await self._run(_ADD[self._engine], values)).scalar_one_or_none() is not None

    async def by_charge(self, charge_id: str) -> Payment | None:
        row = (await self._run(_BY_CHARGE, {"charge": charge_id})).first()
        return None if row is None else _payment(row)

    async def get(self, payment_id: PaymentId) -> Payment | None:
        row = (await self._run(_GET, {"payment": payment_id})).first()
        return None if row is None else _payment(row)

    async def owe_back(self, order_id: OrderId, trouble: Trouble) -> None:
        await self._run(_OWE_BACK, {"order": order_id, "why": trouble})

    async def to_refund(self, offset: int, limit: int) -> tuple[Sequence[Payment], int]:
        rows = (await self._run(_TO_REFUND, {"skip": offset, "most": limit})).all()
        total: int = (await self._run(_COUNT_TO_REFUND)).scalar_one()
        return [_payment(row) for row in rows], total

    async def untold(self, limit: int) -> Sequence[PaymentId]:
        return [PaymentId(id_) for id_ in (await self._run(_UNTOLD, {"most": limit})).scalars()]

    async def told(self, payment_id: PaymentId, at: datetime) -> None:
        await self._run(_TOLD, {"payment": payment_id, "moment": at})

    async def refunded(self, payment_id: PaymentId, by: PersonId, at: datetime) -> bool:
        return bool((await self._run(_REFUNDED, {"payment": payment_id, "by": by, "moment": at})).rowcount)

    async def overdue(self, before: datetime, limit: int) -> Sequence[OrderId]:
        return [OrderId(id_) for id_ in (await self._run(_OVERDUE, {"before": before, "most": limit})).scalars()]

    async def set_contact(self, order_id: OrderId, contact: str) -> None:
        row = (await self._run(_PLACE, {"order": order_id})).first()
        if row is not None:
            sealed = self._seal(contact or None, "orders", "contact", f"{row.customer_id}:{row.key}")
            await self._run(_SET_CONTACT, {"order": order_id, "contact": sealed})

    async def mismatches(self) -> Sequence[Mismatch]:
        found = [
            Mismatch(MismatchKind.PAID_WITHOUT_PAYMENT, OrderId(row.id), "", row.total, None)
            for row in (await self._run(_WITHOUT)).all()
        ]
        found += [
            Mismatch(
                MismatchKind.AMOUNT
                if row.paid_at is not None and row.state not in _ENDED
                else MismatchKind.PAYMENT_NOT_APPLIED,
                OrderId(row.id),
                row.provider_charge_id,
                row.total,
                row.amount,
            )
            for row in (await self._run(_WRONG)).all()
        ]
        found += [
            Mismatch(MismatchKind.REFUND_DUE, row.order_id, row.provider_charge_id, row.amount, None)
            for row in (await self._run(_ALL_DUE)).all()
        ]
        return found

    async def by_provider(self) -> dict[str, Payment]:
        return {row.provider_charge_id: _payment(row) for row in (await self._run(_ALL)).all()}


def _payment(row: ResultRow) -> Payment:
    return Payment(
        PaymentId(row.id),
        Charge(row.charge_id, row.provider_charge_id, row.payload, Money(row.amount, row.currency)),
        row.order_id,
        row.person_id,
        PaymentState(row.state),
        None if row.trouble is None else Trouble(row.trouble),
        row.at,
        row.refunded_at,
    )
