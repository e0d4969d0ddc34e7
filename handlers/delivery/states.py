"""What a person types about delivery."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class Delivering(StatesGroup):
    address = State()
    place = State()


class ManagingDelivery(StatesGroup):
    rate = State()
    region = State()
    points = State()
