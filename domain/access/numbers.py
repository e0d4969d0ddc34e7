"""Cabinet numbers: eight random digits, so that the next cannot be guessed, and a check digit that notices a slip."""

from __future__ import annotations

import re
import secrets

_DIGITS = 8
_DAMM = (
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
)
"""Damm's table: every single wrong digit and every two neighbours swapped change the check digit."""
_BETWEEN = re.compile(r"[\s\-–—‑.№#]+")


def new_number() -> str:
    """A random number of nine digits, the first of them not 0. Whether it is free is for storage to say."""
    digits = str(secrets.randbelow(9 * 10 ** (_DIGITS - 1)) + 10 ** (_DIGITS - 1))
    return digits + _check_digit(digits)


def parse_number(text: str) -> str | None:
    """The number somebody typed, however they grouped it; None when no cabinet can have it, as after a slip."""
    digits = _BETWEEN.sub("", text)
    if not re.fullmatch(rf"[1-9][0-9]{{{_DIGITS}}}", digits, re.ASCII):
        return None
    return digits if _check_digit(digits) == "0" else None


def grouped(number: str) -> str:
    """The number as it is shown: 123-456-789."""
    return "-".join(number[at : at + 3] for at in range(0, len(number), 3))


def _check_digit(digits: str) -> str:
    interim = 0
    for digit in digits:
        interim = int(_DAMM[interim][int(digit)])
    return str(interim)
