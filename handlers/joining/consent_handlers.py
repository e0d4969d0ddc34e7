"""Consents come before the first question; a refusal leads back to browsing."""

from __future__ import annotations

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from domain.consents.models import following_of
from domain.consents.use_cases import GiveConsent, WithdrawConsent
from domain.joining.use_cases import ShowForm
from domain.people.models import Person
from handlers.joining import consent_views
from handlers.joining.asking import go_on
from handlers.joining.callbacks import Consent, ConsentFile
from handlers.ui.company import Company
from handlers.ui.screen import Answer
from locales.translator import Translator


async def decide(
    event: CallbackQuery,
    callback_data: Consent,
    person: Person,
    tr: Translator,
    company: Company,
    give_consent: GiveConsent,
    withdraw_consent: WithdrawConsent,
    show_form: ShowForm,
    state: FSMContext,
) -> Answer:
    purpose = callback_data.purpose
    if callback_data.agreed:
        given = await give_consent(person, purpose, callback_data.version)
    else:
        given = await withdraw_consent(person, purpose)
    if consent_views.NEEDED not in given:
        if not callback_data.agreed and purpose is consent_views.NEEDED:
            return Answer(consent_views.refused_screen(tr))
        return Answer(consent_views.consent_screen(consent_views.NEEDED, company, tr))
    for following in following_of(purpose):
        if following not in given:
            return Answer(consent_views.consent_screen(following, company, tr))
    return await go_on(await show_form(person), person, tr, company, state)


async def as_file(event: CallbackQuery, callback_data: ConsentFile, tr: Translator, company: Company) -> Answer:
    purpose = callback_data.purpose
    return Answer(
        consent_views.consent_screen(purpose, company, tr),
        messages=(consent_views.consent_file(purpose, company, tr),),
    )


def router() -> Router:
    """The consents' handlers."""
    consents = Router(name="consents")
    consents.callback_query.register(decide, Consent.filter())
    consents.callback_query.register(as_file, ConsentFile.filter())
    return consents
