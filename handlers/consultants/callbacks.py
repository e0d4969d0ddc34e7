"""What the buttons of finding a consultant carry."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from handlers.ui.numbers import Id


class CitiesPage(CallbackData, prefix="cnp"):
    page: int = 0


class OpenCity(CallbackData, prefix="cnc"):
    """`city` is a slug; None means everywhere."""

    city: str | None = None
    page: int = 0


class TypeCity(CallbackData, prefix="cnt"):
    pass


class OpenConsultant(CallbackData, prefix="cno"):
    """A card; `city` and `page` are the list to go back to."""

    consultant: Id
    city: str | None = None
    page: int = 0


class Choose(CallbackData, prefix="cnx"):
    consultant: Id
