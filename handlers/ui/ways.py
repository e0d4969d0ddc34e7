"""The buttons that lead out of a screen."""

from __future__ import annotations

from aiogram.types import InlineKeyboardButton

from handlers.ui.links import Home, HomeBelow, WriteBelow
from handlers.ui.screen import button
from handlers.ui.texts import cut
from locales.translator import Translator

NAME = 24

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


def write_below(tr: Translator) -> InlineKeyboardButton:
    """To a talk with one's consultant, below what is kept."""
    return button(tr.plain("relay-write"), WriteBelow().pack())


def answer_below(name: str, tr: Translator) -> InlineKeyboardButton:
    """The same as an answer to what this consultant sent."""
    return button(tr.plain("relay-answer", name=cut(name, NAME)), WriteBelow().pack())
