"""Which name a typed word means: however it is spelt, in either alphabet, on either keyboard, with a slip or two."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA

T = TypeVar("T")

SAME, SOUNDS_SAME, OTHER_NAME, BEGINS, INSIDE, ALIKE = 100, 99, 97, 85, 75, 60
"""Scores: the very name; it sounds the same; a lesser-known name; its beginning; a later word; one slip away."""
CERTAIN = OTHER_NAME
LONGEST = 80
"""Nobody's name is longer; what is typed beyond this is not looked at."""

_LATIN_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
_RUSSIAN_KEYS = "ёйцукенгшщзхъфывапролджэячсмитьбю"
_TO_RUSSIAN = str.maketrans(_LATIN_KEYS, _RUSSIAN_KEYS)
_TO_LATIN = str.maketrans(_RUSSIAN_KEYS, _LATIN_KEYS)

_LETTERS = str.maketrans(
    {
        **dict(zip("абвгдеёжзийклмнопрстуфхшщыэюя", "abvgdeezziiklmnoprstufhssieua", strict=True)),
        **{"ъ": "", "ь": "", "ц": "ts"},
    }
)
_LATIN_SOUNDS = (
    ("shch", "s"),
    ("sch", "s"),
    ("tch", "ch"),
    ("zh", "z"),
    ("kh", "h"),
    ("sh", "s"),
    ("tz", "ts"),
    ("x", "ks"),
    ("w", "v"),
    ("q", "k"),
    ("ch", "q"),
    ("sc", "sk"),
    ("c", "ts"),
)
"""In this order. A letter that says what two say elsewhere is written as the two, so that beginnings stay beginnings;
`q` is ч."""
_GLIDE = re.compile(r"[yj]([aeou])")
_TWICE = re.compile(r"(.)\1+")
_TITLE = re.compile(r"^(?:г|гор|город|пос|посёлок|поселок|с|село|city of|city|town)[.\s]\s*", re.IGNORECASE)


def fold(text: str) -> str:
    """The text as one writes it without care: small letters, е for ё, single spaces, no signs, accents or marks."""
    plain = text[:LONGEST].casefold().replace("ё", "е").replace("й", "\0")
    bare = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in _signless(bare).replace("\0", "й")).split())


def _signless(text: str) -> str:
    # An apostrophe is a soft sign, an invisible mark is nothing; every other sign divides words.
    return "".join(c for c in text if c == "\0" or (c not in "'’ʼ`ʹ" and unicodedata.category(c) not in {"Cf", "Cc"}))


def sound(text: str) -> str:
    """What the text sounds like, in a few Latin letters: alike for Нижний, Nizhny, Nizhniy and Nizhnij."""
    latin = fold(text).replace("йо", "е").replace("ч", "ch").translate(_LETTERS)
    for written, heard in _LATIN_SOUNDS:
        latin = latin.replace(written, heard)
    latin = _GLIDE.sub(lambda match: "e" if match[1] == "o" else match[1], latin)
    return _TWICE.sub(r"\1", latin.replace("y", "i").replace("j", "i"))


def other_keyboard(text: str) -> str:
    """The text as it would be with the keyboard switched to the other alphabet."""
    small = text[:LONGEST].lower()
    return small.translate(_TO_LATIN if re.search("[а-яё]", small) else _TO_RUSSIAN)


def slips(key: str) -> int:
    """How many slips a word of this length is forgiven."""
    return 0 if len(key) < 4 else 1 if len(key) < 7 else 2


class NameIndex(Generic[T]):
    """Things by their names. The first two names of a thing are its own, the rest are what it is also called."""

    def __init__(self, named: Iterable[tuple[T, Sequence[str]]]) -> None:
        self._things: list[T] = []
        self._keys: list[str] = []
        self._owners: list[list[tuple[int, bool]]] = []
        self._folded: list[set[str]] = []
        self._spelt: list[str] = []
        self._spelt_owners: list[int] = []
        places: dict[str, int] = {}
        for thing, names in named:
            self._folded.append({fold(name) for name in names[:2]})
            for name in self._folded[-1]:
                self._spelt.append(name)
                self._spelt_owners.append(len(self._things))
            for position, name in enumerate(names):
                key = sound(name)
                if key:
                    at = places.setdefault(key, len(places))
                    if at == len(self._keys):
                        self._keys.append(key)
                        self._owners.append([])
                    self._owners[at].append((len(self._things), position < 2))
            self._things.append(thing)

    def search(self, typed: str) -> list[tuple[int, T]]:
        """(score, thing) of all that may be meant, best first. Where a name is certain, only the certain ones."""
        found: list[tuple[int, T]] = []
        for reading in readings(typed):
            best: dict[int, int] = {}
            for score, owner in self._hits(reading):
                best[owner] = max(score, best.get(owner, 0))
            top = max(best.values(), default=0)
            if top > (found[0][0] if found else 0):
                kept = {owner: score for owner, score in best.items() if top < CERTAIN or score == top}
                ordered = sorted(kept.items(), key=lambda each: (-each[1], each[0]))
                found = [(score, self._things[owner]) for owner, score in ordered]
            if top >= CERTAIN:
                break
        return found

    def _hits(self, reading: str) -> Iterator[tuple[int, int]]:
        key, folded = sound(reading), fold(reading)
        if not key:
            return
        found = False
        for at, name in enumerate(self._keys):
            score = OTHER_NAME if name == key else BEGINS if name.startswith(key) else 0
            if not score and f" {key}" in name:
                score = INSIDE
            if score and (score == OTHER_NAME or len(key) > 1):
                found = True
                for owner, own in self._owners[at]:
                    exact = SAME if folded in self._folded[owner] else SOUNDS_SAME
                    yield (exact if own and score == OTHER_NAME else score), owner
        if not found:
            yield from self._alike(key, folded)

    def _alike(self, key: str, folded: str) -> Iterator[tuple[int, int]]:
        """By what it sounds like, and by its letters: a slip within "shch" changes the sound beyond recognition."""
        for _, distance, at in _near(key, self._keys):
            for owner, own in self._owners[at]:
                yield ALIKE - 10 * distance + (5 if own else 0), owner
        for _, distance, at in _near(folded, self._spelt):
            yield ALIKE - 10 * distance + 5, self._spelt_owners[at]


def _near(word: str, words: Sequence[str]) -> list[tuple[str, int, int]]:
    allowed = slips(word)
    if not allowed:
        return []
    near = process.extract(word, words, scorer=OSA.distance, score_cutoff=allowed, limit=30)
    return [(each, int(distance), at) for each, distance, at in near]


def readings(typed: str) -> Iterator[str]:
    """What the typed words may have been meant to be, the likeliest first; each different."""
    text = " ".join(typed[: LONGEST * 2].split())
    untitled = _TITLE.sub("", text)
    first = untitled.split(",")[0].strip()
    yield from dict.fromkeys(each for each in (text, untitled, first, other_keyboard(text)) if each)


def name_score(typed: str, name: Sequence[str]) -> int:
    """How well the words of a person's name, in each spelling of it, are met by the typed ones; 0: not at all.

    Every typed word must be met, in any order.
    """
    return max((_words_score(sound(reading).split(), name) for reading in readings(typed)), default=0)


def _words_score(wanted: Sequence[str], spellings: Sequence[str]) -> int:
    best = 0
    for spelling in spellings:
        words = sound(spelling).split()
        scores = [max((_word_score(want, word) for word in words), default=0) for want in wanted]
        if scores and all(scores):
            best = max(best, sum(scores) // len(scores))
    return best


def _word_score(wanted: str, word: str) -> int:
    if wanted == word:
        return SAME
    if len(wanted) > 1 and word.startswith(wanted):
        return BEGINS
    allowed = slips(wanted)
    distance = OSA.distance(wanted, word, score_cutoff=allowed) if allowed else 1
    return ALIKE - 10 * distance if distance <= allowed else 0
