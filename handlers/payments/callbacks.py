"""What the buttons of paying carry."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from handlers.ui.numbers import Id, PageNumber


class PayOrder(CallbackData, prefix="pay"):
    """Brings the invoice of an order. It may be asked for again; an order is paid once."""

    order: Id


class AskContact(CallbackData, prefix="pyc"):
    """Another address for the receipt."""

    order: Id


class OrderAgain(CallbackData, prefix="pya"):
    """The goods of an order that was not paid in time, into the cart and on to the summary."""

    order: Id


class OpenRefunds(CallbackData, prefix="rfl"):
    page: PageNumber = 0


class RefundDone(CallbackData, prefix="rfd"):
    """The money was sent back. A second press changes nothing."""

    payment: Id
