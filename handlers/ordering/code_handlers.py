"""Codes typed anywhere in the catalog or the cart."""

from __future__ import annotations

from typing import Any

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Filter, StateFilter
from aiogram.types import Message

from domain.ordering.by_codes import AddByCodes
from domain.ordering.code_list import Wish, read_codes
from domain.people.models import Person
from handlers.ordering.code_views import report_screen
from handlers.search.states import Searching, Shading
from handlers.ui.screen import Answer
from locales.translator import Translator


class HasCodes(Filter):
    """A list of product codes. Hands what it wishes for over as `wishes`."""

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        wishes = read_codes(message.text or "")
        return {"wishes": wishes} if wishes else False


async def add_by_codes(
    message: Message, wishes: tuple[Wish, ...], person: Person, tr: Translator, add_by_codes: AddByCodes
) -> Answer:
    report = await add_by_codes(person, wishes)
    if report is None:
        raise SkipHandler
    return Answer(report_screen(report, tr), forget=True)


def router() -> Router:
    """Takes code lists where nothing is being asked, or only what to look for."""
    codes = Router(name="codes")
    codes.message.register(add_by_codes, StateFilter(None, Searching.words, Shading.sample), HasCodes())
    return codes
