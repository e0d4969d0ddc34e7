"""`python -m bot reconcile`: where orders and payments disagree."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from domain.payments.errors import BadStatement
from domain.payments.models import Mismatch, MismatchKind
from domain.payments.reconcile import Reconcile, read_statement
from storage.database import Database

WORDS = {
    MismatchKind.PAID_WITHOUT_PAYMENT: "the order is paid by card, but no payment of it is here",
    MismatchKind.PAYMENT_NOT_APPLIED: "a payment stands for an order that is not paid or has ended",
    MismatchKind.AMOUNT: "the amounts differ",
    MismatchKind.REFUND_DUE: "is to be sent back",
    MismatchKind.NOT_AT_PROVIDER: "not at the provider",
    MismatchKind.UNKNOWN_HERE: "at the provider, but unknown here",
}


def _read(csv: str) -> Mapping[str, int]:
    return read_statement(Path(csv).read_bytes())


async def reconcile(database: Database, csv: str | None) -> int:
    """Prints a line for each thing to look into; 1 if there was any, 2 if the list could not be read."""
    try:
        theirs = _read(csv) if csv else None
    except (OSError, BadStatement) as wrong:
        print(wrong, file=sys.stderr)
        return 2
    found = await Reconcile(database.read)(theirs)
    for each in found:
        print(_line(each))
    print(f"{len(found)} to look into" if found else "orders and payments agree")
    return 1 if found else 0


def _line(each: Mismatch) -> str:
    order = f"order {10_000 + each.order_id}" if each.order_id else "no order"
    known = (("ours", each.ours), ("theirs", each.theirs))
    amounts = [f"{name} {amount / 100:.2f}" for name, amount in known if amount is not None]
    return "  ".join([order, each.charge_id or "-", WORDS[each.kind], *amounts])
