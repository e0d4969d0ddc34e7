"""Which question of the form is waiting for an answer."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup

from domain.joining.models import Step


class Joining(StatesGroup):
    name = State()
    birth_date = State()
    phone = State()


STATES: dict[Step, State] = {
    Step.NAME: Joining.name,
    Step.BIRTH_DATE: Joining.birth_date,
    Step.PHONE: Joining.phone,
}
