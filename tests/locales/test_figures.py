"""Money, dates and days as people of each language write them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from locales.translator import Language, Translators

TRANSLATORS = Translators(strict=True)
NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("language", "minor", "currency", "written"),
    [
        ("ru", 0, "RUB", "0 ₽"),
        ("ru", 1, "RUB", "0,01 ₽"),
        ("ru", 99, "RUB", "0,99 ₽"),
        ("ru", 100, "RUB", "1 ₽"),
        ("ru", 129_000, "RUB", "1 290 ₽"),
        ("ru", 123_450, "RUB", "1 234,50 ₽"),
        ("ru", 123_456_700, "RUB", "1 234 567 ₽"),
        ("ru", -35_000, "RUB", "-350 ₽"),
        ("ru", 1_050, "USD", "10,50 $"),
        ("ru", 1_050, "JPY", "1 050 ¥"),
        ("en", 129_000, "RUB", "1,290 ₽"),
        ("en", 123_450, "RUB", "1,234.50 ₽"),
        ("en", -123_450, "RUB", "-1,234.50 ₽"),
        ("en", 1_050, "USD", "10.50 $"),
    ],
)
def test_money(language: Language, minor: int, currency: str, written: str) -> None:
    assert TRANSLATORS.for_language(language).money(minor, currency) == written.replace(" ", NBSP)


@pytest.mark.parametrize(
    ("language", "day", "written"),
    [
        ("ru", date(1990, 5, 7), "7 мая 1990"),
        ("ru", date(2024, 2, 29), "29 февраля 2024"),
        ("en", date(1990, 5, 7), "7 May 1990"),
        ("en", date(2026, 12, 31), "31 December 2026"),
    ],
)
def test_date(language: Language, day: date, written: str) -> None:
    assert TRANSLATORS.for_language(language).date(day) == written


@pytest.mark.parametrize(
    ("language", "zone", "written"),
    [
        ("ru", "Europe/Moscow", "1 января 2026, 01:30"),
        ("ru", ZoneInfo("Asia/Vladivostok"), "1 января 2026, 08:30"),
        ("en", UTC, "31 December 2025, 22:30"),
    ],
)
def test_moment_is_on_the_persons_clock(language: Language, zone: str | ZoneInfo, written: str) -> None:
    at = datetime(2025, 12, 31, 22, 30, 59, tzinfo=UTC)
    assert TRANSLATORS.for_language(language).moment(at, zone) == written


def test_moment_without_a_zone_of_its_own_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        TRANSLATORS.for_language("ru").moment(datetime(2026, 1, 1), "Europe/Moscow")  # noqa: DTZ001


@pytest.mark.parametrize(
    ("language", "first", "last", "written"),
    [
        ("ru", 1, 1, "1 день"),
        ("ru", 1, 3, "1–3 дня"),
        ("ru", 2, 5, "2–5 дней"),
        ("ru", 5, 14, "5–14 дней"),
        ("ru", 20, 21, "20–21 день"),
        ("ru", 11, 11, "11 дней"),
        ("en", 1, 1, "1 day"),
        ("en", 1, 3, "1–3 days"),
    ],
)
def test_days(language: Language, first: int, last: int, written: str) -> None:
    assert TRANSLATORS.for_language(language).days(first, last) == written


def test_languages_have_names() -> None:
    assert TRANSLATORS.for_language("ru").language_name("tt") == "татарский"
    assert TRANSLATORS.for_language("en").language_name("tt") == "Tatar"
    assert TRANSLATORS.for_language("en").language_name("zz-none") == "zz-none"
