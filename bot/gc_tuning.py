"""The garbage collector rules the speed of an aiogram process: with its defaults, a third of the time goes there.

Updates and answers are trees of small objects that die young and hold no cycles worth hunting every 700 allocations.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable
from typing import Any

from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteMessage,
    EditMessageMedia,
    EditMessageReplyMarkup,
    EditMessageText,
    GetMe,
    SendMessage,
    SendPhoto,
    TelegramMethod,
)
from aiogram.methods.base import Response
from aiogram.types import Update

from bot.intake.polling import GetUpdatesUnparsed

USED: tuple[type[TelegramMethod[Any]], ...] = (
    AnswerCallbackQuery,
    DeleteMessage,
    EditMessageMedia,
    EditMessageReplyMarkup,
    EditMessageText,
    GetMe,
    GetUpdatesUnparsed,
    SendMessage,
    SendPhoto,
)

_kept: list[type[Any]] = []


def tune_gc(methods: Iterable[type[TelegramMethod[Any]]] = USED) -> None:
    """Call once, after everything is imported and wired and before updates come in."""
    # Made now, so that the first person does not wait for it (bot/lean_aiogram.py).
    Update.model_rebuild()
    for method in methods:
        method.model_rebuild()
    # pydantic keeps parametrised models weakly, and making one anew takes milliseconds.
    _kept.extend(Response[method.__returning__] for method in methods)  # type: ignore[name-defined]
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
