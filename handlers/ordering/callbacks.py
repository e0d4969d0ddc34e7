"""What cart and order buttons carry."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from domain.ordering.life import Decision
from domain.ordering.models import Delivery
from handlers.ui.numbers import Id, Kopecks, PageNumber, PressKeyText, Step, Version


class CartPage(CallbackData, prefix="crt"):
    page: PageNumber = 0


class CountLine(CallbackData, prefix="crc"):
    """Puts `step` more (fewer when negative) pieces of an article into the cart, from the cart."""

    article: Id
    step: Step
    page: PageNumber = 0


class AskClearCart(CallbackData, prefix="cra"):
    pass


class ClearCart(CallbackData, prefix="crx"):
    pass


class AgreeToChanges(CallbackData, prefix="crg"):
    """Takes the cart's goods at their present price and stock."""


class AddComment(CallbackData, prefix="cmt"):
    pass


class ChooseDelivery(CallbackData, prefix="dlv"):
    pass


class Summarise(CallbackData, prefix="sum"):
    delivery: Delivery


class PlaceOrderPress(CallbackData, prefix="ord"):
    """`key` makes a second press the same press; `version` and `total` (kopecks) are what the person saw."""

    key: PressKeyText
    delivery: Delivery
    version: Version
    total: Kopecks


class OrderPage(CallbackData, prefix="ols"):
    serving: bool = False
    page: PageNumber = 0


class OpenOrder(CallbackData, prefix="opn"):
    order: Id
    serving: bool = False
    page: PageNumber = 0


class AskDecide(CallbackData, prefix="dca"):
    """Asks "are you sure?" first."""

    order: Id
    decision: Decision


class Decide(CallbackData, prefix="dcd"):
    order: Id
    decision: Decision
