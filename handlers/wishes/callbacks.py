"""What the buttons of favourites, comparing and watching carry: what shall be, so that a second press is the same."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from handlers.ui.numbers import Id, PageNumber


class OpenDetails(CallbackData, prefix="pdt"):
    product: Id
    article: Id
    page: PageNumber
    picture: PageNumber = 0


class Favour(CallbackData, prefix="fav"):
    product: Id
    article: Id
    page: PageNumber
    on: bool


class PutToCompare(CallbackData, prefix="ptc"):
    product: Id
    article: Id
    page: PageNumber
    on: bool


class Watch(CallbackData, prefix="wat"):
    product: Id
    article: Id
    page: PageNumber
    on: bool


class DropCompared(CallbackData, prefix="cmd"):
    product: Id


class LikeShade(CallbackData, prefix="shl"):
    """What is nearest to this shade in the whole catalog."""

    article: Id
