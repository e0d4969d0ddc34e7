"""What the buttons about one's own data carry."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from domain.consents.models import Purpose


class AskWithdraw(CallbackData, prefix="pwq"):
    """Asks whether a consent shall be withdrawn, and says what follows."""

    purpose: Purpose


class Withdraw(CallbackData, prefix="pwd"):
    purpose: Purpose
