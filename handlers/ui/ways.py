"""The buttons that lead out of a screen."""

from __future__ import annotations

from aiogram.types import InlineKeyboardButton

from handlers.ui.links import Home, HomeBelow
from handlers.ui.screen import button
from locales.translator import Translator

_HOME, _HOME_BELOW = Home().pack(), HomeBelow().pack()


def home(tr: Translator) -> InlineKeyboardButton:
    """To the home screen."""
    return button(tr.plain("home"), _HOME)


def home_below(tr: Translator) -> InlineKeyboardButton:
    """To the home screen, for messages that are kept."""
    return button(tr.plain("home"), _HOME_BELOW)


def back(tr: Translator, data: str) -> InlineKeyboardButton:
    """To the screen before, whose packed callback is `data`."""
    return button(tr.plain("back"), data)
