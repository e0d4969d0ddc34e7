"""Payments of the in-memory database of tests/fakes.py."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from domain.payments.models import Charge, Mismatch, Payment, PaymentState, Trouble
from domain.shared.ids import OrderId, PaymentId, PersonId
from tests.fake_data import Data


class FakePayments:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def add(
        self, charge: Charge, order_id: OrderId | None, person_id: PersonId, trouble: Trouble | None, at: datetime
    ) -> bool:
        if await self.by_charge(charge.charge_id) is not None:
            return False
        payment_id = PaymentId(len(self.data.payments) + 1)
        state = PaymentState.APPLIED if trouble is None else PaymentState.REFUND_DUE
        self.data.payments[payment_id] = Payment(payment_id, charge, order_id, person_id, state, trouble, at)
        return True

    async def by_charge(self, charge_id: str) -> Payment | None:
        return next((each for each in self.data.payments.values() if each.charge.charge_id == charge_id), None)

    async def get(self, payment_id: PaymentId) -> Payment | None:
        return self.data.payments.get(payment_id)

    async def owe_back(self, order_id: OrderId, trouble: Trouble) -> None:
        for id_, each in list(self.data.payments.items()):
            if each.order_id == order_id and each.state is PaymentState.APPLIED:
                self.data.payments[id_] = replace(each, state=PaymentState.REFUND_DUE, trouble=trouble)

    def _due(self) -> list[Payment]:
        return [each for each in self.data.payments.values() if each.state is PaymentState.REFUND_DUE]

    async def to_refund(self, offset: int, limit: int) -> tuple[Sequence[Payment], int]:
        return self._due()[offset : offset + limit], len(self._due())

    async def untold(self, limit: int) -> Sequence[PaymentId]:
        return [each.id for each in self._due() if each.id not in self.data.told][:limit]

    async def told(self, payment_id: PaymentId, at: datetime) -> None:
        self.data.told[payment_id] = at

    async def refunded(self, payment_id: PaymentId, by: PersonId, at: datetime) -> bool:
        payment = self.data.payments.get(payment_id)
        if payment is None or payment.state is not PaymentState.REFUND_DUE:
            return False
        self.data.payments[payment_id] = replace(payment, state=PaymentState.REFUNDED, refunded_at=at)
        return True

    async def overdue(self, before: datetime, limit: int) -> Sequence[OrderId]:
        waiting = [each for each in self.data.orders.values() if each.awaits_payment and each.pay_until is not None]
        return [each.id for each in waiting if each.pay_until is not None and each.pay_until < before][:limit]

    async def set_contact(self, order_id: OrderId, contact: str) -> None:
        self.data.orders[order_id] = replace(self.data.orders[order_id], contact=contact)

    async def mismatches(self) -> Sequence[Mismatch]:
        return []

    async def by_provider(self) -> dict[str, Payment]:
        return {each.charge.provider_charge_id: each for each in self.data.payments.values()}
