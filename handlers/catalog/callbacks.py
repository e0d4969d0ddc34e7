"""What catalog buttons carry."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from handlers.ui.numbers import Id, PageNumber, Step


class OpenCategory(CallbackData, prefix="cat"):
    category: Id
    page: PageNumber = 0


class OpenProduct(CallbackData, prefix="prd"):
    """`article` is the chosen shade (0: none yet), `page` the list's page to go back to."""

    product: Id
    article: Id = 0
    page: PageNumber = 0


class TurnPicture(CallbackData, prefix="pix"):
    """The product's card with this picture of its album."""

    product: Id
    article: Id
    page: PageNumber
    picture: PageNumber


class CountProduct(CallbackData, prefix="prc"):
    """Puts `step` more pieces (fewer when negative) into the cart, from the product's card."""

    product: Id
    article: Id
    page: PageNumber
    step: Step
