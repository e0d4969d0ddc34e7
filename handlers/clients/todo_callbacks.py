"""What the buttons of the list of things to do carry."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from handlers.ui.numbers import Id, PageNumber, Step


class OpenTask(CallbackData, prefix="tdo"):
    """`page` is the page of the list to go back to."""

    task: Id
    page: PageNumber = 0


class SendCare(CallbackData, prefix="tds"):
    """Sends the ready message; a task is done once, so its id is the key."""

    task: Id
    page: PageNumber = 0


class SkipTask(CallbackData, prefix="tdx"):
    task: Id
    page: PageNumber = 0


class PutOffTask(CallbackData, prefix="tdp"):
    task: Id
    days: Step
    page: PageNumber = 0


class OpenBirthdays(CallbackData, prefix="tdb"):
    """The next birthdays of clients who agreed to promotions."""
