"""What making an announcement waits for."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class Announcing(StatesGroup):
    russian = State()
    english = State()
