"""What cart and order buttons carry."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from domain.ordering.models import Decision, Delivery


class CartPage(CallbackData, prefix="crt"):
    page: int = 0


class CountLine(CallbackData, prefix="crc"):
    """Puts `step` more (fewer when negative) pieces of an article into the cart, from the cart."""

    article: int
    step: int
    page: int = 0


class AskClearCart(CallbackData, prefix="cra"):
    pass


class ClearCart(CallbackData, prefix="crx"):
    pass


class AddComment(CallbackData, prefix="cmt"):
    pass


class ChooseDelivery(CallbackData, prefix="dlv"):
    pass


class Summarise(CallbackData, prefix="sum"):
    delivery: Delivery


class PlaceOrderPress(CallbackData, prefix="ord"):
    """`key` makes a second press the same press; `version` and `total` (kopecks) are what the person saw."""

    key: str
    delivery: Delivery
    version: int
    total: int


class OrderPage(CallbackData, prefix="ols"):
    serving: bool = False
    page: int = 0


class OpenOrder(CallbackData, prefix="opn"):
    order: int
    serving: bool = False
    page: int = 0


class AskDecide(CallbackData, prefix="dca"):
    """Asks "are you sure?" first."""

    order: int
    decision: Decision


class Decide(CallbackData, prefix="dcd"):
    order: int
    decision: Decision
