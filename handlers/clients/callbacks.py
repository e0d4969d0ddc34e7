"""What the buttons of the client book carry."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from domain.clients.models import Quiet
from handlers.ui.numbers import Id, PageNumber


class OpenClient(CallbackData, prefix="clo"):
    """`page` is the page of the book to go back to, `found` says that it is one of what was searched for."""

    client: Id
    page: PageNumber = 0
    found: bool = False


class FoundClientPage(CallbackData, prefix="clp"):
    """A page of what was searched for."""

    page: PageNumber = 0


class AskClientName(CallbackData, prefix="clf"):
    pass


class SetQuiet(CallbackData, prefix="clq"):
    """A customer asks not to be sent something, or to be sent it again; `here`: pressed on the screen about it."""

    quiet: Quiet
    on: bool
    here: bool = False
