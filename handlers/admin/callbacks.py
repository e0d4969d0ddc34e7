"""What the admins' buttons carry."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from handlers.ui.numbers import Id


class ManageCategories(CallbackData, prefix="adc"):
    pass


class ManageCategory(CallbackData, prefix="adp"):
    category: Id
    page: int = 0


class SetSale(CallbackData, prefix="ads"):
    """Takes a product off sale or puts it back. Says what it shall be, so that a second press changes nothing."""

    product: Id
    on_sale: bool
    category: Id
    page: int = 0
