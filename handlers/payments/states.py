"""What a person types on the way to paying."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class Paying(StatesGroup):
    contact = State()
