"""What bringing goods in waits for."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class Importing(StatesGroup):
    file = State()
