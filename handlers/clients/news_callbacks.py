"""What the buttons of a consultant's announcement carry."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from handlers.ui.numbers import Id, PressKeyText


class WriteNews(CallbackData, prefix="nwn"):
    pass


class PublishNews(CallbackData, prefix="nwp"):
    key: PressKeyText


class DecideNews(CallbackData, prefix="nwd"):
    """An admin's answer."""

    news: Id
    yes: bool
