"""What the form's buttons carry."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from domain.joining.models import Step


class AskStep(CallbackData, prefix="fst"):
    """Asks a question, also one that has been answered: back, and correcting.

    `again` says that it stood there just before, so what comes along with it is in the chat already.
    """

    step: Step
    again: bool = False


class AskWhy(CallbackData, prefix="fwy"):
    """Why the question is asked."""

    step: Step


class Complete(CallbackData, prefix="fok"):
    """The person has looked the form over and says it is right."""
