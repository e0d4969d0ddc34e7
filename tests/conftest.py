"""Before any test imports it: aiogram as the program has it. And in which order tests run."""

from __future__ import annotations

import pytest

from bot.lean_aiogram import import_aiogram

import_aiogram()

FIRST = ("soak", "e2e", "browser")
"""Rooms whose tests start programs; begun last, a long one would keep the others' processors waiting at the end."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first, and an end-to-end file stays with one worker: its sandbox and bot are started once."""
    for item in items:
        if item.path.parent.name == "e2e":
            item.add_marker(pytest.mark.xdist_group(item.path.stem))
    items.sort(key=_turn)


def _turn(item: pytest.Item) -> tuple[int, bool]:
    room = item.path.parent.name
    return (FIRST.index(room) if room in FIRST else len(FIRST), item.get_closest_marker("slow") is None)
