"""What the buttons of the staff carry."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from handlers.ui.numbers import Id


class FindCabinet(CallbackData, prefix="sfc"):
    """Asks for the number of somebody's cabinet."""


class AskReason(CallbackData, prefix="sar"):
    """Asks why somebody's full data shall be opened."""

    customer: Id
