"""What the buttons of announcements carry."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from domain.broadcasts.models import BroadcastState
from handlers.ui.numbers import Id, PressKeyText


class OpenBroadcast(CallbackData, prefix="bco"):
    broadcast: Id


class NewBroadcast(CallbackData, prefix="bcn"):
    pass


class SameText(CallbackData, prefix="bcs"):
    """The Russian text goes to everybody."""


class Publish(CallbackData, prefix="bcp"):
    key: PressKeyText


class Steer(CallbackData, prefix="bcg"):
    """Says what it shall become, so that a second press changes nothing."""

    broadcast: Id
    to: BroadcastState


class StopPromotions(CallbackData, prefix="bcx"):
    """No more announcements, from this very press on."""


class SteerHere(CallbackData, prefix="bch"):
    """As Steer, from the message that shows how far it is and stays in the chat."""

    broadcast: Id
    to: BroadcastState


class OpenRecall(CallbackData, prefix="bcr"):
    """What taking an announcement back would do, or has done."""

    broadcast: Id


class Recall(CallbackData, prefix="bcd"):
    """Takes it back; there is one recall of an announcement, however often this is pressed."""

    broadcast: Id


class OpenReport(CallbackData, prefix="bcz"):
    """What became of it."""

    broadcast: Id


class AskReportSheet(CallbackData, prefix="bcy"):
    """The same as a table."""

    broadcast: Id
