"""What the buttons of finding a consultant carry."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from handlers.ui.numbers import Id

Page = Annotated[int, Field(ge=0, le=999)]
SpecialityCode = Annotated[int, Field(ge=0, le=9)]
LanguageCode = Annotated[str, Field(max_length=2)]


class Kind(StrEnum):
    """What a list of consultants can be narrowed by."""

    SPECIALITY = "s"
    LANGUAGE = "l"


class OpenFinder(CallbackData, prefix="cnw"):
    """The cities, and typing; also for who has a consultant already."""

    page: Page = 0


class AskPlace(CallbackData, prefix="cng"):
    """Brings the button that shares one's place."""


class OpenFound(CallbackData, prefix="cnc"):
    """A page of consultants. `where` and the two wishes: see handlers.consultants.packing."""

    where: str | None = None
    speciality: SpecialityCode = 0
    language: LanguageCode = ""
    page: Page = 0


class AskWish(CallbackData, prefix="cnf"):
    """The specialities or languages to choose from, for the list that the rest names."""

    kind: Kind
    where: str | None = None
    speciality: SpecialityCode = 0
    language: LanguageCode = ""


class OpenConsultant(CallbackData, prefix="cno"):
    """A card; the rest is the list to go back to."""

    consultant: Id
    where: str | None = None
    speciality: SpecialityCode = 0
    language: LanguageCode = ""
    page: Page = 0


class Choose(CallbackData, prefix="cnx"):
    consultant: Id


class AskReason(CallbackData, prefix="cns"):
    """Going over to this consultant; asks why."""

    consultant: Id


class Take(CallbackData, prefix="cnk"):
    """A consultant takes new customers, or pauses."""

    on: bool


class SetLeft(CallbackData, prefix="cnr"):
    """An admin says that a consultant has left, or is back."""

    consultant: Id
    left: bool = True
