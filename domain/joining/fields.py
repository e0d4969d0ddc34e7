"""What a valid answer to each question of the form is."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

import phonenumbers

from domain.shared.errors import DomainError

ADULT = 18
NAME_LIMIT = 64
_SEPARATED = re.compile(r"\s*(\d{1,4})[\s./,-]+(\d{1,2})[\s./,-]+(\d{1,4})\s*(?:г\.?)?\s*")
_SOLID = re.compile(r"\s*(\d{2})(\d{2})(\d{4})\s*")


class InvalidField(DomainError):
    """An answer cannot be right. `field` and `reason` name the sentence that says so."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason


def _invisible(ch: str) -> bool:
    """Format and control characters, and the Hangul fillers, which are letters that show nothing."""
    return unicodedata.category(ch) in {"Cf", "Cc"} or ch in "\u115f\u1160\u3164\uffa0"


def parse_name(text: str) -> str:
    """A person's name as they write it, in one line.

    Letters of any script with inner spaces, hyphens, apostrophes and dots, 2 to 64 characters. Invisible characters
    (zero-width, text direction marks) are dropped. Raises InvalidField: empty, long, letters.
    """
    visible = "".join(ch for ch in text if ch in "\n\t" or not _invisible(ch))
    name = " ".join(unicodedata.normalize("NFC", visible).split())
    if len(name) < 2:
        raise InvalidField("name", "empty")
    if len(name) > NAME_LIMIT:
        raise InvalidField("name", "long")
    allowed = all(unicodedata.category(ch)[0] in "LM" or ch in " -'’." for ch in name)
    if not allowed or unicodedata.category(name[0])[0] != "L":
        raise InvalidField("name", "letters")
    return name


def parse_birth_date(text: str, today: date) -> date:
    """A date typed in any usual way: 7.5.1990, 07/05/1990, 1990-05-07, 07051990; day before month.

    Raises InvalidField: format, impossible (no such day), future, old (over 120 years), minor (under 18 on `today`).
    """
    match = _SEPARATED.fullmatch(text) or _SOLID.fullmatch(text)
    if match is None:
        raise InvalidField("birth_date", "format")
    first, month, last = match.groups()
    day, year = (last, first) if len(first) == 4 else (first, last)
    if len(year) != 4:
        raise InvalidField("birth_date", "format")
    try:
        born = date(int(year), int(month), int(day))
    except ValueError:
        raise InvalidField("birth_date", "impossible") from None
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


def parse_phone(number: str, region: str) -> str:
    """The number in E.164 (+79161234567). Raises InvalidField: format (no such number), region (another country's).

    `region` is the ISO country the company serves; +7 is shared by Russia and Kazakhstan, so the prefix is not enough.
    """
    try:
        parsed = phonenumbers.parse(number if number.startswith(("+", "8")) else f"+{number}", region)
    except phonenumbers.NumberParseException:
        raise InvalidField("phone", "format") from None
    if not phonenumbers.is_valid_number(parsed):
        raise InvalidField("phone", "format")
    if phonenumbers.region_code_for_number(parsed) != region:
        raise InvalidField("phone", "region")
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
