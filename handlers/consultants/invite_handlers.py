"""Invites: a consultant hands one on, a person comes by one."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.consultants.find import ShowCard
from domain.consultants.use_cases import ShowConsultant
from domain.people.models import Person
from domain.shared.errors import NotFound
from handlers.consultants import care_views as views
from handlers.ui.company import Company
from handlers.ui.links import OpenInvite
from handlers.ui.menu import MenuFilter
from handlers.ui.screen import Answer
from locales.translator import Translator


async def come_invited(
    event: Message,
    command: CommandObject,
    person: Person,
    tr: Translator,
    company: Company,
    show_consultant: ShowConsultant,
    show_card: ShowCard,
    state: FSMContext,
) -> Answer:
    await state.set_state(None)
    greeting = (views.invited_message(person, company, tr),)
    try:
        consultant = await show_consultant.by_invite(command.args or "")
    except NotFound:
        # A newcomer with a mistyped link is as welcome as any other.
        return Answer(views.unknown_invite_screen(tr), messages=greeting, forget=True)
    if consultant.id == person.own_consultant_id:
        return Answer(views.invite_screen(consultant, company, tr), messages=greeting, forget=True)
    card = await show_card(consultant.id, person.consultant_id)
    return Answer(views.invited_screen(card, person, tr), messages=greeting, forget=True)


async def open_invite(
    event: CallbackQuery | Message,
    person: Person,
    tr: Translator,
    company: Company,
    show_consultant: ShowConsultant,
    state: FSMContext,
) -> Answer:
    await state.set_state(None)
    consultant = await show_consultant(person.require_consultant())
    return Answer(views.invite_screen(consultant, company, tr), forget=isinstance(event, Message))


def router() -> Router:
    """The handlers of invites; stands before home, whose /start takes any."""
    invites = Router(name="invites")
    invites.message.register(come_invited, CommandStart(deep_link=True))
    invites.callback_query.register(open_invite, OpenInvite.filter())
    invites.message.register(open_invite, Command("invite"))
    invites.message.register(open_invite, MenuFilter("menu-invite"))
    return invites
