"""The program's own questions, from its locale files."""

from __future__ import annotations

from domain.faq.models import FaqEntry
from domain.faq.use_cases import Base
from locales.translator import LANGUAGES, Translator, Translators

SLUGS = (
    "order",
    "consultant",
    "form",
    "pay",
    "delivery",
    "track",
    "change",
    "return",
    "points",
    "password",
    "data",
    "company",
)


def base_of(translators: Translators) -> Base:
    """In every language, in the order they are shown."""
    return {language: tuple(_entries(translators.for_language(language))) for language in LANGUAGES}


def _entries(tr: Translator) -> list[FaqEntry]:
    return [FaqEntry(slug, tr.plain(f"faq-{slug}"), tr.plain(f"faq-{slug}-answer")) for slug in SLUGS]
