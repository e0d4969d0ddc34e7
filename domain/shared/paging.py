"""A page of a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Items of page `number` (from 0) out of `total` items, `size` to a page."""

    items: Sequence[T]
    number: int
    size: int
    total: int

    @property
    def count(self) -> int:
        """How many pages there are; at least one, an empty list has an empty page."""
        return max(1, -(-self.total // self.size))


def clamp_page(number: int, size: int, total: int) -> int:
    """The nearest page that exists: an old button may name one that has gone."""
    return max(0, min(number, -(-total // size) - 1))
