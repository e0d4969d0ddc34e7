"""An order written down as product codes: "1234 x2, 5678"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from domain.ordering.cart import MAX_LINES, MAX_PIECES, CodedGoods, Goods

LONGEST = 2000
_LOOKALIKES = str.maketrans("АВЕКМНОРСТУХ", "ABEKMHOPCTYX")
_TIMES = re.compile(r"(?<=[\w\s)])[*×xх]\s*(\d{1,3})(?![\w-])", re.I)
_PIECES = re.compile(r"(?:\s[-–—]\s*)?(?<![\w-])(\d{1,3})\s*(?:шт(?:ук[аи]?)?|pcs?|pieces?)(?:\.|\b)", re.I)
_EQUALS = re.compile(r"\s*[=:]\s*(\d{1,3})(?![\w-])|\s+[-–—]\s+(\d{1,3})(?![\w-])")
_MARK = "\x00"
_CODE = re.compile(r"[0-9A-Z][0-9A-Z./_-]{2,31}")
_COUNT = re.compile(rf"\d{{1,2}}|{_MARK}\d{{1,3}}")
_WITH_COUNT = re.compile(r"(.+)-(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Wish:
    """A code as it was typed and how many. `1234-2` may be a code, or two of 1234: `otherwise` is that."""

    typed: str
    pieces: int
    otherwise: Wish | None = None


def read_codes(text: str) -> tuple[Wish, ...]:
    """The wishes of a code list; none where something in it is no code, since then it is some other message.

    A single code without a number of pieces is no list either: that is somebody looking for it.
    """
    if len(text) > LONGEST:
        return ()
    marked = _TIMES.sub(rf" {_MARK}\1 ", _PIECES.sub(rf" {_MARK}\1 ", text.replace(_MARK, " ")))
    marked = _EQUALS.sub(lambda found: f" {_MARK}{found[1] or found[2]} ", marked)
    wishes: list[Wish] = []
    counted = False
    for part in re.split(r"[,;\n]+", marked):
        first = True
        open_to_count = False
        for token in part.split():
            if open_to_count and _COUNT.fullmatch(token):
                wishes[-1] = Wish(wishes[-1].typed, int(token.lstrip(_MARK)))
                if not wishes[-1].pieces:
                    return ()
                open_to_count, counted = False, True
                continue
            code = token.upper().translate(_LOOKALIKES)
            if not _CODE.fullmatch(code) or sum(sign.isdigit() for sign in code) < 3:
                return ()
            wishes.append(_wish(code))
            open_to_count, first = True, False
        if first and part.strip():
            return ()
    if len(wishes) == 1 and not counted and wishes[0].otherwise is None:
        return ()
    return tuple(wishes) if len(wishes) <= MAX_LINES else ()


def _wish(code: str) -> Wish:
    ending = _WITH_COUNT.fullmatch(code)
    return Wish(code, 1, Wish(ending[1], int(ending[2])) if ending else None)


def codes_of(wishes: Iterable[Wish]) -> frozenset[str]:
    """Everything to look for, in every reading."""
    found: set[str] = set()
    for wish in wishes:
        found.add(wish.typed)
        if wish.otherwise is not None:
            found.add(wish.otherwise.typed)
    return frozenset(found)


class Reading(StrEnum):
    """What became of a wish."""

    ADDED = "added"
    SHORT = "short"
    """Fewer than wished: there are no more."""
    NONE_LEFT = "none_left"
    CHOOSE = "choose"
    """Several shades or products begin so; one has to be chosen."""
    UNKNOWN = "unknown"
    FULL = "full"
    """No room in the cart."""


@dataclass(frozen=True, slots=True)
class Understood:
    """A wish, what it meant, what became of it: `added` of `wished` pieces. `goods` is one of several to choose."""

    typed: str
    reading: Reading
    wished: int
    added: int = 0
    goods: Goods | None = None


def match(wishes: Sequence[Wish], known: Sequence[CodedGoods]) -> list[tuple[Wish, Sequence[Goods]]]:
    """Each wish in the reading that fits, with the goods it may mean: one, several to choose from, or none."""
    by_article = {each.goods.code: each.goods for each in known}
    by_product: dict[str, list[Goods]] = {}
    for each in known:
        by_product.setdefault(each.product_code, []).append(each.goods)
    return [_match(wish, by_article, by_product) for wish in wishes]


def _match(
    wish: Wish, by_article: Mapping[str, Goods], by_product: Mapping[str, Sequence[Goods]]
) -> tuple[Wish, Sequence[Goods]]:
    readings = [wish] if wish.otherwise is None else [wish, wish.otherwise]
    for reading in readings:
        if (goods := by_article.get(reading.typed)) is not None:
            return reading, [goods]
    for reading in readings:
        if found := by_product.get(reading.typed):
            return reading, found
    for reading in readings:
        begins = [goods for code, goods in by_article.items() if code.startswith(reading.typed)]
        if begins and len(reading.typed) >= 4:
            return reading, begins
    return wish, []


def room_for(pieces: int, have: int, goods: Goods) -> int:
    """How many more of these may go into a cart that has `have` of them."""
    return max(0, min(have + pieces, goods.stock if goods.on_sale else 0, MAX_PIECES) - have)
