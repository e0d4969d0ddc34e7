"""Says things in a person's language.

    translators = Translators(strict=True)
    tr = translators.for_language("ru")
    tr("order-placed", number="10012", total=tr.money(129000))

`tr(...)` gives HTML for a message's text, `tr.plain(...)` gives plain text for buttons, toasts and commands.
"""

from __future__ import annotations

import logging
from datetime import date, datetime, tzinfo
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

from locales import figures
from locales.errors import TranslationError
from locales.html import Html
from locales.messages import Argument, Messages

__all__ = ["LANGUAGES", "Html", "Language", "TranslationError", "Translator", "Translators"]

Language = Literal["ru", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
FALLBACK: Language = "ru"

log = logging.getLogger(__name__)


class Translator:
    """One language's words.

    Arguments: a str is put in as it is, a number the way the language writes it (so ids and order numbers are handed
    over as str) and chooses plurals. With `strict` a missing key or argument raises TranslationError; without it the
    Russian message is shown, or the key, and a line is logged.
    """

    def __init__(self, language: Language, catalogue: dict[Language, Messages], *, strict: bool) -> None:
        self.language: Language = language
        self._messages = catalogue[language]
        self._fallback = catalogue[FALLBACK]
        self._locale = self._messages.locale
        self._strict = strict
        self._constant: dict[str, Html] = {}

    def __call__(self, key: str, /, **args: Argument) -> Html:
        """The message as HTML; a str argument is escaped unless it is Html. `id.attribute` names an attribute."""
        if args:
            return Html(self._render(key, args, html=True))
        known = self._constant.get(key)
        if known is None:
            known = Html(self._render(key, args, html=True))
            if key in self._messages.arguments:
                self._constant[key] = known
        return known

    def plain(self, key: str, /, **args: Argument) -> str:
        """The message as plain text with its arguments as they are: for buttons, toasts and command descriptions."""
        return self._render(key, args, html=False) if args else str(self(key))

    def has(self, key: str) -> bool:
        """Whether there is such a message."""
        return key in self._messages.arguments

    def money(self, minor: int, currency: str = "RUB") -> str:
        """An amount of kopecks (minor units): 1 234,50 ₽, whole roubles without kopecks, spaces that do not break."""
        return figures.money(self._locale, minor, currency)

    def day_and_month(self, day: date) -> str:
        """A day without its year: 7 мая, 7 May."""
        return figures.day_and_month(self._locale, day)

    def date(self, day: date) -> str:
        """A day: 7 мая 1990, 7 May 1990."""
        return figures.day(self._locale, day)

    def month(self, number: int) -> str:
        """What the month of the number 1 to 12 is called by itself: май, May."""
        return figures.month_name(self._locale, number)

    def moment(self, at: datetime, zone: tzinfo | str) -> str:
        """An aware moment on the clocks of `zone` (an IANA name or a tzinfo): 7 мая 2026, 14:05."""
        return figures.moment(self._locale, at, zone)

    def zone(self, name: str) -> str:
        """The city by which an IANA time zone is known: Москва."""
        return figures.zone_name(self._locale, name)

    def language_name(self, code: str) -> str:
        """What the language of a code such as "tt" is called."""
        return figures.language_name(self._locale, code)

    def days(self, first: int, last: int) -> str:
        """A stretch of days: 1 день, 3–5 дней."""
        return str(self("days", count=last) if first == last else self("days-range", first=first, last=last))

    def _render(self, key: str, args: dict[str, Argument], *, html: bool) -> str:
        try:
            text = self._messages.render(key, args, html=html)
            if text is not None:
                return text
            problem = f"{self.language}: no message {key}"
        except TranslationError as error:
            problem = f"{self.language}: {error}"
        if self._strict:
            raise TranslationError(problem)
        log.error("translation failed: %s", problem)
        return self._last_resort(key, args, html=html)

    def _last_resort(self, key: str, args: dict[str, Argument], *, html: bool) -> str:
        try:
            text = self._fallback.render(key, args, html=html)
        except TranslationError:
            text = None
        return key if text is None else text


class Translators:
    """All languages, read once from the .ftl files beside this module.

    Raises TranslationError for a file that is not Fluent or a key defined twice, whatever `strict` says.
    """

    def __init__(self, strict: bool = False, folder: Path | None = None) -> None:
        root = folder or Path(__file__).parent
        self.messages: dict[Language, Messages] = {
            language: _read(language, tuple((file, file.stat().st_mtime_ns) for file in _files(root / language)))
            for language in LANGUAGES
        }
        self._translators = {language: Translator(language, self.messages, strict=strict) for language in LANGUAGES}

    def for_language(self, language: Language) -> Translator:
        return self._translators[language]

    def every(self, key: str) -> dict[Language, str]:
        """The message without arguments in every language, as plain text."""
        return {language: translator.plain(key) for language, translator in self._translators.items()}


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.ftl"))


@lru_cache(maxsize=8)
def _read(language: Language, files: tuple[tuple[Path, int], ...]) -> Messages:
    """Files that have not changed are read once in a process: it takes a third of a second, and tests ask often."""
    return Messages(language, [file for file, _ in files])
