"""Names as they stand in keys and addresses: small Latin letters, digits and hyphens."""

from __future__ import annotations

import re

_LATIN = "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya"
_RU = dict(zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", _LATIN.replace("-", "").split(" "), strict=True))


def slug_of(name: str, longest: int) -> str:
    """The name in Latin letters; empty where nothing of it can be written so."""
    latin = "".join(_RU.get(letter, letter) for letter in name.lower())
    return re.sub(r"[^a-z0-9]+", "-", latin)[:longest].strip("-")
