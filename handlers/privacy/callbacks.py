"""What the buttons about one's own data carry."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from domain.consents.models import Purpose
from domain.joining.models import Step
from domain.personal.models import Ground
from handlers.ui.numbers import Id


class AskWithdraw(CallbackData, prefix="pwq"):
    """Asks whether a consent shall be withdrawn, and says what follows."""

    purpose: Purpose


class Withdraw(CallbackData, prefix="pwd"):
    purpose: Purpose


class ConfirmErasure(CallbackData, prefix="pec"):
    """On to the password, and then the request."""


class CancelErasure(CallbackData, prefix="pex"):
    """Takes one's own request back."""


class ShowRequest(CallbackData, prefix="prs"):
    """One request of the officer's queue."""

    request: Id


class AskDestroy(CallbackData, prefix="pdq"):
    request: Id


class Destroy(CallbackData, prefix="pdd"):
    request: Id


class Refuse(CallbackData, prefix="prn"):
    request: Id
    ground: Ground


class SayWrong(CallbackData, prefix="pws"):
    """This answer is wrong; without one, something else that is held."""

    about: Step | None = None


class CancelWrong(CallbackData, prefix="pwx"):
    """Takes one's own request back: the answer was right."""

    request: Id


class ReadWords(CallbackData, prefix="prr"):
    """What was written in a request."""

    request: Id


class AskAnswer(CallbackData, prefix="pra"):
    """On to the right value, or to the answer in words."""

    request: Id


class AskExtension(CallbackData, prefix="prx"):
    """On to the reason why the answer takes longer."""

    request: Id
