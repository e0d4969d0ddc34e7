"""Words that are data (a product's name), in the languages of the cabinet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["ru", "en"]
LANGUAGES: tuple[Language, ...] = ("ru", "en")


@dataclass(frozen=True, slots=True)
class Localised:
    """A text in every language of the cabinet."""

    ru: str
    en: str

    def __getitem__(self, language: Language) -> str:
        return self.en if language == "en" else self.ru


def language_of(code: str | None) -> Language:
    """The cabinet's language for a Telegram client's IETF language code.

    Russian for people whose client speaks Russian or a language whose speakers commonly read it, else English.
    """
    primary = (code or "ru").replace("_", "-").split("-")[0].lower()
    return "ru" if primary in {"ru", "be", "uk", "kk", "ky", "uz", "tg", "hy", "az"} else "en"
