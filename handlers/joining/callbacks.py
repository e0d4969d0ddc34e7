"""What the form's buttons carry."""

from __future__ import annotations

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from domain.codes.models import Way
from domain.consents.models import Purpose
from domain.joining.address import AddressPart
from domain.joining.models import GroupKind, Step


class AskStep(CallbackData, prefix="fst"):
    """Asks a question, also one that has been answered: back, and correcting.

    `again` says that it stood there just before, so what comes along with it is in the chat already.
    """

    step: Step
    again: bool = False


class AskWhy(CallbackData, prefix="fwy"):
    """Why the question is asked."""

    step: Step


class SkipStep(CallbackData, prefix="fsk"):
    """Leaves the question out."""

    step: Step


class PickDay(CallbackData, prefix="fdy"):
    """A day by pressing; parts that are 0 are not chosen yet, month 13 asks for the month (see ui/calendar.py)."""

    step: Step
    year: Annotated[int, Field(ge=0, le=9999)] = 0
    month: Annotated[int, Field(ge=0, le=13)] = 0
    day: Annotated[int, Field(ge=0, le=31)] = 0


class ChooseKind(CallbackData, prefix="fkd"):
    """What the person joins for."""

    kind: GroupKind


class CheckAddress(CallbackData, prefix="fad"):
    """The address, part by part."""


class AskPart(CallbackData, prefix="fap"):
    """Asks for one part of the address anew."""

    part: AddressPart


class NoPart(CallbackData, prefix="fan"):
    """The address has no such part."""

    part: AddressPart


class SendAgain(CallbackData, prefix="fcd"):
    """Another code, by this way."""

    way: Way


class Complete(CallbackData, prefix="fok"):
    """The person has looked the form over and says it is right."""


class Consent(CallbackData, prefix="fcs"):
    """Agrees, or does not, to the text of this version."""

    purpose: Purpose
    version: str
    agreed: bool


class ConsentFile(CallbackData, prefix="fcf"):
    """The text of a consent as a file."""

    purpose: Purpose
