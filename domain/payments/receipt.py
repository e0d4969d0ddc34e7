"""The receipt of 54-FZ, as YooKassa takes it in provider_data. Its items add up to what is paid, to the kopeck."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from domain.ordering.models import Order
from domain.shared.localised import Language

NAME = 128
"""The longest description of an item."""


@dataclass(frozen=True, slots=True)
class Item:
    """`quantity` pieces at `price` kopecks each, discounts taken off."""

    name: str
    price: int
    quantity: int

    @property
    def total(self) -> int:
        return self.price * self.quantity


@dataclass(frozen=True, slots=True)
class Tax:
    """What the operator's accountant knows: the code of VAT, and of the tax system where the provider asks for it."""

    vat_code: int = 1
    tax_system: int | None = None


def items_of(order: Order, language: Language, delivery_name: str) -> list[Item]:
    """The order's lines after discounts, and the delivery. A line whose total does not divide evenly is two items.

    What is paid for beside the lines' own sums (points, say) is spread over them, so that the sum is the order's total.
    """
    totals = [line.total.minor for line in order.lines]
    spare = sum(totals) + order.delivery_cost.minor - order.total.minor
    totals = _less(totals, spare)
    items: list[Item] = []
    for line, total in zip(order.lines, totals, strict=True):
        shade = f", {line.shade[language]}" if line.shade else ""
        items += _split(f"{line.name[language]}{shade}"[:NAME], line.quantity, total)
    if order.delivery_cost.minor:
        items.append(Item(delivery_name[:NAME], order.delivery_cost.minor, 1))
    return items


def _less(totals: list[int], spare: int) -> list[int]:
    """The totals with `spare` kopecks taken off in proportion."""
    whole, left, out = sum(totals), spare, []
    for total in totals:
        off = min(total, left, -(-spare * total // whole)) if whole else 0
        out.append(total - off)
        left -= off
    return out


def _split(name: str, quantity: int, total: int) -> Iterator[Item]:
    each, dearer = divmod(total, quantity)
    if quantity - dearer and each:
        yield Item(name, each, quantity - dearer)
    if dearer:
        yield Item(name, each + 1, dearer)


def provider_data(items: list[Item], contact: str, tax: Tax, currency: str = "RUB") -> str:
    """The JSON that goes with the invoice; `contact` is an e-mail or a phone."""
    customer = {"email": contact} if "@" in contact else {"phone": contact.lstrip("+")}
    receipt: dict[str, Any] = {
        "customer": customer,
        "items": [
            {
                "description": item.name,
                "quantity": item.quantity,
                "amount": {"value": f"{item.price // 100}.{item.price % 100:02}", "currency": currency},
                "vat_code": tax.vat_code,
                "payment_mode": "full_payment",
                "payment_subject": "commodity",
            }
            for item in items
        ],
    }
    if tax.tax_system is not None:
        receipt["tax_system_code"] = tax.tax_system
    return json.dumps({"receipt": receipt}, ensure_ascii=False)
