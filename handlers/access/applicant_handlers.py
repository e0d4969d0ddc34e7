"""Who wants to serve customers; for admins alone."""

from __future__ import annotations

from datetime import tzinfo

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.access.consulting import DecideApplicant, ShowApplicants
from domain.people.models import Person
from domain.shared.ids import CustomerId
from handlers.access import applicant_views as views
from handlers.access.callbacks import AnswerApplicant, ShowApplicant
from handlers.ui.links import OpenApplicants
from handlers.ui.screen import Answer
from locales.translator import Translator


async def open_list(
    event: CallbackQuery,
    callback_data: OpenApplicants,
    person: Person,
    tr: Translator,
    show_applicants: ShowApplicants,
) -> Answer:
    return Answer(views.list_screen(await show_applicants(person, callback_data.page), tr))


async def open_one(
    event: CallbackQuery,
    callback_data: ShowApplicant,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    show_applicants: ShowApplicants,
) -> Answer:
    applicant = await show_applicants.one(person, CustomerId(callback_data.customer))
    return Answer(views.applicant_screen(applicant, tr, zone))


async def answer_one(
    event: CallbackQuery,
    callback_data: AnswerApplicant,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    decide_applicant: DecideApplicant,
) -> Answer:
    customer = CustomerId(callback_data.customer)
    applicant = await decide_applicant(person, customer, approve=callback_data.approve)
    return Answer(views.applicant_screen(applicant, tr, zone))


def router() -> Router:
    """The handlers of applicants."""
    applicants = Router(name="applicants")
    applicants.callback_query.register(open_list, OpenApplicants.filter())
    applicants.callback_query.register(open_one, ShowApplicant.filter())
    applicants.callback_query.register(answer_one, AnswerApplicant.filter())
    return applicants
