"""What the journeys of one's own data wait for."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class MyData(StatesGroup):
    copy = State()
    erasure = State()
    correction = State()
    wrong_proof = State()
    wrong = State()
    question = State()


class Answering(StatesGroup):
    """What the officer is about to type."""

    answer = State()
    extension = State()
