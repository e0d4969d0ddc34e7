"""What catalog buttons carry."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class OpenCategory(CallbackData, prefix="cat"):
    category: int
    page: int = 0


class OpenProduct(CallbackData, prefix="prd"):
    """`article` is the chosen shade (0: none yet), `page` the list's page to go back to."""

    product: int
    article: int = 0
    page: int = 0


class CountProduct(CallbackData, prefix="prc"):
    """Puts `step` more pieces (fewer when negative) into the cart, from the product's card."""

    product: int
    article: int
    page: int
    step: int
