"""Reading a JSON file strictly: whatever is not as it should be is said with its place."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import time
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from domain.shared.localised import LANGUAGES, Localised

Choice = TypeVar("Choice", bound=StrEnum)


class Node:
    """An object of a JSON file and the place it stands at.

    Every method raises ValueError naming the place where a value is missing or of another kind. `done` raises for
    keys that nobody has read, so a misspelt one cannot go unnoticed.
    """

    __slots__ = ("_fields", "_read", "place")

    def __init__(self, fields: object, place: str) -> None:
        if not isinstance(fields, Mapping):
            raise ValueError(f"{place}: not an object")
        self._fields: Mapping[str, object] = fields
        self._read: set[str] = set()
        self.place = place

    @classmethod
    def of_file(cls, path: Path) -> Node:
        """The whole file as one object."""
        try:
            return cls(json.loads(path.read_text(encoding="utf-8")), path.name)
        except OSError as error:
            raise ValueError(f"{path.name}: {error.strerror}") from error
        except json.JSONDecodeError as error:
            raise ValueError(f"{path.name}: line {error.lineno}: {error.msg}") from error

    def has(self, key: str) -> bool:
        return key in self._fields

    def text(self, key: str, longest: int = 1000) -> str:
        """Words without blanks around them, one character to `longest`."""
        value = self._value(key)
        if not isinstance(value, str) or not value or value != value.strip():
            raise self.wrong(key, "not a text, or an empty or padded one")
        if len(value) > longest:
            raise self.wrong(key, f"{len(value)} characters, at most {longest} fit")
        return value

    def words(self, key: str, longest: int = 1000) -> Localised:
        """A text in every language of the cabinet."""
        node = Node(self._value(key), f"{self.place}: {key}")
        texts = {language: node.text(language, longest) for language in LANGUAGES}
        node.done()
        return Localised(**texts)

    def whole(self, key: str, least: int) -> int:
        value = self._value(key)
        if not isinstance(value, int) or isinstance(value, bool) or value < least:
            raise self.wrong(key, f"not a whole number of at least {least}")
        return value

    def number(self, key: str, least: float, most: float) -> float:
        value = self._value(key)
        if not isinstance(value, int | float) or isinstance(value, bool) or not least <= value <= most:
            raise self.wrong(key, f"not a number from {least} to {most}")
        return float(value)

    def flag(self, key: str) -> bool:
        """True or false; false where it is not given."""
        if not self.has(key):
            return False
        value = self._value(key)
        if not isinstance(value, bool):
            raise self.wrong(key, "neither true nor false")
        return value

    def clock(self, key: str) -> time:
        """A time of day written as 09:30."""
        try:
            return time.fromisoformat(self.text(key, 5))
        except ValueError as error:
            raise self.wrong(key, "not a time such as 09:30") from error

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, none twice."""
        values = self._list(key)
        found = tuple(value for value in values if isinstance(value, str) and value)
        if len(set(found)) < len(values):
            raise self.wrong(key, "the same one twice, or one that is not a text")
        return found

    def choice(self, key: str, kinds: type[Choice]) -> Choice:
        return self._kind(key, self.text(key), kinds)

    def choices(self, key: str, kinds: type[Choice]) -> tuple[Choice, ...]:
        """Several of a kind, none twice."""
        found = tuple(self._kind(key, each, kinds) for each in self._list(key))
        if len(set(found)) < len(found):
            raise self.wrong(key, "the same one twice")
        return found

    def nodes(self, key: str, named_by: str) -> Iterator[Node]:
        """The objects of a list, each placed by its own `named_by` where it has one."""
        for at, fields in enumerate(self._list(key)):
            name = fields.get(named_by, at) if isinstance(fields, Mapping) else at
            yield Node(fields, f"{self.place}: {key} {name}")

    def done(self) -> None:
        """Raises when there is a key that was never read."""
        if unknown := sorted(set(self._fields) - self._read):
            raise ValueError(f"{self.place}: unknown {', '.join(unknown)}")

    def wrong(self, key: str, why: str) -> ValueError:
        return ValueError(f"{self.place}: {key}: {why}")

    def _value(self, key: str) -> object:
        self._read.add(key)
        if key not in self._fields:
            raise self.wrong(key, "missing")
        return self._fields[key]

    def _list(self, key: str) -> Sequence[object]:
        value = self._value(key)
        if not isinstance(value, list):
            raise self.wrong(key, "not a list")
        return value

    def _kind(self, key: str, value: object, kinds: type[Choice]) -> Choice:
        try:
            return kinds(value)  # type: ignore[arg-type]  # the enumeration itself is the check
        except ValueError as error:
            raise self.wrong(key, f"{value!r} is none of {', '.join(kinds)}") from error
