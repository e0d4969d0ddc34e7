"""What the buttons of conversations carry."""

from __future__ import annotations

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from handlers.ui.numbers import Id

Stars = Annotated[int, Field(ge=1, le=5)]


class OpenTalk(CallbackData, prefix="rlo"):
    """Talking to who is at the other end from now on; `below`: the pressed message stays as it is."""

    talk: Id
    below: bool = False


class Done(CallbackData, prefix="rld"):
    """No more talking, for now."""


class AskClose(CallbackData, prefix="rla"):
    talk: Id


class Close(CallbackData, prefix="rlc"):
    talk: Id


class SendContact(CallbackData, prefix="rls"):
    """Passes on the contact that was sent as this message."""

    talk: Id
    message: Id


class Rate(CallbackData, prefix="rlr"):
    talk: Id
    stars: Stars


class AskAway(CallbackData, prefix="rlw"):
    """Asks for the word of absence."""


class NoAway(CallbackData, prefix="rln"):
    """Takes the word of absence away."""


class ShareTo(CallbackData, prefix="rst"):
    """Shows a product, or with none the cart, to who is at the other end."""

    talk: Id
    product: Id = 0
    article: Id = 0


class OpenShared(CallbackData, prefix="rso"):
    """What was shown by this message, as it is now."""

    message: Id


class TakeShared(CallbackData, prefix="rsk"):
    """The cart that was shown by this message into one's own."""

    message: Id
