"""What looking somebody up waits for."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class Reading(StatesGroup):
    number = State()
    reason = State()
