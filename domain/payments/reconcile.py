"""Comparing our payments with what the provider says."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.payments.errors import BadStatement
from domain.payments.models import Mismatch, MismatchKind, Payment
from domain.payments.ports import PayingWork
from domain.shared.transaction import Transaction

_IDS = {"id", "payment_id", "provider_payment_charge_id", "charge_id", "идентификатор платежа", "номер платежа", "ид"}
_AMOUNTS = {"amount", "sum", "value", "сумма", "сумма платежа"}
_AMOUNT = re.compile(r"(\d[\d\s\u00a0]*)(?:[.,](\d{1,2}))?")


def read_statement(content: bytes) -> dict[str, int]:
    """The provider's CSV as kopecks by its charge ids. Raises BadStatement."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1251", "replace")
    delimiter = max(";,\t", key=text.partition("\n")[0].count)
    rows = csv.reader(io.StringIO(text), delimiter=delimiter)
    header = [name.strip().casefold() for name in next(rows, [])]
    at_id = next((at for at, name in enumerate(header) if name in _IDS), None)
    at_amount = next((at for at, name in enumerate(header) if name in _AMOUNTS), None)
    if at_id is None or at_amount is None:
        raise BadStatement("a column with the payment's id and one with its amount are needed")
    found: dict[str, int] = {}
    for line, row in enumerate(rows, start=2):
        if len(row) <= max(at_id, at_amount) or not row[at_id].strip():
            continue
        amount = _AMOUNT.fullmatch(row[at_amount].strip().removesuffix("₽").removesuffix("RUB").strip())
        if amount is None:
            raise BadStatement(f"line {line}: no amount")
        whole = int(re.sub(r"\D", "", amount[1]))
        found[row[at_id].strip()] = whole * 100 + int((amount[2] or "0").ljust(2, "0"))
    return found


def compare(ours: Mapping[str, Payment], theirs: Mapping[str, int]) -> list[Mismatch]:
    """What only one side knows, and amounts that differ."""
    found = [
        Mismatch(MismatchKind.NOT_AT_PROVIDER, payment.order_id, id_, payment.charge.amount.minor, None)
        for id_, payment in ours.items()
        if id_ not in theirs
    ]
    for id_, amount in theirs.items():
        payment = ours.get(id_)
        if payment is None:
            found.append(Mismatch(MismatchKind.UNKNOWN_HERE, None, id_, None, amount))
        elif payment.charge.amount.minor != amount:
            found.append(Mismatch(MismatchKind.AMOUNT, payment.order_id, id_, payment.charge.amount.minor, amount))
    return found


@dataclass(frozen=True, slots=True)
class Reconcile:
    """Where orders, payments and (if given) the provider's list disagree. Changes nothing."""

    read: Transaction[PayingWork]

    async def __call__(self, theirs: Mapping[str, int] | None = None) -> Sequence[Mismatch]:
        async with self.read() as work:
            found = list(await work.payments.mismatches())
            if theirs is not None:
                found += compare(await work.payments.by_provider(), theirs)
        return found
