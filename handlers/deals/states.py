"""What a person types about the price of their cart."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class Dealing(StatesGroup):
    code = State()
    points = State()
