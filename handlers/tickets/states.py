"""What tickets wait for."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class Ticketing(StatesGroup):
    """`words` of a new ticket, `more` for one that is there."""

    words = State()
    more = State()


class Serving(StatesGroup):
    answer = State()
    note = State()
