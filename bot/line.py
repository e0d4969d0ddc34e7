"""The way to Telegram."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.enums import ParseMode

from bot.delivery.pacer import Pacer, Rates
from bot.observability.metrics import Metrics
from bot.session import AnswerCalls, make_session
from bot.settings import Settings


@dataclass(frozen=True, slots=True)
class Line:
    """The bot, its pace, and the figures about it."""

    bot: Bot
    pacer: Pacer
    metrics: Metrics


@asynccontextmanager
async def telegram(settings: Settings) -> AsyncIterator[Line]:
    """A bot whose calls are paced, and repeated as long as a person would wait."""
    metrics = Metrics()
    pacer = Pacer(
        Rates(
            limit=settings.send_limit,
            delivery=settings.send_rate,
            chat=settings.send_chat_rate,
            group_per_minute=settings.send_group_per_minute,
            chat_burst=settings.send_chat_burst,
        )
    )
    session = make_session(settings.api_url)
    session.middleware(AnswerCalls(pacer, metrics=metrics))
    bot = Bot(settings.token, session=session, default=DefaultBotProperties(parse_mode=ParseMode.HTML))
    try:
        yield Line(bot, pacer, metrics)
    finally:
        await bot.session.close()
