"""What making an announcement waits for."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class Announcing(StatesGroup):
    content = State()
    """The text, a picture or an album."""
    english = State()
    whom = State()
    """What a condition needs to know: a consultant, a town, an amount, a number of days."""
    link = State()
    goods = State()
    when = State()
