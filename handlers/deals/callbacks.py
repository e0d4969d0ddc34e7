"""What the buttons about prices carry."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from handlers.ui.numbers import Id, PageNumber


class AskCode(CallbackData, prefix="pcd"):
    pass


class DropCode(CallbackData, prefix="pcx"):
    pass


class SpendPoints(CallbackData, prefix="pts"):
    """`points` to pay with; says what it shall be, so that a second press changes nothing."""

    points: Id = 0


class AskPoints(CallbackData, prefix="pta"):
    pass


class PickGift(CallbackData, prefix="gif"):
    """The gifts to choose from; `promotion` is 0 for the first that waits for a choice."""

    promotion: Id = 0


class TakeGift(CallbackData, prefix="gft"):
    promotion: Id
    article: Id


class PointsPage(CallbackData, prefix="ptp"):
    page: PageNumber = 0
