"""From the cells of a goods file to entries. Pure; runs where the file is read, in a process of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from domain.goods.columns import BY_NAME, CODE, PLACES, PRODUCT_CODE, Column, Kind, Level
from domain.goods.models import Entry, Problem, Value

MOST_PROBLEMS = 1000
"""A file that is wrong in every line says so in the first thousand."""
MOST_PRICE = 10_000_000_00
MOST_STOCK = 1_000_000
_CODE = re.compile(r"[0-9A-Za-zА-Яа-яЁё][0-9A-Za-zА-Яа-яЁё._/-]{0,31}")
_HEX = re.compile(r"#?([0-9A-Fa-f]{6})")
_PRICE = re.compile(r"(-?)([0-9]{1,12})(?:[.,]([0-9]{1,2})0*)?")
_COUNT = re.compile(r"(-?[0-9]{1,12})(?:[.,]0+)?")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|[\ud800-\udfff]")
_FORMULA = re.compile(r"[=@\t\r]|[+-](?![\s\d.,]*$)")
"""What a spreadsheet would run: only a plain number may begin with a sign."""
_MONEY_WORDS = re.compile(r"(?i)\s|\xa0|\u202f|руб(лей|\.)?|₽|rub|р\.?$")
_YES = frozenset({"да", "yes", "true", "1", "+", "y", "истина", "есть"})
_NO = frozenset({"нет", "no", "false", "0", "n", "ложь", "-", "−", "–"})
SKIN_TYPES: Mapping[str, str] = {
    "нормальная": "normal",
    "сухая": "dry",
    "жирная": "oily",
    "комбинированная": "combination",
    "смешанная": "combination",
    "чувствительная": "sensitive",
}


class Wrong(Exception):
    """A value that cannot be taken; `reason` says why in a word."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(slots=True)
class Reader:
    """Takes the cells line by line. `forms` are the packages that can be drawn."""

    forms: Collection[str]
    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    problem_count: int = 0
    _seen: dict[str, int] = field(default_factory=dict)

    def problem(self, line: int, column: str, reason: str, value: str = "") -> None:
        """Notes what is wrong."""
        self.problem_count += 1
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(line, column, reason, _shown(value)))

    def take(self, line: int, cells: Mapping[str, str]) -> None:
        """A line: raw cells by field name. One without any value is passed over."""
        given = {name: cell.strip() for name, cell in cells.items() if cell.strip()}
        if not given:
            return
        values: dict[str, Value] = {}
        for name, cell in given.items():
            try:
                values[name] = self.value(BY_NAME[name], cell)
            except Wrong as wrong:
                self.problem(line, name, wrong.reason, cell)
        code = values.pop(CODE, None)
        if not isinstance(code, str):
            if CODE not in given:
                self.problem(line, CODE, "missing")
            return
        if (first := self._seen.setdefault(code, line)) != line:
            self.problem(line, CODE, "twice", str(first))
            return
        product_code = values.pop(PRODUCT_CODE, None)
        places = {name: value for name in PLACES if isinstance(value := values.pop(name, None), str)}
        levels: dict[Level, dict[str, Value]] = {Level.PRODUCT: {}, Level.ARTICLE: {}}
        for name, value in values.items():
            levels[BY_NAME[name].level][name] = value
        product = product_code if isinstance(product_code, str) else None
        self.entries.append(Entry(line, code, product, places, levels[Level.PRODUCT], levels[Level.ARTICLE]))

    def value(self, column: Column, cell: str) -> Value:
        """The cell as the column's kind. Raises Wrong."""
        if _CONTROL.search(cell):
            raise Wrong("characters")
        if cell.startswith("'") and _FORMULA.match(cell[1:]):
            cell = cell[1:]  # what our export puts before a text that a spreadsheet would run
        elif column.kind in {Kind.TEXT, Kind.CODE} and cell != "-" and _FORMULA.match(cell):
            raise Wrong("formula")
        match column.kind:
            case Kind.FORM:
                if cell.lower() not in self.forms:
                    raise Wrong("form")
                return cell.lower()
            case Kind.TEXT if len(cell) > column.longest:
                raise Wrong("long")
            case Kind.TEXT:
                return "" if cell == "-" else cell
        return _KINDS[column.kind](cell)


def consistent(entries: Iterable[Entry]) -> Iterable[Problem]:
    """Where lines of one product say different things of it."""
    said: dict[tuple[str, str], tuple[int, Value]] = {}
    for entry in entries:
        if entry.product_code is None:
            continue
        for name, value in {**entry.product, **entry.places}.items():
            line, first = said.setdefault((entry.product_code, name), (entry.line, value))
            if first != value:
                yield Problem(entry.line, name, "differs", str(line))


def _shown(value: str) -> str:
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", value)[:60]


def _code(cell: str) -> str:
    # A spreadsheet's number.
    cell = cell.removesuffix(".0") if cell.removesuffix(".0").isdecimal() else cell
    if not _CODE.fullmatch(cell):
        raise Wrong("code")
    return cell


def _price(cell: str) -> int:
    found = _PRICE.fullmatch(_MONEY_WORDS.sub("", cell))
    if found is None:
        raise Wrong("price")
    sign, whole, fraction = found.groups()
    kopecks = int(whole) * 100 + int((fraction or "").ljust(2, "0"))
    if sign or not 0 < kopecks <= MOST_PRICE:
        raise Wrong("price-range")
    return kopecks


def _count(cell: str) -> int:
    found = _COUNT.fullmatch(re.sub(r"[\s\xa0]", "", cell))
    if found is None:
        raise Wrong("count")
    if not 0 <= int(found[1]) <= MOST_STOCK:
        raise Wrong("count-range")
    return int(found[1])


def _weeks(cell: str) -> int | None:
    if cell == "-":
        return None
    weeks = _count(cell)
    if not 1 <= weeks <= 520:
        raise Wrong("weeks")
    return weeks


def _colour(cell: str) -> str | None:
    if cell == "-":
        return None
    found = _HEX.fullmatch(cell)
    if found is None:
        raise Wrong("colour")
    return f"#{found[1].upper()}"


def _yes_no(cell: str) -> bool:
    word = cell.lower()
    if word not in _YES and word not in _NO:
        raise Wrong("yes-no")
    return word in _YES


def _skin(cell: str) -> list[str]:
    if cell == "-":
        return []
    found = [SKIN_TYPES.get(word, word) for word in re.split(r"[\s,;/|]+", cell.lower()) if word]
    if not set(found) <= set(SKIN_TYPES.values()):
        raise Wrong("skin")
    return list(dict.fromkeys(found))


_KINDS: Mapping[Kind, Callable[[str], Value]] = {
    Kind.CODE: _code,
    Kind.PRICE: _price,
    Kind.COUNT: _count,
    Kind.WEEKS: _weeks,
    Kind.COLOUR: _colour,
    Kind.YES_NO: _yes_no,
    Kind.SKIN: _skin,
}
