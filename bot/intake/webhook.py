"""The webhook: Telegram is answered 200 only once the update was handled or put aside.

While it is not, Telegram keeps the update and delivers it again. The bounded tries and the shelf are the queues' own
(bot/intake/handling.py), so a failing update is over after a few tries here, not after days of redelivery; anything but
200 is answered only when it could be neither handled nor put aside: the database is away, the person's lock could not
be had, too much is in hand, or the program is ending.
"""

from __future__ import annotations

import asyncio
import hmac
import json
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.methods import GetWebhookInfo, SetWebhook, TelegramMethod
from aiogram.types import Update
from aiohttp import web
from pydantic import ValidationError

from bot.backoff import Backoff
from bot.intake.cards import without_card_numbers
from bot.intake.handling import Outcome
from bot.intake.queues import PersonQueues
from bot.intake.webhook_reply import reply_body
from bot.observability.metrics import Metrics
from bot.telegram_faults import reason_of

log = structlog.get_logger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class WebhookSettings:
    """Where Telegram reaches us. Seconds and bytes."""

    url: str
    """What Telegram is told; its path is served too."""
    secret: str
    path: str = "/telegram"
    host: str = "127.0.0.1"
    port: int = 8080
    shared_port: bool = False
    """Several replicas on one machine listen on the same port and the system spreads connections over them."""
    max_connections: int = 100
    """How many updates Telegram delivers at once, 1-100; it waits for each answer, so this bounds our memory."""
    body_limit: int = 1_000_000
    patience: float = 50.0
    """Telegram gives up after 60 s; a little before that it is told to come again, while the handling goes on."""
    drain: float = 10.0


class Webhook:
    """Serves updates until stopped. `add_to` may be given more routes (health, metrics) on the same application."""

    def __init__(
        self,
        bot: Bot,
        queues: PersonQueues,
        settings: WebhookSettings,
        *,
        allowed_updates: Sequence[str],
        app: web.Application | None = None,
        metrics: Metrics | None = None,
    ) -> None:
        self._bot = bot
        self._queues = queues
        self._settings = settings
        self._allowed = list(allowed_updates)
        self._metrics = metrics or Metrics()
        self._secret = settings.secret.encode()
        self._stopping = asyncio.Event()
        self._unjudged = 0
        self._answering: dict[int, int] = {}
        # Told to come again. Coming again is not its sender's pace; and it may have been handled meanwhile.
        self._sent_back: OrderedDict[int, asyncio.Future[Outcome]] = OrderedDict()
        # Before the first request: the limit belongs to the application.
        self._app = app or web.Application(client_max_size=settings.body_limit)
        self._app.router.add_post(settings.path, self.handle)
        self._runner = web.AppRunner(self._app, access_log=None, shutdown_timeout=settings.drain)

    @property
    def address(self) -> tuple[str, int]:
        """Where it listens, once it runs."""
        host, port = self._runner.addresses[0][:2]
        return str(host), int(port)

    async def run(self) -> None:
        """Listens, tells Telegram where, and serves until `stop`. Raises OSError when the port is taken."""
        await self._runner.setup()
        try:
            settings = self._settings
            await web.TCPSite(
                self._runner, settings.host, settings.port, reuse_port=settings.shared_port or None
            ).start()
            await self._announce()
            await self._stopping.wait()
        finally:
            await self._queues.close(self._settings.drain)
            await self._runner.cleanup()

    def stop(self) -> None:
        """Takes nothing new: Telegram is told to come again, and does so to another replica or the next start."""
        self._stopping.set()

    async def handle(self, request: web.Request) -> web.Response:
        """One delivery of Telegram."""
        given = request.headers.get(SECRET_HEADER, "").encode()
        if not hmac.compare_digest(given, self._secret):
            return web.Response(status=HTTPStatus.UNAUTHORIZED)
        if request.content_type != "application/json":
            return web.Response(status=HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
        if (request.content_length or 0) > self._settings.body_limit:
            return web.Response(status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        if self._stopping.is_set() or self._queues.full:
            return _come_again()
        body = await request.read()
        try:
            raw = json.loads(body)
            update_id = int(raw["update_id"])
        except (ValueError, TypeError, KeyError):
            return web.Response(status=HTTPStatus.BAD_REQUEST)
        return await self._answer(update_id, self._submit(update_id, raw))

    def _submit(self, update_id: int, raw: dict[str, Any]) -> asyncio.Future[Outcome]:
        taken = self._queues.taken(update_id)
        if taken is not None:
            return taken
        before = self._sent_back.get(update_id)
        if before is not None and before.done() and before.result().confirmed:
            return before
        raw = without_card_numbers(raw)
        try:
            update = Update.model_validate(raw, context={"bot": self._bot})
        except ValidationError as wrong:
            # In ASCII, so that half of a surrogate pair can be kept as well.
            return self._queues.submit_unreadable(update_id, json.dumps(raw), wrong)
        judge = self._unjudged <= 0 and before is None
        self._unjudged -= 1
        return self._queues.submit(update, judge=judge, carry=True)

    async def _answer(self, update_id: int, end: asyncio.Future[Outcome]) -> web.Response:
        # Of several deliveries of one update only the last to wait carries the method, so that it is done once.
        self._answering[update_id] = self._answering.get(update_id, 0) + 1
        try:
            await asyncio.wait({end}, timeout=self._settings.patience)
        finally:
            waiting = self._answering[update_id] - 1
            if waiting:
                self._answering[update_id] = waiting
            else:
                del self._answering[update_id]
        if not end.done() or not end.result().confirmed:
            self._sent_back[update_id] = end
            if len(self._sent_back) > REMEMBERED:
                self._sent_back.popitem(last=False)
            return _come_again()
        self._sent_back.pop(update_id, None)
        reply = end.result().reply
        if reply is None or waiting:
            return web.Response()
        body = reply_body(self._bot, reply)
        if body is not None:
            return web.json_response(body)
        await self._call(reply)
        return web.Response()

    async def _call(self, reply: TelegramMethod[Any]) -> None:
        try:
            await self._bot(reply)
        except (AiogramError, TimeoutError, OSError) as error:
            log.warning("an answer could not be sent", call=reply.__api_method__, error=reason_of(error))

    async def _announce(self) -> None:
        """setWebhook, for as long as it takes. What waits already is a backlog, whose pace says nothing of senders."""
        setting = SetWebhook(
            url=self._settings.url,
            secret_token=self._settings.secret,
            max_connections=self._settings.max_connections,
            allowed_updates=self._allowed,
            drop_pending_updates=False,
        )
        pauses, failures = Backoff(first=0.5, most=15.0), 0
        while not self._stopping.is_set():
            try:
                self._unjudged = (await self._bot(GetWebhookInfo())).pending_update_count
                await self._bot(setting)
            except (AiogramError, TimeoutError, OSError) as error:
                failures += 1
                if failures == 1:
                    log.warning("Telegram cannot be told of the webhook", error=reason_of(error))
                try:
                    async with asyncio.timeout(pauses.pause(failures)):
                        await self._stopping.wait()
                except TimeoutError:
                    continue
            else:
                return


def _come_again() -> web.Response:
    return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE, headers={"Retry-After": "1"})
