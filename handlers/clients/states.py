"""What the client book waits for."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class Clients(StatesGroup):
    name = State()
