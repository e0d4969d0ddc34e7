"""Choosing a consultant, changing them, and consultants who pause or leave."""

from __future__ import annotations

from dataclasses import replace

from aiogram import Router
from aiogram.filters import Command, CommandObject, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.consultants.choose import ChangeConsultant, ChooseConsultant
from domain.consultants.models import Consultant
from domain.consultants.staff import Oversee, TakeCustomers
from domain.ordering.carts import ShowCart
from domain.people.models import Person
from domain.shared.errors import NotFound
from domain.shared.ids import ConsultantId
from handlers.consultants import care_views as views
from handlers.consultants.callbacks import AskReason, Choose, SetLeft, Take
from handlers.consultants.states import ConsultantSelection
from handlers.ui.company import Company
from handlers.ui.filters import HasText
from handlers.ui.screen import Answer
from locales.translator import Translator

GOING_TO = "going_to"
"""Where the conversation's data keep the consultant a reason was asked for."""


async def choose(
    event: CallbackQuery,
    callback_data: Choose,
    person: Person,
    tr: Translator,
    choose_consultant: ChooseConsultant,
    show_cart: ShowCart,
    state: FSMContext,
) -> Answer:
    consultant = await choose_consultant(person, ConsultantId(callback_data.consultant))
    await state.set_state(None)
    answer = await _chosen(consultant, person, tr, show_cart)
    return replace(answer, toast=tr.plain("consultants-chosen-toast"))


async def ask_reason(
    event: CallbackQuery,
    callback_data: AskReason,
    person: Person,
    tr: Translator,
    change_consultant: ChangeConsultant,
    state: FSMContext,
) -> Answer:
    consultant = await change_consultant.check(person, ConsultantId(callback_data.consultant))
    await state.set_state(ConsultantSelection.reason)
    await state.update_data({GOING_TO: consultant.id})
    return Answer(views.ask_reason_screen(consultant, change_consultant.days, tr))


async def change(
    message: Message,
    text: str,
    person: Person,
    tr: Translator,
    change_consultant: ChangeConsultant,
    show_cart: ShowCart,
    state: FSMContext,
) -> Answer:
    target = (await state.get_data()).get(GOING_TO)
    if target is None:
        raise NotFound("nobody to go over to")
    consultant = await change_consultant(person, ConsultantId(target), text)
    await state.set_state(None)
    return replace(await _chosen(consultant, person, tr, show_cart), forget=True)


async def _chosen(consultant: Consultant, person: Person, tr: Translator, show_cart: ShowCart) -> Answer:
    person = replace(person, consultant_id=consultant.id)
    has_goods = bool((await show_cart(person)).cart.lines)
    return Answer(views.chosen_screen(consultant, person, has_goods=has_goods, tr=tr))


async def take(
    event: CallbackQuery,
    callback_data: Take,
    person: Person,
    tr: Translator,
    company: Company,
    take_customers: TakeCustomers,
) -> Answer:
    consultant = await take_customers(person, callback_data.on)
    toast = tr.plain("invite-resumed-toast" if callback_data.on else "invite-paused-toast")
    return Answer(views.invite_screen(consultant, company, tr), toast=toast)


async def open_sheet(
    event: Message, command: CommandObject, person: Person, tr: Translator, oversee: Oversee, state: FSMContext
) -> Answer:
    await state.set_state(None)
    person.require_admin()
    number, *room = (command.args or "").split()[:2] or [""]
    if not number or (room and not (room[0] == "-" or room[0].isdecimal())):
        return Answer(views.sheet_help_screen(tr), forget=True)
    if not room:
        return Answer(views.sheet_screen(await oversee(person, number), tr), forget=True)
    most = None if room[0] == "-" else int(room[0][:9])
    return Answer(views.sheet_screen(await oversee.set_room(person, number, most), tr), forget=True)


async def set_left(
    event: CallbackQuery, callback_data: SetLeft, person: Person, tr: Translator, oversee: Oversee
) -> Answer:
    sheet = await oversee.set_left(person, ConsultantId(callback_data.consultant), callback_data.left)
    return Answer(views.sheet_screen(sheet, tr))


def router() -> Router:
    """The handlers of being under somebody's care."""
    care = Router(name="care")
    care.callback_query.register(choose, Choose.filter())
    care.callback_query.register(ask_reason, AskReason.filter())
    care.message.register(change, StateFilter(ConsultantSelection.reason), HasText())
    care.callback_query.register(take, Take.filter())
    care.message.register(open_sheet, Command("staff"))
    care.callback_query.register(set_left, SetLeft.filter())
    return care
