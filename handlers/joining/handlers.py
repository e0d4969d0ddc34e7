"""Filling in the form. What is typed here is personal data: it is deleted from the chat at once."""

from __future__ import annotations

from dataclasses import replace

from aiogram import Router
from aiogram.filters import Command, Filter, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Contact, Message

from domain.joining.models import Form, Step
from domain.joining.use_cases import AnswerField, CompleteForm, ShowForm
from domain.ordering.carts import ShowCart
from domain.people.models import Person
from domain.shared.ids import PersonId
from handlers.joining import views
from handlers.joining.callbacks import AskStep, AskWhy, Complete
from handlers.joining.states import STATES, Joining
from handlers.ui.filters import HasText
from handlers.ui.links import OpenForm
from handlers.ui.screen import Answer, Screen
from locales.translator import Translator


class HasContact(Filter):
    """A contact, handed over as `contact`. In every state: the button that shares it may still be there later."""

    async def __call__(self, message: Message) -> bool | dict[str, Contact]:
        return {"contact": message.contact} if message.contact else False


async def ask(
    step: Step | None,
    form: Form,
    person: Person,
    tr: Translator,
    state: FSMContext,
    *,
    before: tuple[Screen, ...] = (),
    again: bool = False,
    forget: bool = False,
) -> Answer:
    """Asks a question and waits for its answer; without one, shows all answers."""
    await state.set_state(STATES[step] if step else None)
    if step is None:
        return Answer(views.review_screen(form, tr), messages=before, forget=forget)
    sharing = (views.share_message(person, tr),) if step is Step.PHONE and not again else ()
    return Answer(views.step_screen(step, form, tr), messages=(*before, *sharing), forget=forget)


async def open_form(
    event: CallbackQuery | Message, person: Person, tr: Translator, show_form: ShowForm, state: FSMContext
) -> Answer:
    form = await show_form(person)
    return await ask(form.next_step, form, person, tr, state, forget=isinstance(event, Message))


async def ask_step(
    event: CallbackQuery, callback_data: AskStep, person: Person, tr: Translator, show_form: ShowForm, state: FSMContext
) -> Answer:
    return await ask(callback_data.step, await show_form(person), person, tr, state, again=callback_data.again)


async def ask_why(event: CallbackQuery, callback_data: AskWhy, tr: Translator) -> Answer:
    return Answer(views.why_screen(callback_data.step, tr))


async def answer_name(
    message: Message, text: str, person: Person, tr: Translator, answer_field: AnswerField, state: FSMContext
) -> Answer:
    form = await answer_field(person, Step.NAME, text)
    return await ask(form.next_step, form, person, tr, state, forget=True)


async def answer_birth_date(
    message: Message, text: str, person: Person, tr: Translator, answer_field: AnswerField, state: FSMContext
) -> Answer:
    form = await answer_field(person, Step.BIRTH_DATE, text)
    return await ask(form.next_step, form, person, tr, state, forget=True)


async def answer_phone(
    message: Message, text: str, person: Person, tr: Translator, answer_field: AnswerField, state: FSMContext
) -> Answer:
    form = await answer_field(person, Step.PHONE, text)
    return await ask(form.next_step, form, person, tr, state, forget=True)


async def share_phone(
    message: Message, contact: Contact, person: Person, tr: Translator, answer_field: AnswerField, state: FSMContext
) -> Answer:
    owner = None if contact.user_id is None else PersonId(contact.user_id)
    form = await answer_field.contact(person, contact.phone_number, owner)
    kept = (views.kept_phone_message(person, tr),)
    return await ask(form.next_step, form, person, tr, state, before=kept, forget=True)


async def complete(
    event: CallbackQuery,
    person: Person,
    tr: Translator,
    complete_form: CompleteForm,
    show_cart: ShowCart,
    state: FSMContext,
) -> Answer:
    await complete_form(person)
    await state.set_state(None)
    person = replace(person, registered=True)
    has_goods = bool((await show_cart(person)).cart.lines)
    return Answer(views.done_screen(person, has_goods=has_goods, tr=tr), messages=(views.welcome_message(person, tr),))


def router() -> Router:
    """The form's handlers."""
    joining = Router(name="joining")
    joining.callback_query.register(open_form, OpenForm.filter())
    joining.message.register(open_form, Command("form"))
    joining.callback_query.register(ask_step, AskStep.filter())
    joining.callback_query.register(ask_why, AskWhy.filter())
    joining.message.register(answer_name, StateFilter(Joining.name), HasText())
    joining.message.register(answer_birth_date, StateFilter(Joining.birth_date), HasText())
    joining.message.register(answer_phone, StateFilter(Joining.phone), HasText())
    joining.message.register(share_phone, HasContact())
    joining.callback_query.register(complete, Complete.filter())
    return joining
