"""Filling in the form. What is typed here is personal data: it is deleted from the chat at once."""

from __future__ import annotations

from dataclasses import replace

from aiogram import Router
from aiogram.filters import Command, Filter, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Contact, Message

from domain.consents.use_cases import ShowConsents
from domain.joining.models import Step
from domain.joining.proofs import ProveContact, TypeContact
from domain.joining.use_cases import AnswerField, CompleteForm, ShowForm
from domain.ordering.carts import ShowCart
from domain.people.models import Person
from domain.shared.ids import PersonId
from handlers.joining import address_views, consent_views, views
from handlers.joining.asking import ask, ask_code, check_address, go_on
from handlers.joining.callbacks import (
    AskPart,
    AskStep,
    AskWhy,
    CheckAddress,
    ChooseKind,
    Complete,
    NoPart,
    PickDay,
    SendAgain,
    SkipStep,
)
from handlers.joining.states import PART_OF, PART_STATES, STATES, STEP_OF, Joining
from handlers.ui.company import Company
from handlers.ui.filters import HasText
from handlers.ui.links import OpenForm
from handlers.ui.screen import Answer
from locales.translator import Translator

TYPED = tuple(state for step, state in STATES.items() if step not in {Step.PHONE, Step.EMAIL, Step.GROUP_KIND})


class HasContact(Filter):
    """A contact, handed over as `contact`. In every state: the button that shares it may still be there later."""

    async def __call__(self, message: Message) -> bool | dict[str, Contact]:
        return {"contact": message.contact} if message.contact else False


async def open_form(
    event: CallbackQuery | Message,
    person: Person,
    tr: Translator,
    company: Company,
    show_form: ShowForm,
    show_consents: ShowConsents,
    state: FSMContext,
) -> Answer:
    forget = isinstance(event, Message)
    if consent_views.NEEDED not in await show_consents(person):
        await state.set_state(None)
        return Answer(consent_views.consent_screen(consent_views.NEEDED, company, tr), forget=forget)
    return await go_on(await show_form(person), person, tr, company, state, forget=forget)


async def ask_step(
    event: CallbackQuery,
    callback_data: AskStep,
    person: Person,
    tr: Translator,
    company: Company,
    show_form: ShowForm,
    state: FSMContext,
) -> Answer:
    form = await show_form(person)
    return await ask(callback_data.step, form, person, tr, company, state, again=callback_data.again)


async def ask_why(event: CallbackQuery, callback_data: AskWhy, tr: Translator) -> Answer:
    return Answer(views.why_screen(callback_data.step, tr))


async def skip_step(
    event: CallbackQuery,
    callback_data: SkipStep,
    person: Person,
    tr: Translator,
    company: Company,
    answer_field: AnswerField,
    state: FSMContext,
) -> Answer:
    return await go_on(await answer_field.skip(person, callback_data.step), person, tr, company, state)


async def pick_day(
    event: CallbackQuery,
    callback_data: PickDay,
    person: Person,
    tr: Translator,
    company: Company,
    answer_field: AnswerField,
    state: FSMContext,
) -> Answer:
    if not callback_data.day:
        await state.set_state(STATES[callback_data.step])
        return Answer(views.day_screen(callback_data, answer_field.clock().date(), tr))
    day = f"{callback_data.year:04}-{callback_data.month:02}-{callback_data.day:02}"
    form = await answer_field(person, callback_data.step, day)
    return await go_on(form, person, tr, company, state)


async def choose_kind(
    event: CallbackQuery,
    callback_data: ChooseKind,
    person: Person,
    tr: Translator,
    company: Company,
    answer_field: AnswerField,
    state: FSMContext,
) -> Answer:
    return await go_on(await answer_field.choose(person, callback_data.kind), person, tr, company, state)


async def answer(
    message: Message,
    text: str,
    person: Person,
    tr: Translator,
    company: Company,
    answer_field: AnswerField,
    state: FSMContext,
    raw_state: str,
) -> Answer:
    step = STEP_OF[raw_state]
    form = await answer_field(person, step, text)
    if step is Step.ADDRESS:
        return await check_address(form, tr, state, forget=True)
    return await go_on(form, person, tr, company, state, forget=True)


async def type_contact(
    message: Message,
    text: str,
    person: Person,
    tr: Translator,
    company: Company,
    type_contact: TypeContact,
    state: FSMContext,
    raw_state: str,
) -> Answer:
    form = await type_contact(person, STEP_OF[raw_state], text)
    return await ask_code(form, company, tr, state, forget=True)


async def send_again(
    event: CallbackQuery,
    callback_data: SendAgain,
    person: Person,
    tr: Translator,
    company: Company,
    type_contact: TypeContact,
    state: FSMContext,
) -> Answer:
    form = await type_contact.again(person, callback_data.way)
    shown = await ask_code(form, company, tr, state)
    return replace(shown, toast=tr.plain("joining-code-again"))


async def type_code(
    message: Message,
    text: str,
    person: Person,
    tr: Translator,
    company: Company,
    prove_contact: ProveContact,
    show_form: ShowForm,
    state: FSMContext,
) -> Answer:
    waiting = (await show_form(person)).waiting
    form = await prove_contact(person, text)
    kept = (views.kept_message(waiting.step, person, tr),) if waiting else ()
    return await go_on(form, person, tr, company, state, before=kept, forget=True)


async def share_phone(
    message: Message,
    contact: Contact,
    person: Person,
    tr: Translator,
    company: Company,
    answer_field: AnswerField,
    state: FSMContext,
) -> Answer:
    owner = None if contact.user_id is None else PersonId(contact.user_id)
    form = await answer_field.contact(person, contact.phone_number, owner)
    kept = (views.kept_message(Step.PHONE, person, tr),)
    return await go_on(form, person, tr, company, state, before=kept, forget=True)


async def show_address(
    event: CallbackQuery, person: Person, tr: Translator, show_form: ShowForm, state: FSMContext
) -> Answer:
    return await check_address(await show_form(person), tr, state)


async def ask_part(
    event: CallbackQuery, callback_data: AskPart, person: Person, tr: Translator, show_form: ShowForm, state: FSMContext
) -> Answer:
    await state.set_state(PART_STATES[callback_data.part])
    return Answer(address_views.part_screen(callback_data.part, await show_form(person), tr))


async def answer_part(
    message: Message,
    text: str,
    person: Person,
    tr: Translator,
    answer_field: AnswerField,
    state: FSMContext,
    raw_state: str,
) -> Answer:
    form = await answer_field.part(person, PART_OF[raw_state], text)
    return await check_address(form, tr, state, forget=True)


async def no_part(
    event: CallbackQuery,
    callback_data: NoPart,
    person: Person,
    tr: Translator,
    answer_field: AnswerField,
    state: FSMContext,
) -> Answer:
    return await check_address(await answer_field.without_part(person, callback_data.part), tr, state)


async def complete(
    event: CallbackQuery,
    person: Person,
    tr: Translator,
    complete_form: CompleteForm,
    show_cart: ShowCart,
    state: FSMContext,
) -> Answer:
    form = await complete_form(person)
    await state.set_state(None)
    person = replace(person, registered=True)
    has_goods = bool((await show_cart(person)).cart.lines)
    done = views.done_screen(person, form, has_goods=has_goods, tr=tr)
    return Answer(done, messages=(views.welcome_message(person, tr),))


def router() -> Router:
    """The form's handlers."""
    joining = Router(name="joining")
    joining.callback_query.register(open_form, OpenForm.filter())
    joining.message.register(open_form, Command("form"))
    joining.callback_query.register(ask_step, AskStep.filter())
    joining.callback_query.register(ask_why, AskWhy.filter())
    joining.callback_query.register(skip_step, SkipStep.filter())
    joining.callback_query.register(pick_day, PickDay.filter())
    joining.callback_query.register(choose_kind, ChooseKind.filter())
    joining.callback_query.register(send_again, SendAgain.filter())
    joining.callback_query.register(show_address, CheckAddress.filter())
    joining.callback_query.register(ask_part, AskPart.filter())
    joining.callback_query.register(no_part, NoPart.filter())
    joining.callback_query.register(complete, Complete.filter())
    joining.message.register(answer, StateFilter(*TYPED), HasText())
    joining.message.register(type_contact, StateFilter(Joining.phone, Joining.email), HasText())
    joining.message.register(type_code, StateFilter(Joining.code), HasText())
    joining.message.register(answer_part, StateFilter(*PART_STATES.values()), HasText())
    joining.message.register(share_phone, HasContact())
    return joining
