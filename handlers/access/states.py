"""What logging in, recovery and a change of password wait for."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class Access(StatesGroup):
    number = State()
    password = State()
    present = State()
    new = State()
    lost_number = State()
    code = State()
