"""The use cases of the way from a cart to a paid order, by the names handlers ask for them."""

from __future__ import annotations

from typing import Any

from bot.settings import Settings
from domain.delivery.use_cases import Addresses, ChoosePoint, FindPoint, ManageDelivery
from domain.ordering.by_codes import AddByCodes
from domain.ordering.order_again import OrderAgain
from domain.payments.use_cases import CheckBill, PrepareBill, Refunds, SetReceiptContact, TakePayment
from domain.shared.clock import Clock
from storage.database import Database


def checkout_cases(database: Database, settings: Settings, clock: Clock) -> dict[str, Any]:
    """Codes, delivery, addresses, payment."""
    read, write = database.read, database.write
    terms = settings.price_terms
    bill = PrepareBill(read, clock)
    return {
        "addresses": Addresses(read, write, clock),
        "find_point": FindPoint(read),
        "choose_point": ChoosePoint(write),
        "manage_delivery": ManageDelivery(read, write, settings.selling.delivery),
        "prepare_bill": bill,
        "set_receipt_contact": SetReceiptContact(write, bill, settings.region),
        "check_bill": CheckBill(read, clock),
        "take_payment": TakePayment(write, clock),
        "refunds": Refunds(read, write, clock),
        "put_back": OrderAgain(write, clock, terms),
        "tax": settings.tax,
        "add_by_codes": AddByCodes(write, clock, terms),
    }
