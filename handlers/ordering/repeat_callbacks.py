"""What the buttons of buying again carry."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from handlers.ui.numbers import Id


class RepeatOrder(CallbackData, prefix="rpo"):
    """What has changed about the goods of an order since."""

    order: Id


class RepeatPress(CallbackData, prefix="rpp"):
    """Puts what can be had of it into the cart."""

    order: Id
    version: Id


class ReorderWish(CallbackData, prefix="rwi"):
    """To be told, or not, when something should run out."""

    on: bool
