"""Which question comes next, and that its answer is waited for."""

from __future__ import annotations

from aiogram.fsm.context import FSMContext

from domain.joining.models import Form, Step
from domain.people.models import Person
from handlers.joining import address_views, views
from handlers.joining.states import STATES, Joining
from handlers.ui.company import Company
from handlers.ui.screen import Answer, Screen
from locales.translator import Translator


async def ask(
    step: Step,
    form: Form,
    person: Person,
    tr: Translator,
    company: Company,
    state: FSMContext,
    *,
    before: tuple[Screen, ...] = (),
    again: bool = False,
    forget: bool = False,
) -> Answer:
    """Asks a question and waits for its answer."""
    await state.set_state(STATES[step])
    sharing = (views.share_message(person, tr),) if step is Step.PHONE and not again else ()
    return Answer(views.step_screen(step, form, company, tr), messages=(*before, *sharing), forget=forget)


async def go_on(
    form: Form,
    person: Person,
    tr: Translator,
    company: Company,
    state: FSMContext,
    *,
    before: tuple[Screen, ...] = (),
    forget: bool = False,
) -> Answer:
    """What is to be done next: a code, a gap in the address, a question; when nothing is left, all answers."""
    step = form.next_step
    if form.waiting is not None and form.waiting.step is step:
        return await ask_code(form, company, tr, state, forget=forget)
    if step is Step.ADDRESS and form.address is not None:
        return await check_address(form, tr, state, forget=forget)
    if step is not None:
        return await ask(step, form, person, tr, company, state, before=before, forget=forget)
    await state.set_state(None)
    return Answer(views.review_screen(form, tr), messages=before, forget=forget)


async def ask_code(form: Form, company: Company, tr: Translator, state: FSMContext, *, forget: bool = False) -> Answer:
    """Asks for the code of the contact that waits for one."""
    await state.set_state(Joining.code)
    return Answer(views.code_screen(form, company, tr), forget=forget)


async def check_address(form: Form, tr: Translator, state: FSMContext, *, forget: bool = False) -> Answer:
    """The address part by part; a whole line typed here takes its place."""
    await state.set_state(Joining.address)
    return Answer(address_views.address_screen(form, tr), forget=forget)
