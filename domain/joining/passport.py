"""The passport of a citizen of Russia: series and number, day of issue, department code."""

from __future__ import annotations

import re
from datetime import date

from domain.joining.errors import InvalidField
from domain.joining.fields import age_on, one_line, read_day

FIRST_AGE = 14
"""A passport is issued at 14 at the earliest."""
FIRST_ISSUE = date(1997, 10, 1)
EARLY, LATE = -1, 3
"""How many years the form's year in the series may differ from the year of issue: blanks lie about for a while."""


def parse_passport(text: str) -> str:
    """Series (4 digits) and number (6), written together: 4509123456. Raises InvalidField: format, series, number.

    The last two digits of the series are the year of the form: 97 and later.
    """
    digits = re.sub(r"[\s№N-]", "", one_line(text[:200]))
    if not re.fullmatch(r"[0-9]{10}", digits):
        raise InvalidField("passport", "format")
    if digits[:2] == "00":
        raise InvalidField("passport", "series")
    if digits[4:] == "000000":
        raise InvalidField("passport", "number")
    return digits


def parse_issued(text: str, today: date, born: date | None, passport: str | None) -> date:
    """The day of issue, typed in any usual way.

    Raises InvalidField: format, impossible, future, old (there were no such passports), early (before the 14th
    birthday), series (the series is of another year).
    """
    try:
        issued = read_day(text)
    except ValueError:
        raise InvalidField("passport_issued", "impossible") from None
    if issued is None:
        raise InvalidField("passport_issued", "format")
    if issued > today:
        raise InvalidField("passport_issued", "future")
    if issued < FIRST_ISSUE:
        raise InvalidField("passport_issued", "old")
    if born is not None and age_on(born, issued) < FIRST_AGE:
        raise InvalidField("passport_issued", "early")
    if passport is not None and not fits_series(passport, issued):
        raise InvalidField("passport_issued", "series")
    return issued


def fits_series(passport: str, issued: date) -> bool:
    """Whether the year in the series can be that of a passport issued then."""
    year = int(passport[2:4])
    formed = 1900 + year if year >= 97 else 2000 + year
    return EARLY <= issued.year - formed <= LATE


def parse_department(text: str) -> str:
    """The department code, 770-001. Raises InvalidField: format."""
    digits = re.sub(r"[\s–—-]", "", one_line(text[:200]))
    if not re.fullmatch(r"[0-9]{6}", digits) or digits == "000000":
        raise InvalidField("passport_department", "format")
    return f"{digits[:3]}-{digits[3:]}"
