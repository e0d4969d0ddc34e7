"""What the buttons of home and help carry."""

from __future__ import annotations

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from domain.shared.localised import Language


class Page(StrEnum):
    """A page of the operator's words; a command of the same name opens it too."""

    PRIVACY = "privacy"
    TERMS = "terms"
    SUPPORT = "support"


class OpenPage(CallbackData, prefix="page"):
    page: Page


class SetLanguage(CallbackData, prefix="lng"):
    language: Language
