"""What a conversation waits for."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class Relay(StatesGroup):
    talking = State()
    """Everything goes to the other end of the conversation that is the current one."""
    word = State()
    """A word that goes with a rating."""
    away = State()
    """What customers read outside the consultant's hours."""
