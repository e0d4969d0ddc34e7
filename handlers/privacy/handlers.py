"""One's own consents: which are in force, and taking each back."""

from __future__ import annotations

from datetime import tzinfo

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.consents.models import Purpose
from domain.consents.use_cases import ShowConsents, WithdrawConsent
from domain.people.models import Person
from domain.personal.models import Kind
from domain.personal.use_cases import AskErasure
from handlers.privacy import views
from handlers.privacy.callbacks import AskWithdraw, Withdraw
from handlers.ui.links import OpenConsents
from handlers.ui.screen import Answer
from locales.translator import Translator


async def open_consents(
    event: CallbackQuery, person: Person, tr: Translator, zone: tzinfo, show_consents: ShowConsents
) -> Answer:
    return Answer(views.consents_screen(await show_consents(person), tr, zone))


async def ask_withdraw(event: CallbackQuery, callback_data: AskWithdraw, tr: Translator) -> Answer:
    return Answer(views.ask_withdraw_screen(callback_data.purpose, tr))


async def withdraw(
    event: CallbackQuery,
    callback_data: Withdraw,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    withdraw_consent: WithdrawConsent,
    show_consents: ShowConsents,
    ask_erasure: AskErasure,
) -> Answer:
    had = await show_consents(person)
    given = await withdraw_consent(person, callback_data.purpose)
    if callback_data.purpose is Purpose.CABINET and Purpose.CABINET in had:
        await ask_erasure(person, Kind.WITHDRAWAL)
    return Answer(views.consents_screen(given, tr, zone), toast=tr.plain("privacy-withdrawn"))


def router() -> Router:
    """The handlers of one's own data."""
    privacy = Router(name="privacy")
    privacy.callback_query.register(open_consents, OpenConsents.filter())
    privacy.callback_query.register(ask_withdraw, AskWithdraw.filter())
    privacy.callback_query.register(withdraw, Withdraw.filter())
    return privacy
