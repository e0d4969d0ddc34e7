"""What a person types while looking for a consultant."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class ConsultantSelection(StatesGroup):
    query = State()
    reason = State()
