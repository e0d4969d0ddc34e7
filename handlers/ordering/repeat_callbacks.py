"""What the buttons of buying again and of changing an order carry."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from handlers.ui.numbers import Id


class RepeatOrder(CallbackData, prefix="rpo"):
    """What has changed about the goods of an order since."""

    order: Id


class RepeatPress(CallbackData, prefix="rpp"):
    """Makes the cart up to what can be had of it."""

    order: Id


class RepeatAtOnce(CallbackData, prefix="rpa"):
    """The same, and straight to the summary with the delivery that was chosen before."""

    order: Id


class AskChange(CallbackData, prefix="cha"):
    order: Id


class ChangePress(CallbackData, prefix="chp"):
    """Takes the order back into the cart."""

    order: Id


class ReorderWish(CallbackData, prefix="rwi"):
    """To be told, or not, when something should run out; asked on the screen of this order."""

    order: Id
    on: bool
