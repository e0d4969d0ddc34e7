"""What a search waits for."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class Searching(StatesGroup):
    words = State()


class Shading(StatesGroup):
    sample = State()
    """A colour: a hex, the name of a shade, or a photo."""
