"""A goods file as read: what it says of each article, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Value = str | int | bool | list[str] | None
"""None is said by a lone dash: no weeks, no colour."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a file is refused. `line` is its line (0: the file as a whole), `reason` a key of words."""

    line: int
    column: str
    reason: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line: one article. What the file does not say is not in the mappings, and stays as it is.

    `places` are the names of the category and the series it belongs to.
    """

    line: int
    code: str
    product_code: str | None = None
    places: Mapping[str, str] = field(default_factory=dict)
    product: Mapping[str, Value] = field(default_factory=dict)
    article: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture of the file's archive, checked and made anew: its name there, whose it is, where its bytes lie.

    `code` is a product's or an article's, `place` its place among several; `digest` names the content.
    """

    name: str
    code: str
    place: int
    digest: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a file says. With problems nothing of it is taken over."""

    format: str
    digest: str
    entries: list[Entry] = field(default_factory=list)
    photos: list[Photo] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    problem_count: int = 0
    ignored: list[str] = field(default_factory=list)
    """Headers that say nothing to us."""
