"""What gathering for a client waits for."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class Proposing(StatesGroup):
    note = State()
