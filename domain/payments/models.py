"""Money that came in for orders. Nothing is known of the card it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.shared.ids import OrderId, PaymentId, PersonId
from domain.shared.money import Money


class PaymentState(StrEnum):
    """APPLIED paid its order; one that REFUND_DUE is kept apart until somebody of the staff has sent it back."""

    APPLIED = "applied"
    REFUND_DUE = "refund_due"
    REFUNDED = "refunded"


class Trouble(StrEnum):
    """Why a payment cannot stand for its order. A pre-checkout is refused for the same reasons."""

    UNKNOWN = "unknown"
    """No such order, or not the payer's."""
    CANCELLED = "cancelled"
    """The order is cancelled, or its goods are no longer kept."""
    PAID = "paid"
    """The order is paid already."""
    AMOUNT = "amount"
    """Another amount or currency than the order's: it was changed since."""
    NOT_BY_CARD = "not_by_card"
    """The order is to be paid in another way."""
    RETURNED = "returned"
    """The goods came back."""


@dataclass(frozen=True, slots=True)
class Charge:
    """What Telegram says was paid. `charge_id` is Telegram's and never comes for two payments."""

    charge_id: str
    provider_charge_id: str
    payload: str
    amount: Money


@dataclass(frozen=True, slots=True)
class Payment:
    """A charge as it is kept. `trouble` is None where it paid its order."""

    id: PaymentId
    charge: Charge
    order_id: OrderId | None
    person_id: PersonId | None
    state: PaymentState
    trouble: Trouble | None
    at: datetime
    refunded_at: datetime | None = None


class MismatchKind(StrEnum):
    """How orders and payments can disagree."""

    PAID_WITHOUT_PAYMENT = "paid_without_payment"
    PAYMENT_NOT_APPLIED = "payment_not_applied"
    """It stands for an order that is not paid, or is cancelled."""
    AMOUNT = "amount"
    REFUND_DUE = "refund_due"
    NOT_AT_PROVIDER = "not_at_provider"
    UNKNOWN_HERE = "unknown_here"


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One thing somebody has to look into; `charge_id` is the provider's."""

    kind: MismatchKind
    order_id: OrderId | None
    charge_id: str
    ours: int | None
    theirs: int | None
