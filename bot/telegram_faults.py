"""What an error of a Telegram call means, said once for answers to people and for owed notices alike."""

from __future__ import annotations

import asyncio
from enum import Enum

from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiohttp import ClientConnectorError, ConnectionTimeoutError

NOBODY_THERE = ("chat not found", "user not found", "peer_id_invalid", "user_id_invalid", "have no rights to send")


class Fault(Enum):
    """What to do about it."""

    TOO_FAST = "429"
    """Telegram said how long to be silent: `retry_after` of the error."""
    NOT_DONE = "not done"
    """Temporary, and the call surely had no effect: the connection did not open, or Telegram answered with 5xx."""
    UNKNOWN = "unknown"
    """Temporary, and the call may have had its effect: time-out, cut connection, a proxy's error page."""
    UNREACHABLE = "unreachable"
    """The person blocked the bot, left Telegram or never wrote to it."""
    REFUSED = "refused"
    """Telegram understood and said no; the same call will be refused again."""
    OTHER = "other"
    """Not Telegram's: a mistake or trouble of ours."""


def fault_of(error: BaseException) -> Fault:
    """The meaning of an error raised by a call of aiogram's Bot."""
    if isinstance(error, TelegramRetryAfter):
        return Fault.TOO_FAST
    if isinstance(error, TelegramForbiddenError):
        return Fault.UNREACHABLE
    if isinstance(error, TelegramBadRequest):
        text = error.message.lower()
        return Fault.UNREACHABLE if any(words in text for words in NOBODY_THERE) else Fault.REFUSED
    if isinstance(error, TelegramEntityTooLarge | TelegramMigrateToChat):
        return Fault.REFUSED
    if isinstance(error, TelegramServerError):
        return Fault.NOT_DONE
    if isinstance(error, TelegramNetworkError):
        never_opened = isinstance(error.__cause__, ClientConnectorError | ConnectionTimeoutError)
        return Fault.NOT_DONE if never_opened else Fault.UNKNOWN
    if isinstance(error, TelegramUnauthorizedError | TelegramNotFound):
        # The token is wrong or was taken back: no message is to blame, and an operator can mend it.
        return Fault.NOT_DONE
    if isinstance(error, ClientDecodeError):
        return Fault.UNKNOWN
    if isinstance(error, TelegramAPIError):
        return Fault.REFUSED
    if isinstance(error, asyncio.TimeoutError | ConnectionError):
        return Fault.UNKNOWN
    return Fault.OTHER


def reason_of(error: BaseException) -> str:
    """The error in one short line fit for a log or a table: no text of a message, no personal data."""
    name = type(error).__name__
    if isinstance(error, TelegramRetryAfter):
        return f"{name}: {error.retry_after} s"
    if isinstance(error, TelegramNetworkError):
        cause = error.__cause__
        return f"{name} ({type(cause).__name__})" if cause else name
    if isinstance(error, TelegramAPIError):
        return f"{name}: {error.message}"[:300]
    return name
