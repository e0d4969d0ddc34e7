"""Which question of the form is waiting for an answer."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup

from domain.joining.address import AddressPart
from domain.joining.models import Step


class Joining(StatesGroup):
    last_name = State()
    first_name = State()
    patronymic = State()
    birth_date = State()
    passport = State()
    passport_issued = State()
    passport_department = State()
    address = State()
    phone = State()
    email = State()
    group_kind = State()
    group_number = State()
    card = State()
    code = State()


class AddressParts(StatesGroup):
    postcode = State()
    region = State()
    city = State()
    street = State()
    house = State()
    flat = State()


STATES: dict[Step, State] = {step: getattr(Joining, step.value) for step in Step}
PART_STATES: dict[AddressPart, State] = {part: getattr(AddressParts, part.value) for part in AddressPart}
STEP_OF: dict[str, Step] = {str(state.state): step for step, state in STATES.items()}
PART_OF: dict[str, AddressPart] = {str(state.state): part for part, state in PART_STATES.items()}
