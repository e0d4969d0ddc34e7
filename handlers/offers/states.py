"""What making a promotion waits for."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class Offering(StatesGroup):
    field = State()
    code = State()
