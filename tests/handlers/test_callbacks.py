"""What buttons carry, over all journeys: short, and told apart by their prefix."""

from __future__ import annotations

import importlib
import pkgutil
from enum import Enum
from typing import Any, get_args

import pytest
from aiogram.filters.callback_data import CallbackData
from pydantic.fields import FieldInfo

import handlers

LARGEST = 2**31 - 1
LONGEST_WORD = "x" * 34


def kinds() -> list[type[CallbackData]]:
    """Every CallbackData of the program."""
    for module in pkgutil.walk_packages(handlers.__path__, "handlers."):
        importlib.import_module(module.name)
    found = [kind for kind in CallbackData.__subclasses__() if kind.__module__.startswith("handlers.")]
    return sorted(found, key=lambda kind: kind.__name__)


def largest(name: str, field: FieldInfo) -> Any:
    kind = field.annotation
    if isinstance(kind, type) and issubclass(kind, Enum):
        return max(kind, key=lambda each: len(str(each.value)))
    if kind is int:
        return min([LARGEST, *(each.le for each in field.metadata if hasattr(each, "le"))])
    if kind is bool:
        return True
    longest = [each.max_length for each in field.metadata if hasattr(each, "max_length")]
    if longest:
        return "x" * min(longest)
    for inner in get_args(kind):
        if isinstance(inner, type) and issubclass(inner, Enum):
            return max(inner, key=lambda each: len(str(each.value)))
    if kind is str or type(None) in get_args(kind):
        return "A_-9" * 2 + "xyz" if name == "key" else LONGEST_WORD
    return max(get_args(kind), key=len)


def test_there_are_some_and_no_two_share_a_prefix() -> None:
    prefixes = [kind.__prefix__ for kind in kinds()]
    assert len(prefixes) > 25
    assert len(set(prefixes)) == len(prefixes)


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__name__)
def test_the_largest_of_each_fits_and_comes_back_the_same(kind: type[CallbackData]) -> None:
    made = kind(**{name: largest(name, field) for name, field in kind.model_fields.items()})
    assert len(made.pack().encode()) <= 64
    assert kind.unpack(made.pack()) == made
