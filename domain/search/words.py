"""How texts and queries become words to be compared: stems, without regard to letters typed with more or less care."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer
from rapidfuzz.distance import OSA

from domain.consultants.matching import fold, other_keyboard, slips, sound

LONGEST_QUERY = 100
MOST_WORDS = 8
LONGEST_TERM = 40

_RUSSIAN, _ENGLISH = snowballstemmer.stemmer("russian"), snowballstemmer.stemmer("english")
_CYRILLIC = re.compile("[а-я]")
_CODE = re.compile(r"(?=[\w\-]*\d)[0-9A-Za-z]+(?:[-–—][0-9A-Za-z]+)+|(?=[0-9A-Za-z]*\d)[0-9A-Za-z]{4,}")
_CODE_SIGNS = re.compile(r"[^0-9a-z]")
_PIECE = re.compile(r"[^\W\d_]+|\d+")
_STOP = frozenset(
    word
    for listed in (
        "а без в во где для до же за и из или к как ко на не о об от по под при с со то у что",
        "a an and at by for from in of on or the to with",
    )
    for word in listed.split()
)
_LATIN = (
    ("shch", "щ"),
    ("sch", "щ"),
    ("yo", "е"),
    ("jo", "е"),
    ("zh", "ж"),
    ("kh", "х"),
    ("ts", "ц"),
    ("ch", "ч"),
    ("sh", "ш"),
    ("yu", "ю"),
    ("ju", "ю"),
    ("ya", "я"),
    ("ja", "я"),
    ("iy", "ий"),
    ("yj", "ый"),
    ("yy", "ый"),
)
_LETTERS = str.maketrans("abvgdezijklmnoprstufhycqwx", "абвгдезийклмнопрстуфхыцквк")


def words(text: str) -> list[str]:
    """The words of a text, as one writes them without care."""
    return [word for part in text.split() for word in _folded(part)]


@lru_cache(maxsize=65_536)
def _folded(part: str) -> tuple[str, ...]:
    return tuple(piece for word in fold(part).split() for piece in _PIECE.findall(word))


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The word without its endings, by the language of its letters. What has a digit in it stays as it is."""
    if not word.isalpha():
        return word[:LONGEST_TERM]
    stemmer = _RUSSIAN if _CYRILLIC.search(word) else _ENGLISH
    return str(stemmer.stemWord(word))[:LONGEST_TERM]


def stems(texts: Iterable[str]) -> list[str]:
    """The stems of the texts in their order, each once."""
    return list(dict.fromkeys(stem(word) for text in texts for word in words(text) if word not in _STOP))


def terms(texts: Iterable[str]) -> list[str]:
    """The stems and the words themselves: a stemmer cuts объёма to объем, and объём to объ."""
    told = [word[:LONGEST_TERM] for text in texts for word in words(text) if word not in _STOP]
    return list(dict.fromkeys(term for word in told for term in (stem(word), word)))


def squashed(code: str) -> str:
    """A code without what divides it: 40-0401 and 400401 are one."""
    return _CODE_SIGNS.sub("", code.casefold())


def in_russian(word: str) -> str:
    """A Russian word that was typed in Latin letters."""
    for latin, russian in _LATIN:
        word = word.replace(latin, russian)
    return word.translate(_LETTERS)


@dataclass(frozen=True, slots=True)
class Readings:
    """What one typed word may stand for: as it is, on the other keyboard, in the other alphabet; terms of the index."""

    typed: str
    plain: str
    keyboard: str | None = None
    alphabet: str | None = None
    sounds: str = ""
    filler: bool = False
    """On the other keyboard it is a word that says nothing."""

    def all(self) -> tuple[str, ...]:
        return tuple(term for term in (self.plain, self.keyboard, self.alphabet) if term)


def readings(text: str) -> list[Readings]:
    """The words of a query that say something, in its order, each with what it may stand for."""
    found: list[Readings] = []
    for chunk in text[:LONGEST_QUERY].split():
        plain = words(chunk)
        other = words(other_keyboard(chunk)) if not any(c.isdigit() for c in chunk) else []
        if not plain and not other:
            continue
        if len(plain) <= 1 or (len(other) == 1 and len("".join(plain)) <= 2):
            found.append(_reading(plain[0] if plain else other[0], other[0] if len(other) == 1 else None))
        elif len(other) == 1 and len(chunk) > 3 and re.search(r"[\[\]';,.`]\w", chunk):
            # A letter on the sign's key: "ryb;ysq". Signs between two real words divide them.
            found.append(_reading("".join(plain), other[0]))
        else:
            found += [_reading(word, None) for word in plain]
    telling = [each for each in found if each.typed not in _STOP]
    return (telling or found)[:MOST_WORDS]


def _reading(word: str, other: str | None) -> Readings:
    keyboard = stem(other) if other and other != word else None
    if not word.isalpha():
        return Readings(word, stem(word), keyboard)
    alphabet = None if _CYRILLIC.search(word) else stem(in_russian(word))
    return Readings(word, stem(word), keyboard, alphabet, sound(alphabet or stem(word)), other in _STOP)


def codes(text: str) -> list[str]:
    """What in a query looks like codes, squashed."""
    return list(dict.fromkeys(squashed(found[0]) for found in _CODE.finditer(text[:LONGEST_QUERY])))


def without_codes(text: str) -> str:
    return _CODE.sub(" ", text[:LONGEST_QUERY])


def nearest(reading: Readings, terms: Iterable[str]) -> list[str]:
    """The terms a slip or two away from the word, the nearest ones only."""
    best: dict[str, int] = {}
    for term in terms:
        for word in reading.all():
            allowed = slips(word)
            away = OSA.distance(word, term, score_cutoff=allowed) if allowed else 99
            if away <= allowed:
                best[term] = min(away, best.get(term, 99))
    least = min(best.values(), default=0)
    return [term for term, away in best.items() if away == least][:6]


def trigrams(word: str) -> list[str]:
    """The word in threes of letters, with its beginning and its end marked; the bare beginning says too little."""
    marked = f"^{word}$"
    return [marked[at : at + 3] for at in range(len(marked) - 2)]


@dataclass(frozen=True, slots=True)
class Page:
    """A product as the index keeps it: stems, of what it is called, where it belongs, and of the rest of its texts."""

    name: str
    place: str
    about: str
    facets: str

    def terms(self) -> set[str]:
        """Every word it can be found by; codes are none, they are never slips of one another."""
        words_ = {*self.name.split(), *self.place.split(), *self.about.split()}
        return {word for word in words_ if word.isalpha() or len(word) < 4}


def page(
    name: Sequence[str], place: Sequence[str], about: Sequence[str], codes_: Sequence[str], facets: Sequence[str]
) -> Page:
    """The index's page of a product's texts; `codes_` are its own and those of its articles."""
    named = [*terms(name), *dict.fromkeys(squashed(code) for code in codes_)]
    placed = [term for term in terms(place) if term not in set(named)]
    known = {*named, *placed}
    rest = [term for term in terms(about) if term not in known]
    return Page(" ".join(named), " ".join(placed), " ".join(rest), " ".join(facets))


def facet(kind: str, value: object) -> str:
    """The word that stands in the index for a property; no text has such a word."""
    return f"xq{kind}{str(value).replace('_', '')}"
