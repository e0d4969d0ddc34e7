"""Numbers, money and dates as people of a language write them. Formatting is slow, so what was written once is kept."""

from __future__ import annotations

from datetime import date, datetime, tzinfo
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_datetime, get_timezone_location
from babel.numbers import format_decimal, get_currency_precision, get_currency_symbol

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
# Babel has no narrow symbols, so English would read "RUB".
SYMBOLS = {"RUB": "₽"}
DAY = "d MMMM y"
DAY_AND_MONTH = "d MMMM"
MOMENT = "d MMMM y, HH:mm"


@lru_cache(maxsize=8192)
def money(locale: Locale, minor: int, currency: str) -> str:
    """The amount of minor units with its symbol behind; the fraction is left out where it is zero."""
    digits = get_currency_precision(currency)
    whole = minor % 10**digits == 0
    pattern = "#,##0" if whole else f"#,##0.{'0' * digits}"
    amount = format_decimal(Decimal(minor).scaleb(-digits), format=pattern, locale=locale)
    return f"{amount}{NO_BREAK_SPACE}{SYMBOLS.get(currency) or get_currency_symbol(currency, locale)}"


@lru_cache(maxsize=1024)
def number(locale: Locale, value: int | float) -> str:
    """The number with the language's group and fraction marks."""
    return str(format_decimal(value, locale=locale))


@lru_cache(maxsize=1024)
def day(locale: Locale, value: date) -> str:
    """The day in words: 7 мая 1990."""
    return format_date(value, format=DAY, locale=locale)


def day_and_month(locale: Locale, value: date) -> str:
    """The day without its year."""
    return format_date(value, format=DAY_AND_MONTH, locale=locale)


def moment(locale: Locale, value: datetime, zone: tzinfo | str) -> str:
    """The minute on the clocks of `zone`. Raises ValueError for a moment without a time zone of its own."""
    if value.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    local = value.astimezone(ZoneInfo(zone) if isinstance(zone, str) else zone)
    return _minute(locale, local.replace(second=0, microsecond=0, tzinfo=None))


@lru_cache(maxsize=4096)
def _minute(locale: Locale, local: datetime) -> str:
    return format_datetime(local, format=MOMENT, locale=locale)


def month_name(locale: Locale, number: int) -> str:
    """The month by itself, not as part of a day."""
    name: str = locale.months["stand-alone"]["wide"][number]
    return name


@lru_cache(maxsize=256)
def zone_name(locale: Locale, zone: str) -> str:
    """The city by which the time of an IANA zone is known."""
    return str(get_timezone_location(zone, locale=locale, return_city=True))


def language_name(locale: Locale, code: str) -> str:
    """What the language of an IETF code is called; the code itself if that is not known."""
    return locale.languages.get(code) or code
