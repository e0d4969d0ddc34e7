"""What the buttons of tickets carry: first the person's own, then the staff's."""

from __future__ import annotations

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from domain.tickets.models import Category
from domain.tickets.ports import Which
from handlers.ui.numbers import Id, PageNumber, PressKeyText, Version

LAST = 10_000
"""The last page, whichever that is."""
Stars = Annotated[int, Field(ge=1, le=5)]
TemplateName = Annotated[str, Field(max_length=28, pattern=r"^[A-Za-z0-9_-]+$")]
"""Of a ready answer: its slug without its beginning (domain.faq.models.READY)."""


class PickCategory(CallbackData, prefix="tkc"):
    category: Category


class SendTicket(CallbackData, prefix="tky"):
    """Opens the ticket that was written."""

    key: PressKeyText


class OpenTicket(CallbackData, prefix="tko"):
    """`below` leaves the message pressed where it is: a notice stays in the chat."""

    ticket: Id
    page: PageNumber = LAST
    below: bool = False


class WriteOn(CallbackData, prefix="tkw"):
    ticket: Id
    below: bool = False


class CloseTicket(CallbackData, prefix="tkx"):
    ticket: Id
    version: Version


class ReopenTicket(CallbackData, prefix="tkr"):
    ticket: Id
    version: Version


class RateTicket(CallbackData, prefix="tkv"):
    ticket: Id
    stars: Stars
    version: Version


class ShowPhoto(CallbackData, prefix="tkp"):
    """A photo of a ticket, which is `of` the ticket looked at or merged into it."""

    ticket: Id
    of: Id
    entry: Id


class ListTickets(CallbackData, prefix="tsl"):
    """The staff's lists."""

    which: Which = Which.OPEN
    page: PageNumber = 0


class ServeTicket(CallbackData, prefix="tso"):
    """A ticket as the staff sees it."""

    ticket: Id
    page: PageNumber = LAST
    below: bool = False


class AnswerTicket(CallbackData, prefix="tsa"):
    ticket: Id
    below: bool = False


class NoteTicket(CallbackData, prefix="tsn"):
    ticket: Id


class TakeTicket(CallbackData, prefix="tst"):
    ticket: Id


class HandOverTicket(CallbackData, prefix="tsh"):
    """To whom?"""

    ticket: Id


class HandTo(CallbackData, prefix="tsg"):
    ticket: Id
    to: Id


class MergeTicket(CallbackData, prefix="tsm"):
    """Into which?"""

    ticket: Id


class MergeInto(CallbackData, prefix="tsi"):
    ticket: Id
    into: Id
    version: Version


class StaffClose(CallbackData, prefix="tsx"):
    ticket: Id
    version: Version


class StaffReopen(CallbackData, prefix="tsr"):
    ticket: Id
    version: Version


class OpenTemplates(CallbackData, prefix="tsp"):
    ticket: Id


class PickTemplate(CallbackData, prefix="tsu"):
    """Shows it before it is sent."""

    ticket: Id
    template: TemplateName


class SendTemplate(CallbackData, prefix="tse"):
    ticket: Id
    template: TemplateName
    version: Version


class StaffPhoto(CallbackData, prefix="tsf"):
    ticket: Id
    of: Id
    entry: Id
