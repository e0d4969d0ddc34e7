"""What the buttons of frequent questions, and of ready answers being edited, carry."""

from __future__ import annotations

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from handlers.ui.numbers import PageNumber

Slug = Annotated[str, Field(max_length=32, pattern=r"^[A-Za-z0-9_-]+$")]


class OpenQuestion(CallbackData, prefix="fqo"):
    slug: Slug
    page: PageNumber = 0


class SearchFaq(CallbackData, prefix="fqs"):
    """Asks what to look for."""


class EditQuestion(CallbackData, prefix="fqe"):
    slug: Slug


class NewQuestion(CallbackData, prefix="fqn"):
    pass


class NewReadyAnswer(CallbackData, prefix="fqw"):
    pass


class HideQuestion(CallbackData, prefix="fqh"):
    """Says what it shall be, so that a second press changes nothing."""

    slug: Slug
    hidden: bool


class RestoreQuestion(CallbackData, prefix="fqr"):
    """The program's own words again, or none."""

    slug: Slug
