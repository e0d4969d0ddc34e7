"""The program's own ready answers, from its locale files."""

from __future__ import annotations

from collections.abc import Collection

from domain.faq.models import READY, FaqEntry
from domain.faq.use_cases import Base
from locales.translator import LANGUAGES, Translator, Translators

NAMES = ("received", "number", "photo", "tracking", "replace", "refund", "data", "solved")


def ready_base(translators: Translators) -> Base:
    """In every language, in the order they are shown."""
    return {language: tuple(_entries(translators.for_language(language))) for language in LANGUAGES}


def marks_of(translators: Translators) -> Collection[str]:
    """What stands in a text for the ticket's number."""
    return frozenset(translators.for_language(language).plain("ticket-template-mark") for language in LANGUAGES)


def _entries(tr: Translator) -> list[FaqEntry]:
    mark = tr.plain("ticket-template-mark")
    return [
        FaqEntry(
            f"{READY}{name}",
            tr.plain(f"ticket-template-{name}"),
            tr.plain(f"ticket-template-{name}-text", number=mark).strip(),
        )
        for name in NAMES
    ]
