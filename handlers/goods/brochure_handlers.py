"""Asking for a brochure."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.goods.brochures import GatherBrochure, Wish
from domain.people.models import Person
from domain.shared.ids import CategoryId
from handlers.goods import brochure_views as views
from handlers.goods.callbacks import MakeBrochure, OpenBrochure
from handlers.ui.desk import Desk
from handlers.ui.screen import Answer
from locales.translator import Translator


async def open_brochure(event: CallbackQuery, callback_data: OpenBrochure, tr: Translator) -> Answer:
    return Answer(views.brochure_screen(callback_data, tr))


async def make_brochure(
    event: CallbackQuery,
    callback_data: MakeBrochure,
    person: Person,
    tr: Translator,
    gather_brochure: GatherBrochure,
    desk: Desk,
) -> Answer:
    asked = callback_data
    wish = Wish(asked.theme, asked.shape, asked.prices, CategoryId(asked.category))
    desk.brochure(person, await gather_brochure(person, wish))
    return Answer(toast=tr.plain("brochure-toast"))


def router() -> Router:
    """The handlers of brochures."""
    brochures = Router(name="brochures")
    brochures.callback_query.register(open_brochure, OpenBrochure.filter())
    brochures.callback_query.register(make_brochure, MakeBrochure.filter())
    return brochures
