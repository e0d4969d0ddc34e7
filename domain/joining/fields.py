"""What a valid answer to each question of the form is: names and days. Passport, address, contacts and card have files
of their own."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from domain.joining.errors import InvalidField

ADULT = 18
NAME_LIMIT = 64
GROUP_LIMIT = 12
_SEPARATED = re.compile(r"\s*(\d{1,4})[\s./,-]+(\d{1,2})[\s./,-]+(\d{1,4})\s*(?:г\.?)?\s*")
_SOLID = re.compile(r"\s*(\d{2})(\d{2})(\d{4})\s*")
_APOSTROPHES = "'’"


def _invisible(ch: str) -> bool:
    """Format and control characters, and the Hangul fillers, which are letters that show nothing."""
    return unicodedata.category(ch) in {"Cf", "Cc", "Cs", "Co", "Cn"} or ch in "\u115f\u1160\u3164\uffa0"


def one_line(text: str) -> str:
    """The text in one line without invisible characters (zero-width, text direction marks)."""
    visible = "".join(ch for ch in text if ch in "\n\t" or not _invisible(ch))
    return " ".join(unicodedata.normalize("NFC", visible).split())


def parse_name(text: str) -> str:
    """A part of a person's name as they write it, in one line.

    Letters of any script with inner spaces, hyphens, apostrophes and dots, 2 to 64 characters. Invisible characters
    (zero-width, text direction marks) are dropped. Raises InvalidField: empty, long, letters.
    """
    name = one_line(text)
    if len(name) < 2:
        raise InvalidField("name", "empty")
    if len(name) > NAME_LIMIT:
        raise InvalidField("name", "long")
    allowed = all(unicodedata.category(ch)[0] in "LM" or ch in f" -.{_APOSTROPHES}" for ch in name)
    if not allowed or unicodedata.category(name[0])[0] != "L":
        raise InvalidField("name", "letters")
    return name


def read_day(text: str) -> date | None:
    """A date typed in any usual way: 7.5.1990, 07/05/1990, 1990-05-07, 07051990; day before month.

    None when it is not a date at all; raises ValueError for a day that no calendar has.
    """
    match = _SEPARATED.fullmatch(text) or _SOLID.fullmatch(text)
    if match is None:
        return None
    first, month, last = match.groups()
    day, year = (last, first) if len(first) == 4 else (first, last)
    return date(int(year), int(month), int(day)) if len(year) == 4 else None


def parse_birth_date(text: str, today: date) -> date:
    """The birth date of an adult, typed in any usual way.

    Raises InvalidField: format, impossible (no such day), future, old (over 120 years), minor (under 18 on `today`).
    """
    try:
        born = read_day(text)
    except ValueError:
        raise InvalidField("birth_date", "impossible") from None
    if born is None:
        raise InvalidField("birth_date", "format")
    if born > today:
        raise InvalidField("birth_date", "future")
    if age_on(born, today) > 120:
        raise InvalidField("birth_date", "old")
    if age_on(born, today) < ADULT:
        raise InvalidField("birth_date", "minor")
    return born


def age_on(born: date, today: date) -> int:
    """Full years; somebody born on 29 February comes of age on 1 March of a common year (Civil Code, art. 191-192)."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def parse_group_number(text: str) -> str:
    """The number of a business group: up to 12 digits. Raises InvalidField: format."""
    number = re.sub(r"[\s№-]", "", one_line(text[:200]))
    if not number.isascii() or not number.isdigit() or len(number) > GROUP_LIMIT:
        raise InvalidField("group_number", "format")
    return number
