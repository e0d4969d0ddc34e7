"""What frequent questions wait for."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class Asking(StatesGroup):
    words = State()


class EditingFaq(StatesGroup):
    text = State()
