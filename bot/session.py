"""How the bot calls Telegram: the connection, and which calls are made again when they fail.

A person waits for an answer, so a call is repeated for about five seconds and then given up:
- 429 is waited out when that fits; the pacer keeps answers under Telegram's limit in the first place;
- a call that surely did nothing (no connection, 5xx) is repeated, whatever it is;
- one whose outcome is unknown (time-out, cut connection, a proxy's error page) is repeated only when a second time
  changes nothing: edit*, answer*, delete*, set*, get*. A message that may have been sent is not sent again here; the
  intake then handles the update anew, finds its effect committed and shows the answer, at worst a second time.

Delivery and long polling have rules of their own: they see every failure at once.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.client.telegram import PRODUCTION, TelegramAPIServer
from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType

from bot.backoff import Backoff
from bot.delivery.pacer import Pacer
from bot.observability.metrics import Metrics
from bot.telegram_faults import Fault, fault_of

REPEATABLE = ("edit", "answer", "delete", "set", "get", "pin", "unpin", "log", "close")
MESSAGES = ("send", "copy", "forward")
NOT_MESSAGES = ("sendChatAction",)

_hurried: ContextVar[bool] = ContextVar("hurried", default=True)


@contextmanager
def unhurried() -> Iterator[None]:
    """Calls inside are neither paced nor repeated here: their caller does both."""
    token = _hurried.set(False)
    try:
        yield
    finally:
        _hurried.reset(token)


def make_session(api_url: str | None = None, *, connections: int = 200, timeout: float = 15.0) -> AiohttpSession:
    """A session to Telegram, or to another server of the Bot API such as the sandbox.

    `connections` caps calls at the same time (and so calls per second at connections / round trip); `timeout` is for
    one call, in seconds, uploads included.
    """
    api = TelegramAPIServer.from_base(api_url) if api_url else PRODUCTION
    session = AiohttpSession(api=api, limit=connections, timeout=timeout)
    # aiogram has no parameter for it: idle connections are kept longer than aiohttp's 15 s, as a bot's pauses are.
    session._connector_init["keepalive_timeout"] = 75.0
    return session


class AnswerCalls(BaseRequestMiddleware):
    """Paces and repeats the calls that answer a person; counts all. Register it on the bot's session.

    Raises what the last try raised. `patience` is the time from the first try within which another may begin, seconds.
    """

    def __init__(
        self,
        pacer: Pacer,
        *,
        patience: float = 5.0,
        pauses: Backoff | None = None,
        metrics: Metrics | None = None,
    ) -> None:
        self._pacer = pacer
        self._patience = patience
        self._pauses = pauses or Backoff(first=0.2, most=2.0)
        self._metrics = metrics or Metrics()

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Any:
        name = method.__api_method__
        if name == "getUpdates":
            return await make_request(bot, method)
        hurried = _hurried.get()
        if not hurried or not name.startswith(MESSAGES) or name in NOT_MESSAGES:
            return await self._repeated(make_request, bot, method, hurried=hurried)
        chat_id = getattr(method, "chat_id", None)
        chat = chat_id if isinstance(chat_id, int) else None
        if chat is not None and chat > 0 and (turn := self._pacer.turn(chat)) > 0:
            # Before a place is taken: who waits for their own chat holds up nobody else.
            await asyncio.sleep(turn)
        place = self._pacer.answer(chat)
        try:
            wait = place.wait
            while wait > 0:
                await asyncio.sleep(wait)
                wait = place.still()
            return await self._repeated(make_request, bot, method, hurried=True)
        finally:
            place.sent()

    async def _repeated(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
        *,
        hurried: bool,
    ) -> Any:
        name = method.__api_method__
        loop = asyncio.get_running_loop()
        give_up_at = loop.time() + self._patience
        failures = 0
        while True:
            try:
                answer = await make_request(bot, method)
            except Exception as error:
                # Every kind is looked at; the pause says whether it is ours to repeat.
                failures += 1
                self._metrics.calls.labels(name, fault_of(error).name.lower()).inc()
                if isinstance(error, TelegramRetryAfter):
                    self._pacer.pause(error.retry_after)
                pause = self._pause(error, name, failures) if hurried else None
                if pause is None or loop.time() + pause > give_up_at:
                    raise
                self._metrics.calls_again.inc()
                await asyncio.sleep(pause)
            else:
                self._metrics.calls.labels(name, "ok").inc()
                return answer

    def _pause(self, error: Exception, name: str, failures: int) -> float | None:
        """Seconds before the next try; None when there must be none."""
        if isinstance(error, TelegramRetryAfter):
            return float(error.retry_after)
        fault = fault_of(error)
        if fault is Fault.NOT_DONE and (name.startswith("get") or not _wrong_token(error)):
            return self._pauses.pause(failures)
        if fault is Fault.UNKNOWN and (name.startswith(REPEATABLE) or name in NOT_MESSAGES):
            return self._pauses.pause(failures)
        return None


def _wrong_token(error: Exception) -> bool:
    return not isinstance(error, TelegramNetworkError) and type(error).__name__ in {
        "TelegramUnauthorizedError",
        "TelegramNotFound",
    }
