"""What the buttons of logging in and of the profile carry."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from domain.codes.models import Way
from handlers.ui.numbers import Id


class SendRecovery(CallbackData, prefix="rcs"):
    """Sends the code of a recovery by this way."""

    way: Way


class AskUnbind(CallbackData, prefix="unq"):
    """Asks whether an account shall be unbound."""

    binding: Id


class UnbindAccount(CallbackData, prefix="unb"):
    binding: Id


class NotMe(CallbackData, prefix="nme"):
    """Somebody else bound that account: it is unbound, and recovery begins."""

    binding: Id


class ChangePassword(CallbackData, prefix="pwc"):
    pass


class AskLogOut(CallbackData, prefix="loq"):
    """Asks where to log out: here or everywhere."""


class LeaveCabinet(CallbackData, prefix="lou"):
    everywhere: bool = False


class ShowApplicant(CallbackData, prefix="apo"):
    customer: Id


class AnswerApplicant(CallbackData, prefix="apa"):
    """Says what the answer is, so that a second press changes nothing."""

    customer: Id
    approve: bool
