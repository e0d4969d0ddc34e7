"""How hard a password is to guess, and what makes it weak."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

SHORTEST, LONGEST = 8, 128
ENOUGH = 3
"""zxcvbn's score from 0 to 4: 3 withstands an attack on a stolen, slowly hashed database."""
_LOOKED_AT = 72
_RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбюё"
_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_KEYS = str.maketrans(_RUSSIAN + _RUSSIAN.upper(), _LATIN + _LATIN.upper())
_RUSSIAN_WORDS = """
    пароль привет любовь солнце наташа марина максим андрей александр екатерина виктория кристина настя света ольга
    елена татьяна сергей дмитрий алексей николай владимир россия москва зайка котенок кошка собака ангел мама папа
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря понедельник пятница
    бабушка счастье весна лето зима красота косметика помада мери кей кабинет консультант
"""


class Weakness(StrEnum):
    """What makes a password weak."""

    SHORT = "short"
    LONG = "long"
    COMMON = "common"
    WORD = "word"
    NAME = "name"
    OWN = "own"
    KEYS = "keys"
    REPEAT = "repeat"
    SEQUENCE = "sequence"
    DATE = "date"
    GUESSABLE = "guessable"


def canonical(password: str) -> str:
    """The password as it is hashed: the same letters typed on another device are the same password."""
    return unicodedata.normalize("NFKC", password).strip()


def weakness_of(password: str, own: Iterable[str] = ()) -> Weakness | None:
    """What makes it weak; None when it is good enough. `own` are words about the person or the cabinet.

    There are no rules about kinds of characters. Russian words are looked at as typed and as the same keys give in the
    Latin layout, which is how lists of leaked passwords know them.
    """
    # Imported where it is used: its lists of words take 12 MB, and few processes ever see a new password.
    from zxcvbn import zxcvbn

    if len(password) < SHORTEST:
        return Weakness.SHORT
    if len(password) > LONGEST:
        return Weakness.LONG
    words = [word.casefold() for word in own if word]
    looked_at = password[:_LOOKED_AT]
    found = [
        zxcvbn(each, user_inputs=[*words, *_RUSSIAN_WORDS.split()]) for each in (looked_at, looked_at.translate(_KEYS))
    ]
    weakest = min(found, key=lambda each: each["score"])
    return None if weakest["score"] >= ENOUGH else _reason(weakest["sequence"], set(words))


def _reason(sequence: list[dict[str, Any]], own: set[str]) -> Weakness:
    """By the longest part that was recognised."""
    match = max(sequence, key=lambda each: len(each["token"]))
    match match["pattern"]:
        case "dictionary":
            return _dictionary(match, own)
        case "spatial":
            return Weakness.KEYS
        case "repeat":
            return Weakness.REPEAT
        case "sequence":
            return Weakness.SEQUENCE
        case "regex" | "date":
            return Weakness.DATE
    return Weakness.GUESSABLE


def _dictionary(match: dict[str, Any], own: set[str]) -> Weakness:
    match match["dictionary_name"]:
        case "user_inputs":
            return Weakness.OWN if match["matched_word"] in own else Weakness.WORD
        case "passwords":
            return Weakness.COMMON
        case "surnames" | "male_names" | "female_names":
            return Weakness.NAME
    return Weakness.WORD
