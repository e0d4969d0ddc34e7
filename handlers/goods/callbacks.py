"""What the buttons of goods files and brochures carry."""

from __future__ import annotations

from typing import Literal

from aiogram.filters.callback_data import CallbackData

from domain.goods.brochures import Shape, Theme
from handlers.ui.numbers import Id, PressKeyText


class OpenGoodsFiles(CallbackData, prefix="gdf"):
    """Where goods come in by file and go out as one."""


class DecideImport(CallbackData, prefix="gdd"):
    """Applies what the check showed under `key`, or drops it."""

    goods: Id
    key: PressKeyText
    apply: bool


class ExportFile(CallbackData, prefix="gde"):
    form: Literal["csv", "xlsx", "yml"]


class OpenBrochure(CallbackData, prefix="bro"):
    """What kind of brochure: of a theme (or a `category`), with prices or without."""

    theme: Theme
    category: Id = 0
    prices: bool = True


class MakeBrochure(CallbackData, prefix="brm"):
    """Makes it. No key is needed: made twice, it is the same."""

    theme: Theme
    shape: Shape
    category: Id = 0
    prices: bool = True
