"""What payments ask of storage."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.ordering.ports import OrderingWork
from domain.payments.models import Charge, Mismatch, Payment, Trouble
from domain.shared.ids import OrderId, PaymentId, PersonId


class Payments(Protocol):
    async def add(
        self, charge: Charge, order_id: OrderId | None, person_id: PersonId, trouble: Trouble | None, at: datetime
    ) -> bool:
        """Keeps a charge, with `trouble` as one to be sent back; False where its charge id is known already."""
        ...

    async def by_charge(self, charge_id: str) -> Payment | None: ...

    async def get(self, payment_id: PaymentId) -> Payment | None: ...

    async def owe_back(self, order_id: OrderId, trouble: Trouble) -> None:
        """What paid for the order is to be sent back."""
        ...

    async def to_refund(self, offset: int, limit: int) -> tuple[Sequence[Payment], int]:
        """Those to be sent back, the oldest first, and how many there are."""
        ...

    async def untold(self, limit: int) -> Sequence[PaymentId]:
        """Those to be sent back of which no admin has heard."""
        ...

    async def told(self, payment_id: PaymentId, at: datetime) -> None: ...

    async def refunded(self, payment_id: PaymentId, by: PersonId, at: datetime) -> bool:
        """Notes that it was sent back; False where it was not to be, or was already."""
        ...

    async def overdue(self, before: datetime, limit: int) -> Sequence[OrderId]:
        """Orders waiting for a payment by card since longer than was kept for it."""
        ...

    async def set_contact(self, order_id: OrderId, contact: str) -> None:
        """Where the receipt of the order goes."""
        ...

    async def mismatches(self) -> Sequence[Mismatch]:
        """Where orders and payments do not say the same."""
        ...

    async def by_provider(self) -> dict[str, Payment]:
        """Every payment by the provider's id."""
        ...


class PayingWork(OrderingWork, Protocol):
    @property
    def payments(self) -> Payments: ...
