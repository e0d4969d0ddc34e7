"""What a person types while ordering."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class Ordering(StatesGroup):
    comment = State()


class OrderLife(StatesGroup):
    """Of the order the conversation's data name."""

    tracking = State()
    note = State()
    reason = State()
    search = State()
